namespace Dau.Output.ReaderPage;

/// <summary>A document turned round for the page: which word, segment and correction is which, and what stands on which page.</summary>
internal sealed class Lookup
{
    /// <summary>A word at or below this confidence is marked as doubtful: about half of them are wrong, and of all others one in 200.</summary>
    internal const double DoubtfulAt = 0.8;

    /// <summary>A number at or below this is: nothing around it says what it should be, and a wrong one is worse than a gap. Printed ones were read with 0.89 and more.</summary>
    internal const double DoubtfulNumberAt = 0.85;

    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Model.Correction> corrections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Segment> segmentOfWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Segment Segment, Block Block)> segments = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(Block Block, List<Segment> Segments)>> pages = [];

    public Lookup(DocumentRecord document)
    {
        Document = document;
        foreach (Word word in document.Pages.SelectMany(static page => page.Words))
        {
            words[word.Id] = word;
        }

        foreach (Model.Correction correction in document.Corrections)
        {
            corrections[correction.Word] = correction;
        }

        foreach (Block block in document.Blocks)
        {
            foreach (Segment segment in block.Segments)
            {
                Place(block, segment);
            }
        }
    }

    public DocumentRecord Document { get; }

    public Word? Word(string id) => words.GetValueOrDefault(id);

    public Model.Correction? CorrectionOf(string word) => corrections.GetValueOrDefault(word);

    public Segment? SegmentOf(string word) => segmentOfWord.GetValueOrDefault(word);

    public (Segment Segment, Block Block)? Segment(string id) => segments.TryGetValue(id, out (Segment, Block) found) ? found : null;

    /// <summary>What starts on a page, in reading order. A block that runs over a page break is there on both pages, with its share of the segments.</summary>
    public IReadOnlyList<(Block Block, List<Segment> Segments)> On(int page) => pages.TryGetValue(page, out var found) ? found : [];

    /// <summary>Whether the engine was unsure of a word and correction has not settled it.</summary>
    public bool IsDoubtful(Word word) => word.Confidence <= (IsNumber(word.Source) ? DoubtfulNumberAt : DoubtfulAt) && word.Source.Any(char.IsLetterOrDigit) && !corrections.ContainsKey(word.Id);

    // Digits, and what stands among them; the letters of a code are often unsure where its digits are not.
    private static bool IsNumber(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    public int CountDoubtful() => segmentOfWord.Keys.Count(id => words.TryGetValue(id, out Word? word) && IsDoubtful(word));

    /// <summary>Segments with a warning in words beside them.</summary>
    public int CountWarned() => segments.Values.Count(static entry => entry.Segment.Reviewed is null && entry.Segment.Flags.Any(Wording.IsWarning));

    private void Place(Block block, Segment segment)
    {
        segments[segment.Id] = (segment, block);
        int page = block.Page;
        bool first = true;
        foreach (string id in segment.WordIds)
        {
            segmentOfWord.TryAdd(id, segment);
            if (first && PageOf(id) is int number)
            {
                page = number;
                first = false;
            }
        }

        if (!pages.TryGetValue(page, out var there))
        {
            pages[page] = there = [];
        }

        if (there.Count == 0 || there[^1].Block.Id != block.Id)
        {
            there.Add((block, []));
        }

        there[^1].Segments.Add(segment);
    }

    /// <summary>The page in a word's id (<c>p12w3</c>).</summary>
    internal static int? PageOf(string wordId)
    {
        int end = wordId.IndexOf('w', StringComparison.Ordinal);
        return end > 1 && int.TryParse(wordId.AsSpan(1, end - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int page) ? page : null;
    }
}
