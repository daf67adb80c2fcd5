using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Reads a signer's name where the ring of a black seal runs through it. The engine takes ring and letters for other letters; here the words that names are made
/// of are drawn as the last words of the line are printed, and laid over the picture without the ring, from the right to the left. What fits is never certain.
/// </summary>
internal static class SealedNames
{
    private const double LeastMet = 0.85;
    private const double Hopeless = 0.6;
    private const double Unended = 40;
    private const double LeastSeen = 0.33;
    private const double Near = 3;
    private const double OfWord = 8;
    private const double OfRank = 30;
    private const int Beam = 6;
    private const int MostWords = 4;
    private const double SpaceWidth = 0.25;

    // Gains in inked pixels that what is usual may make up for: a dot is 8, a hook 5.
    private const double Usual = 2;
    private const int MostUsual = 16;
    private const int UsualFamilies = 60;
    private const int UsualMiddles = 40;
    private const double AsRead = 25;
    private const double Clearly = 2;

    private static readonly string[] Ranks =
    [
        "Thiếu tá", "Trung tá", "Thượng tá", "Đại tá", "Thiếu úy", "Trung úy", "Thượng úy", "Đại úy", "Thiếu tướng", "Trung tướng", "Thượng tướng", "Đại tướng",
        "ThS.", "TS.", "BS.", "PGS.TS.", "GS.TS.", "Ths.", "BS.CKI", "BS.CKII",
    ];

    private static readonly Candidate[] Families =
        [.. NameSyllables.Family.Where(static name => name.Length > 1).Select(static (name, rank) => new Candidate(Title(name), Part.Family, rank < UsualFamilies ? rank < MostUsual ? 3 * Usual : 2 * Usual : 0))];

    private static readonly Candidate[] Inner =
        [.. NameSyllables.Given.Select(static (name, rank) => new Candidate(Title(name), Part.Middle, rank < UsualMiddles ? Usual : 0)).Where(static one => one.Text.Length > 1 && one.Text.All(char.IsLetter))];

    private static readonly ILookup<string, Candidate> s_byLetters =
        Inner.Concat(Families).DistinctBy(static one => one.Text, StringComparer.Ordinal).ToLookup(static one => VietnameseLetters.Bare(one.Text), StringComparer.Ordinal);

    /// <summary>The words with those of the name under the seal given what fits them.</summary>
    /// <param name="words">Read so far, in pixels of the layer.</param>
    /// <param name="layer">The place around the seal, 8 bits, black on white.</param>
    /// <param name="ring">The seal's, in pixels of the layer.</param>
    /// <param name="dpi">The layer's.</param>
    public static IReadOnlyList<EngineWord> Read(IReadOnlyList<EngineWord> words, Mat layer, SealRing ring, int dpi)
    {
        if (NameAnchor.Find(words, ring, dpi) is not { } anchor)
        {
            return words;
        }

        ShapePage page = ShapePage.Make(layer, ring, dpi);
        using Mat ink = page.Ink;
        if (NamePrint.Of(page, anchor) is not { } print)
        {
            return words;
        }

        EngineWord[] others = [.. anchor.Line.Except(anchor.Words)];
        SizedFont drawn = print.Font.At(print.Size);
        Path best = Search(page, print, drawn, anchor, others);
        List<EngineWord> known = Verify(page, print, drawn, anchor);
        return best.Words.Count == 0 && known.TrueForAll(static word => word.Shape is null) ? words : Put(words, anchor, known, best.Words, page.Scale);
    }

    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The words to the left of the anchor that together explain most of the ink.</summary>
    private static Path Search(ShapePage page, NamePrint print, SizedFont drawn, NameAnchor anchor, EngineWord[] read)
    {
        var none = new Path([], print.Left, 0);
        // Who is known by family name already may have a rank.
        Path best = Families.Any(one => one.Text == anchor.Words[0].Text) ? Ranked(none) : none;
        Path[] open = [none];
        for (int step = 0; step < MostWords && open.Length > 0; step++)
        {
            List<Path> next = [];
            foreach (Path path in open)
            {
                List<Placed> fits = [.. Families.Concat(Inner).Select(one => Place(page, print, drawn, one, path.Left, read)).OfType<Placed>().OrderByDescending(static one => one.Gain).Take(3 * Beam)];
                next.AddRange(fits.Select(one => new Path([one with { Rival = Rival(one, fits) }, .. path.Words], one.Left, path.Gain + one.Gain)));
            }

            foreach (Path whole in next)
            {
                Path ended = whole.Words[0].Part == Part.Family ? Ranked(whole) : whole with { Gain = whole.Gain - Unended };
                best = ended.Gain > best.Gain ? ended : best;
            }

            open = [.. next.Where(static path => path.Words[0].Part == Part.Middle).OrderByDescending(static path => path.Gain).Take(Beam)];
        }

        return best;

        Path Ranked(Path whole) => Ranks.Select(text => Place(page, print, drawn, new Candidate(text, Part.Rank, 0), whole.Left, read)).OfType<Placed>().MaxBy(static one => one.Gain) is { } rank
            ? new Path([rank, .. whole.Words], rank.Left, whole.Gain + rank.Gain) : whole;
    }

    private static string? Rival(Placed one, List<Placed> fits) =>
        fits.Find(other => other.Text != one.Text && one.Gain - other.Gain < Near && Math.Abs(other.Left - one.Left) < 0.3 * (one.Right - one.Left))?.Text;

    /// <summary>A word where it fits best, ending a space before another; null where it does not fit.</summary>
    private static Placed? Place(ShapePage page, NamePrint print, SizedFont drawn, Candidate candidate, double right, EngineWord[] read)
    {
        DrawnWord word = drawn.Draw(candidate.Text);
        double end = right - (SpaceWidth * print.Size);
        (int left, int baseline) = ((int)Math.Round(end - word.Advance), (int)Math.Round(print.Baseline));
        if (page.Compare(word, left, baseline) is { Met: < Hopeless })
        {
            return null;
        }

        (Fit Fit, int X, int Y) best = (new Fit(double.MinValue, 0, 0), left, baseline);
        for (int x = left - 2; x <= left + 2; x++)
        {
            Try(x, baseline);
        }

        double price = candidate.Part == Part.Rank ? OfRank : OfWord;
        int across = best.X;
        Try(across, baseline - 1);
        Try(across, baseline + 1);
        if (best.Fit.Met < LeastMet || best.Fit.Seen < LeastSeen || best.Fit.Gain <= price)
        {
            return null;
        }

        double origin = best.X;
        double asRead = read.Where(other => other.Text == candidate.Text && Math.Abs((other.Box.CentreX * page.Scale) - origin - (word.Advance / 2)) < 0.5 * print.Size)
            .Select(static other => AsRead * other.Confidence).FirstOrDefault();
        return new Placed(candidate.Text, candidate.Part, best.Fit.Gain + candidate.Bonus + asRead - price, best.Fit, origin, origin + word.Advance, best.Y, print.Size);

        void Try(int x, int y)
        {
            Fit fit = page.Compare(word, x, y);
            best = fit.Gain > best.Fit.Gain ? (fit, x, y) : best;
        }
    }

    /// <summary>The known words, those given other marks that fit the picture clearly better with them.</summary>
    private static List<EngineWord> Verify(ShapePage page, NamePrint print, SizedFont drawn, NameAnchor anchor)
    {
        List<EngineWord> words = [];
        double left = print.Left;
        foreach (EngineWord word in anchor.Words)
        {
            double right = left + drawn.Draw(word.Text).Advance + (SpaceWidth * print.Size);
            Placed? own = Place(page, print, drawn, new Candidate(word.Text, Part.Middle, 0), right, []);
            string bare = VietnameseLetters.Bare(word.Text);
            Placed? other = s_byLetters[bare].Where(one => one.Text != word.Text).Select(one => Place(page, print, drawn, one with { Bonus = 0 }, right, [])).OfType<Placed>().MaxBy(static one => one.Gain);
            bool better = own is not null && other is not null && other.Gain > own.Gain + Clearly;
            words.Add(better ? word with { Shape = other!.Text, Confidence = Math.Min(word.Confidence, Unsure), Symbols = [] } : word);
            left = right;
        }

        return words;
    }

    /// <summary>The words with what was found in the place of what was read there.</summary>
    private static IReadOnlyList<EngineWord> Put(IReadOnlyList<EngineWord> words, NameAnchor anchor, IReadOnlyList<EngineWord> known, IReadOnlyList<Placed> found, double scale)
    {
        int line = known[0].Line;
        List<EngineWord> rest = [.. words.Where(word => word.Line != line)];
        List<EngineWord> own = [.. anchor.Line.Except(anchor.Words)];
        List<EngineWord> put = [];
        foreach (Placed placed in found)
        {
            EngineWord[] there = [.. own.Where(word => word.Box.CentreX * scale >= placed.Left - (SpaceWidth * placed.Size) && word.Box.CentreX * scale < placed.Right)];
            own.RemoveAll(there.Contains);
            if (there is [var one] && (one.Text == placed.Text || (one.Confidence >= Trusted && s_byLetters[VietnameseLetters.Bare(one.Text)].Any(known => known.Text == one.Text))))
            {
                put.Add(one);
                continue;
            }

            string[] parts = placed.Text.Split(' ');
            string read = string.Concat(there.Select(static word => word.Text));
            for (int i = 0; i < parts.Length; i++)
            {
                // What the engine read there stands with the first of two words.
                string text = i == 0 && read.Length > 0 ? read : Nothing;
                put.Add(new EngineWord(text, Box(placed, i, parts, scale), Unsure, line, []) { Shape = parts[i], Other = placed.Rival is { } rival ? new Alternative(rival, Rivalry) : null });
            }
        }

        // What is left of the ring right before the name.
        if (found.Count > 0)
        {
            double left = found[0].Left / scale;
            own.RemoveAll(word => word.Confidence < Unsure && word.Box.CentreX < left && word.Box.Right > left - (2 * found[0].Size / scale));
        }

        return [.. rest.Concat(own).Concat(put).Concat(known).OrderBy(static word => word.Line).ThenBy(static word => word.Box.X)];
    }

    private const double Trusted = 0.85;
    private const double Unsure = 0.65;
    private const double Rivalry = 0.3;
    private const string Nothing = "…";

    private static PixelBox Box(Placed placed, int part, string[] parts, double scale)
    {
        double width = (placed.Right - placed.Left) / parts.Sum(static word => word.Length);
        double left = placed.Left + (width * parts.Take(part).Sum(static word => word.Length));
        return PixelBox.FromEdges(
            (int)(left / scale), (int)((placed.Baseline - (0.75 * placed.Size)) / scale), (int)((left + (width * parts[part].Length)) / scale), (int)((placed.Baseline + (0.2 * placed.Size)) / scale));
    }

    private enum Part
    {
        Family,
        Middle,
        Rank,
    }

    private sealed record Candidate(string Text, Part Part, double Bonus);

    private sealed record Path(IReadOnlyList<Placed> Words, double Left, double Gain);

    /// <summary>A word laid over the picture.</summary>
    private sealed record Placed(string Text, Part Part, double Gain, Fit Fit, double Left, double Right, double Baseline, double Size)
    {
        /// <summary>What fits nearly as well; null where nothing does.</summary>
        public string? Rival { get; init; }
    }
}
