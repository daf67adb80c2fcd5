using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;
using Page = UglyToad.PdfPig.Content.Page;

namespace Dau.Input;

/// <summary>
/// Finds scans that lie in the file as one JPEG over the whole page: their picture can be decoded as it is, in a fifth of the time that drawing the page takes.
/// Whatever else a viewer would show on the page (visible letters, lines, annotations, masks) rules that out.
/// </summary>
/// <param name="file">The whole file; empty where it is not in memory.</param>
internal sealed class PdfScan(ReadOnlyMemory<byte> file)
{
    /// <summary>Pages mostly lie in the file in their order: the next JPEG is looked for behind the last one first.</summary>
    private int _behindLast;

    /// <summary>Where the page's JPEG lies in the file; null where the page must be drawn.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">Width of the picture that is wanted, px.</param>
    /// <param name="height">Height of the picture that is wanted, px.</param>
    public ByteRange? Find(Page page, int width, int height)
    {
        if (file.IsEmpty || page.Rotation.Value != 0 || page.Dictionary.ContainsKey(NameToken.Annots)
            || page.Letters.Any(static letter => letter.RenderingMode != TextRenderingMode.Neither && !string.IsNullOrWhiteSpace(letter.Value))
            || page.Paths.Any(static path => path.IsFilled || path.IsStroked)
            || page.Operations.Any(static operation => operation.Operator == "sh"))
        {
            return null;
        }

        IPdfImage[] images = [.. page.GetImages().Take(2)];
        return images is [var image] && IsPlainJpeg(image) && image.WidthInSamples == width && image.HeightInSamples == height && IsUpright(image.BoundingBox)
            ? Locate(image.RawBytes)
            : null;
    }

    private static bool IsPlainJpeg(IPdfImage image)
    {
        DictionaryToken dictionary = image.ImageDictionary;
        return !image.IsInlineImage && !image.IsImageMask && image.MaskImage is null && image.BitsPerComponent == 8
            && !dictionary.ContainsKey(NameToken.Decode) && !dictionary.ContainsKey(NameToken.DecodeParms) && !dictionary.ContainsKey(NameToken.Mask)
            && !dictionary.ContainsKey(NameToken.Smask)
            && dictionary.TryGet(NameToken.Filter, out IToken? filter)
            && (filter is NameToken { Data: "DCTDecode" } || filter is ArrayToken { Data: [NameToken { Data: "DCTDecode" }] })
            && image.ColorSpaceDetails is DeviceGrayColorSpaceDetails or DeviceRgbColorSpaceDetails or ICCBasedColorSpaceDetails { NumberOfColorComponents: 1 or 3 };
    }

    private static bool IsUpright(PdfRectangle box) =>
        box.BottomLeft.X < box.BottomRight.X && box.BottomLeft.Y < box.TopLeft.Y
        && Math.Abs(box.BottomLeft.X - box.TopLeft.X) < 0.5 && Math.Abs(box.BottomLeft.Y - box.BottomRight.Y) < 0.5;

    private ByteRange? Locate(ReadOnlySpan<byte> jpeg)
    {
        if (jpeg.Length < 4 || jpeg[0] != 0xFF || jpeg[1] != 0xD8)
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = file.Span;
        int at = bytes[_behindLast..].IndexOf(jpeg) is >= 0 and var next ? _behindLast + next : bytes.IndexOf(jpeg);
        if (at < 0)
        {
            return null;
        }

        _behindLast = at + jpeg.Length;
        return new ByteRange(at, jpeg.Length);
    }
}
