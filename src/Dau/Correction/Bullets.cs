namespace Dau.Correction;

/// <summary>
/// Takes a small round spot before an item of a list for the bullet it is, whatever the engine read it as ("s", "Là", "°"). Its shape tells: about square, less than half
/// as high as the letters beside it, off their base line, with a gap behind it.
/// </summary>
internal static class Bullets
{
    private const string Bullet = "•";
    private const double Sure = 0.9;

    // Of the height of the words beside it.
    private const double Largest = 0.5;
    private const double Smallest = 0.15;
    private const double OffBase = 0.12;
    private const double LeastGap = 0.35;

    private const double Roundest = 1.4;
    private const int LongestReading = 2;

    /// <summary>Puts those of a page right.</summary>
    /// <param name="words">The words of a page in reading order.</param>
    /// <param name="corrections">Told of each change.</param>
    public static void Repair(Word[] words, List<Model.Correction> corrections)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            bool begins = (i == 0 || words[i - 1].Line != words[i].Line) && words[i + 1].Line == words[i].Line;
            if (begins && words[i].Source.Length <= LongestReading && words[i].Source is not (Bullet or "●" or "·" or ".") && IsSpot(PlaceOf(words[i]), PlaceOf(words[i + 1])))
            {
                words[i] = Change.Of(words[i], Bullet, "bullet", Sure, corrections);
            }
        }
    }

    private static bool IsSpot(PixelBox spot, PixelBox next) =>
        spot.Height <= Largest * next.Height && spot.Height >= Smallest * next.Height
        && Math.Max(spot.Width, spot.Height) <= Roundest * Math.Min(spot.Width, spot.Height)
        && spot.Bottom <= next.Bottom - (OffBase * next.Height) && spot.Y > next.Y + (OffBase * next.Height)
        && next.X - spot.Right >= LeastGap * next.Height;

    private static PixelBox PlaceOf(Word word) => word.Layout.IsEmpty ? word.Box : word.Layout;
}
