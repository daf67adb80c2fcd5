using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Page = UglyToad.PdfPig.Content.Page;

namespace Dau.Input;

/// <summary>A PDF page as a viewer shows it: the crop box within the media box, turned by /Rotate. /UserUnit is left out, as poppler leaves it out.</summary>
/// <param name="Width">Points of 1/72 inch.</param>
/// <param name="Height">Points of 1/72 inch.</param>
internal readonly record struct PdfPageBox(double Width, double Height)
{
    public const double PointsPerInch = 72;

    /// <summary>Longest side that the format allows, 14,400 units (PDF 1.7, appendix C).</summary>
    private const double LongestSide = 14_400.0;

    /// <summary>Deeper page trees are broken ones.</summary>
    private const int DeepestTree = 64;

    public bool IsSane => Width is >= 1 and <= LongestSide && Height is >= 1 and <= LongestSide;

    /// <summary>Pixels of a length in points, rounded to the nearest; 0 for lengths that make no sense.</summary>
    public double Pixels(double points, double dpi) => points is > 0 and <= LongestSide ? Math.Round(points / PointsPerInch * dpi) : 0;

    /// <summary>The resolution of a picture of that width.</summary>
    public int DpiOf(int pixels) => Math.Max(1, (int)Math.Round(pixels / (Width / PointsPerInch)));

    /// <summary>The box of a page that could be looked into; letters and pictures of it are placed in this box, from its lower left corner.</summary>
    public static PdfPageBox Of(Page page) => new(page.Width, page.Height);

    /// <summary>The box by the page's dictionary alone; null where that does not say.</summary>
    public static PdfPageBox? OfDictionary(PdfDocument document, int number)
    {
        try
        {
            int left = number;
            List<DictionaryToken>? path = PathTo(document, document.Structure.Catalog.CatalogDictionary.Data["Pages"], ref left, []);
            double[]? box = Numbers(document, path, "CropBox") ?? Numbers(document, path, "MediaBox");
            if (box is not { Length: 4 })
            {
                return null;
            }

            int turn = (int)(Numbers(document, path, "Rotate") is [var degrees] ? degrees : 0);
            (double width, double height) = (Math.Abs(box[2] - box[0]), Math.Abs(box[3] - box[1]));
            PdfPageBox found = turn / 90 % 2 == 0 ? new PdfPageBox(width, height) : new PdfPageBox(height, width);
            return found.IsSane ? found : null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The dictionaries from the root of the page tree to the page, the page's own last.</summary>
    private static List<DictionaryToken>? PathTo(PdfDocument document, IToken node, ref int left, List<DictionaryToken> above)
    {
        if (above.Count > DeepestTree || Resolve(document, node) is not DictionaryToken here)
        {
            return null;
        }

        List<DictionaryToken> path = [.. above, here];
        if (!here.Data.TryGetValue("Kids", out IToken? kids))
        {
            return --left == 0 ? path : null;
        }

        foreach (IToken kid in (Resolve(document, kids) as ArrayToken)?.Data ?? [])
        {
            if (PathTo(document, kid, ref left, path) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>An entry of the page or of the nearest node above that has it (these entries are inherited).</summary>
    private static double[]? Numbers(PdfDocument document, List<DictionaryToken>? path, string entry)
    {
        for (int i = (path?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (path![i].Data.TryGetValue(entry, out IToken? token))
            {
                return Resolve(document, token) switch
                {
                    NumericToken number => [number.Double],
                    ArrayToken array => [.. array.Data.Select(item => Resolve(document, item)).OfType<NumericToken>().Select(number => number.Double)],
                    _ => null,
                };
            }
        }

        return null;
    }

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
