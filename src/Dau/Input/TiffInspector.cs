namespace Dau.Input;

/// <summary>
/// Counts the pages of a TIFF file and reads the size, resolution and orientation of each. The chain of directories is walked here because it may be long,
/// broken or bent into a ring, and the metadata library gives pages no numbers.
/// </summary>
internal static class TiffInspector
{
    private const int MaxDirectories = 100_000;

    /// <summary>Inspects a TIFF file.</summary>
    /// <exception cref="InputException">There is no page, or the only page cannot be read.</exception>
    public static void Inspect(Stream stream, Inspection found, CancellationToken cancellationToken)
    {
        var file = new TiffFile(stream);
        IReadOnlyList<long> directories = Directories(file, found, cancellationToken);
        if (directories.Count == 0)
        {
            throw new InputException($"{found.Name} is a TIFF file without a page. Get another copy of it, or scan the paper again.");
        }

        foreach (int number in found.Select(directories.Count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(PageOf(file, directories[number - 1], number, found));
        }

        if (found.Pages.All(page => page.Fault is not null))
        {
            throw new InputException($"{found.Name} cannot be read. {found.Pages[0].Fault}");
        }
    }

    private static List<long> Directories(TiffFile file, Inspection found, CancellationToken cancellationToken)
    {
        var places = new List<long>();
        var seen = new HashSet<long>();
        long next = file.FirstDirectory;
        while (next != 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (places.Count == MaxDirectories || !seen.Add(next) || !file.HasDirectory(next))
            {
                found.Warn($"{found.Name} is damaged: the list of its pages breaks off after page {places.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
                break;
            }

            places.Add(next);
            next = file.NextDirectory(next);
        }

        return places;
    }

    private static InputPage PageOf(TiffFile file, long directory, int number, Inspection found)
    {
        IReadOnlyDictionary<int, double[]> tags = file.Tags(directory);
        long width = (long)Value(TiffFile.ImageWidth, 0);
        long height = (long)Value(TiffFile.ImageLength, 0);
        if (width <= 0 || height <= 0)
        {
            return new InputPage { Number = number, Width = 0, Height = 0, Dpi = 1, Fault = "The page's header is damaged: it does not say how large the picture is." };
        }

        double unit = Value(TiffFile.ResolutionUnit, 2);
        double x = Value(TiffFile.XResolution, 0);
        double y = Value(TiffFile.YResolution, x);
        (width, height) = ImageResolution.Square(width, height, x, y);
        if (!found.Fits(width, height))
        {
            return new InputPage { Number = number, Width = 0, Height = 0, Dpi = 1, Fault = found.TooLarge(width, height) };
        }

        double? stated = x > 0 && unit is 2 or 3 ? Math.Max(x, y) * (unit == 3 ? 2.54 : 1) : null;
        return new InputPage
        {
            Number = number,
            Width = (int)width,
            Height = (int)height,
            Dpi = ImageResolution.Of((int)width, (int)height, stated, photograph: false),
            RotationDegrees = ImageResolution.RotationOf((int)Value(TiffFile.Orientation, 1)),
            Fault = file.DataIsThere(tags) ? null : "The page is cut off: the file ends before its picture does. Copy the file again from where it came from.",
        };

        double Value(int tag, double otherwise) => tags.TryGetValue(tag, out double[]? values) && values.Length > 0 ? values[0] : otherwise;
    }
}
