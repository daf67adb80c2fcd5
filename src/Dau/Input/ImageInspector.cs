using System.Buffers.Binary;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jfif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using Directory = MetadataExtractor.Directory;

namespace Dau.Input;

/// <summary>Reads the headers of JPEG, PNG and WebP pictures: size, resolution, orientation. The picture itself is not decoded.</summary>
internal static class ImageInspector
{
    private const double MetresPerInch = 0.0254;

    /// <summary>Inspects a picture, which is a file of one page.</summary>
    /// <exception cref="InputException">The header is damaged, the picture too large, or the file ends before the picture does.</exception>
    public static void Inspect(InputFormat format, Stream stream, Inspection found)
    {
        found.Select(1);
        CheckEnd(format, stream, found);
        stream.Position = 0;
        IReadOnlyList<Directory> directories = format switch
        {
            InputFormat.Jpeg => JpegMetadataReader.ReadMetadata(stream),
            InputFormat.Png => PngMetadataReader.ReadMetadata(stream),
            _ => WebPMetadataReader.ReadMetadata(stream),
        };
        (int width, int height) = Size(format, directories) ?? throw new InputException(
            $"{found.Name} is a damaged picture: its header does not say how large it is. Get another copy of it.");
        if (!found.Fits(width, height))
        {
            throw new InputException($"{found.Name} is too large. {found.TooLarge(width, height)}");
        }

        Directory? exif = directories.OfType<ExifIfd0Directory>().FirstOrDefault();
        NoteMetadata(directories, found);
        bool photograph = directories.OfType<ExifSubIfdDirectory>().Any(directory =>
            directory.ContainsTag(ExifDirectoryBase.TagExposureTime) || directory.ContainsTag(ExifDirectoryBase.TagFNumber));
        int orientation = exif is not null && exif.TryGetInt32(ExifDirectoryBase.TagOrientation, out int value) ? value : 1;
        found.Add(new InputPage
        {
            Number = 1,
            Width = width,
            Height = height,
            Dpi = ImageResolution.Of(width, height, StatedDpi(directories, exif), photograph),
            RotationDegrees = ImageResolution.RotationOf(orientation),
        });
    }

    // Camera, owner, place and times: what a photograph gives away.
    private static void NoteMetadata(IReadOnlyList<Directory> directories, Inspection found)
    {
        foreach (Tag tag in directories.SelectMany(static d => d.Tags).Where(static t => t.DirectoryName.StartsWith("Exif", StringComparison.Ordinal) || t.DirectoryName is "GPS" or "IPTC" or "PNG-tEXt"))
        {
            if (Telling.Any(word => tag.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                found.Note(tag.Name, tag.Description);
            }
        }
    }

    private static readonly string[] Telling =
        ["make", "model", "software", "date/time", "artist", "copyright", "owner", "serial", "comment", "description", "gps latitude", "gps longitude", "author", "textual data", "host"];

    private static (int Width, int Height)? Size(InputFormat format, IReadOnlyList<Directory> directories)
    {
        foreach (Directory directory in directories)
        {
            (int widthTag, int heightTag)? tags = (format, directory) switch
            {
                (InputFormat.Jpeg, JpegDirectory) => (JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
                (InputFormat.Png, PngDirectory) => (PngDirectory.TagImageWidth, PngDirectory.TagImageHeight),
                (InputFormat.WebP, WebPDirectory) => (WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight),
                _ => null,
            };
            if (tags is var (w, h) && directory.TryGetInt32(w, out int width) && directory.TryGetInt32(h, out int height) && width > 0 && height > 0)
            {
                return (width, height);
            }
        }

        return null;
    }

    private static double? StatedDpi(IReadOnlyList<Directory> directories, Directory? exif)
    {
        if (exif is not null && exif.TryGetRational(ExifDirectoryBase.TagXResolution, out Rational resolution) && resolution.Denominator != 0)
        {
            bool centimetres = exif.TryGetInt32(ExifDirectoryBase.TagResolutionUnit, out int unit) && unit == 3;
            return resolution.ToDouble() * (centimetres ? 2.54 : 1);
        }

        if (directories.OfType<JfifDirectory>().FirstOrDefault() is { } jfif && jfif.TryGetInt32(JfifDirectory.TagResX, out int dots)
            && jfif.TryGetInt32(JfifDirectory.TagUnits, out int jfifUnit) && jfifUnit is 1 or 2)
        {
            return dots * (jfifUnit == 2 ? 2.54 : 1);
        }

        if (directories.OfType<PngDirectory>().FirstOrDefault(directory => directory.ContainsTag(PngDirectory.TagPixelsPerUnitX)) is { } png
            && png.TryGetInt32(PngDirectory.TagPixelsPerUnitX, out int perMetre) && png.TryGetInt32(PngDirectory.TagUnitSpecifier, out int pngUnit) && pngUnit == 1)
        {
            return perMetre * MetresPerInch;
        }

        return null;
    }

    /// <summary>
    /// Looks for the end that each format marks. A JPEG that breaks off is read as far as it goes, with a warning, because its decoder can; the others cannot be.
    /// </summary>
    private static void CheckEnd(InputFormat format, Stream stream, Inspection found)
    {
        bool whole = format switch
        {
            InputFormat.Jpeg => EndsAsJpeg(stream),
            InputFormat.Png => EndsAsPng(stream),
            _ => EndsAsWebP(stream),
        };
        if (whole)
        {
            return;
        }

        if (format != InputFormat.Jpeg)
        {
            throw new InputException($"{found.Name} is cut off: the file ends before the picture does. Copy it again from where it came from.");
        }

        found.Warn($"{found.Name} is cut off: the file ends before the picture does. What is there is read; the lower part of the page may be missing.");
    }

    private static bool EndsAsJpeg(Stream stream)
    {
        // Cameras put previews and maker's data after the end mark, so the tail is searched, not only its last two bytes.
        int length = (int)Math.Min(stream.Length, 1 << 16);
        byte[] tail = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(tail);
        return tail.AsSpan().IndexOf<byte>([0xFF, 0xD9]) >= 0;
    }

    private static bool EndsAsPng(Stream stream)
    {
        Span<byte> chunk = stackalloc byte[8];
        long place = 8;
        while (place + 12 <= stream.Length)
        {
            stream.Position = place;
            stream.ReadExactly(chunk);
            if (chunk[4..].SequenceEqual("IEND"u8))
            {
                return true;
            }

            place += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return false;
    }

    private static bool EndsAsWebP(Stream stream)
    {
        Span<byte> size = stackalloc byte[4];
        stream.Position = 4;
        stream.ReadExactly(size);
        return BinaryPrimitives.ReadUInt32LittleEndian(size) + 8L <= stream.Length;
    }
}
