namespace Dau.Input;

/// <summary>At what resolution pages of a PDF are drawn, dots per inch.</summary>
internal static class PdfResolution
{
    /// <summary>Pages of fonts and lines.</summary>
    public const int BornDigital = 300;

    /// <summary>Scans below are enlarged.</summary>
    public const int Least = 150;

    /// <summary>Scans above are reduced.</summary>
    public const int Most = 400;

    /// <summary>A reduction by a whole number is preferred to one to <see cref="Most"/> when it leaves at least this.</summary>
    private const int LeastAfterHalving = 240;

    /// <summary>
    /// The factor by which a scan's own pixels are multiplied. Whole numbers and their inverses keep every pixel as large as the next one, which reads
    /// better than an uneven stretch: a 100-dpi scan is drawn at 200, one of 600 at 300.
    /// </summary>
    /// <param name="dpi">The scan's own.</param>
    public static double Factor(double dpi)
    {
        if (dpi < Least)
        {
            return Math.Ceiling(Least / dpi);
        }

        if (dpi <= Most)
        {
            return 1;
        }

        double halved = dpi / Math.Ceiling(dpi / Most);
        return (halved >= LeastAfterHalving ? halved : Most) / dpi;
    }
}
