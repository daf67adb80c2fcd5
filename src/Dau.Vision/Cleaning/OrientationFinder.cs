using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>
/// Finds how a page must be turned to stand upright. Lying pages show in the pile-up of lower edges, which text has along its lines only. Standing pages are upright
/// when letters align at the bottom rather than at the top, and when small marks stand above letters rather than below: in Vietnamese there are many of them.
/// </summary>
internal static class OrientationFinder
{
    private const double SkewLimit = 8;
    private const double ClearRatio = 2.2;
    private const double Weight = 2;
    private const int LeastComponents = 12;
    private const int LeastLetter = 6;

    /// <summary>From this on the letters leave no doubt that they were looked at the right way.</summary>
    private const double WellShown = 1;

    /// <summary>How sure an answer must be to stand without a second look.</summary>
    public const double Sure = 0.5;

    /// <param name="standing">The page's ink.</param>
    /// <returns>Degrees to turn clockwise, and how sure that is, from 0; from <see cref="Sure"/> it need not be checked.</returns>
    public static (int Degrees, double Certainty) Find(PageInk standing)
    {
        var turnedMask = new Mat();
        Cv2.Rotate(standing.Mask, turnedMask, RotateFlags.Rotate90Clockwise);
        using var lying = new PageInk(turnedMask, standing.Factor);
        double ratio = Ratio(lying.Edges, standing.Edges);
        double upright = ratio < ClearRatio ? Uprightness(standing) : 0;
        double turned = ratio > 1 / ClearRatio ? Uprightness(lying) : 0;
        if (Math.Max(Math.Abs(upright), Math.Abs(turned)) < WellShown)
        {
            // The sheet's edge and folds may pile up more than a few lines of text: letters alone are asked, and both ways.
            using Mat letters = LettersOf(standing);
            using var lyingLetters = new Mat();
            Cv2.Rotate(letters, lyingLetters, RotateFlags.Rotate90Clockwise);
            ratio = Ratio(LowerEdges.Of(lyingLetters), LowerEdges.Of(letters));
            upright = upright == 0 ? Uprightness(standing) : upright;
            turned = turned == 0 ? Uprightness(lying) : turned;
        }

        // The frames of tables pile up both ways; letters seen from the side look neither upright nor upside down.
        bool turn = ratio * Math.Exp(Weight * (Math.Abs(turned) - Math.Abs(upright))) > 1.2;
        double certain = turn ? turned : upright;
        int degrees = (turn ? 90 : 0) + (certain < 0 ? 180 : 0);
        return (degrees % 360, Math.Abs(certain));
    }

    /// <summary>How much sharper lines show on the lying page than on the standing one.</summary>
    private static double Ratio(LowerEdges lying, LowerEdges standing) => SkewEstimator.Sharpness(lying, SkewLimit) / Math.Max(1e-6, SkewEstimator.Sharpness(standing, SkewLimit));

    /// <summary>Above 0 for text that stands upright, below for text that stands on its head; near 0 for neither.</summary>
    private static double Uprightness(PageInk ink)
    {
        List<Rect> boxes = Parts(ink);
        int[] heights = [.. boxes.Where(static box => box.Height >= LeastLetter).Select(static box => box.Height).Order()];
        if (heights.Length < LeastComponents)
        {
            return 0;
        }

        int letter = heights[heights.Length / 2];
        List<Rect> letters = [.. boxes.Where(box => box.Height >= 0.7 * letter && box.Height <= 2.2 * letter && box.Width <= 3 * letter)];
        double slope = Math.Tan(ink.Skew.Degrees * Math.PI / 180);
        double bottoms = PileUp(letters, box => box.Bottom - (slope * (box.X + (box.Width / 2.0))));
        double tops = PileUp(letters, box => box.Top - (slope * (box.X + (box.Width / 2.0))));
        (int above, int below) = CountMarks([.. boxes.Where(box => box.Height < 0.6 * letter && box.Width < 1.2 * letter)], letters, letter);
        return Math.Log(bottoms / tops) + (0.7 * Math.Log((above + 4.0) / (below + 4.0)));
    }

    /// <summary>A mask of the boxes of what may be letters, whichever way they stand.</summary>
    private static Mat LettersOf(PageInk ink)
    {
        var letters = new Mat(ink.Mask.Size(), MatType.CV_8UC1, Scalar.Black);
        foreach (Rect box in Parts(ink).Where(static box => Math.Min(box.Width, box.Height) >= LeastLetter))
        {
            letters.Rectangle(box, Scalar.White, -1);
        }

        return letters;
    }

    private static List<Rect> Parts(PageInk ink) => [.. ink.Parts.Select(static part => part.Box).Where(static box => box.Height is >= 2 and < 60 && box.Width is >= 2 and < 120)];

    private static double PileUp(List<Rect> letters, Func<Rect, double> edge)
    {
        var bins = new Dictionary<int, int>();
        foreach (Rect letter in letters)
        {
            int bin = (int)Math.Round(edge(letter));
            bins[bin] = bins.GetValueOrDefault(bin) + 1;
        }

        return bins.Values.Sum(static many => (double)many * many) / Math.Max(1, letters.Count);
    }

    /// <summary>Small marks that stand closely above a letter, and closely below one.</summary>
    private static (int Above, int Below) CountMarks(List<Rect> marks, List<Rect> letters, int letterHeight)
    {
        // Letters by their middle column, so that a mark looks at its neighbours only.
        ILookup<int, Rect> columns = letters.ToLookup(box => (box.X + (box.Width / 2)) / letterHeight);
        int above = 0;
        int below = 0;
        foreach (Rect mark in marks)
        {
            int middle = mark.X + (mark.Width / 2);
            int column = middle / letterHeight;
            foreach (Rect letter in Enumerable.Range(column - 1, 3).SelectMany(i => columns[i]))
            {
                if (middle < letter.Left - 1 || middle > letter.Right + 1)
                {
                    continue;
                }

                int over = letter.Top - mark.Bottom;
                int under = mark.Top - letter.Bottom;
                above += over >= -2 && over <= letterHeight / 2 ? 1 : 0;
                below += under >= -2 && under <= letterHeight / 2 ? 1 : 0;
            }
        }

        return (above, below);
    }
}
