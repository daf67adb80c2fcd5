namespace Dau.Vision.Recognition;

/// <summary>
/// Whether a page was read so badly that a reader must be told. The sign is the share of its running text that stands in words of less than full confidence: on 60
/// forged pages of their own seeds it was 0.00 to 0.08 where under 4 % of syllables were wrong, and from 0.095 where more than 6 % were. Shares of misspelt
/// syllables told the two apart no better than chance, and header, signature and tables are doubtful on good pages too.
/// </summary>
/// <param name="Letters">Letters of running text.</param>
/// <param name="Weak">Share of them in words that were not read with full confidence, 0 to 1.</param>
/// <param name="Unread">Share of the print that no word accounts for, 0 to 1.</param>
internal readonly record struct PageDoubt(int Letters, double Weak, double Unread)
{
    /// <summary>The most confidence that a word of a doubted page is given: names and numbers under it are said to be uncertain.</summary>
    public const double MostConfidence = 0.79;

    private const int RunningText = 5;
    private const double Full = 0.88;
    private const int LeastLetters = 120;
    private const int ManyLetters = 400;
    private const double MuchWeak = 0.085;
    private const double MuchWeakOfFew = 0.17;
    private const double Smoother = 0.7;
    private const double MuchUnread = 0.12;

    /// <summary>Print that is looked at the wrong way round reads like specks.</summary>
    private const double MuchNoise = 0.5;
    private const int LeastNoise = 20;

    /// <summary>Readings that were dropped as specks and the like, for each word that was kept; 0 where they are few.</summary>
    public double Noise { get; init; }

    /// <summary>Whether it is the reading of a smoother rendering, in which words look surer than they are.</summary>
    public bool IsSecond { get; init; }

    /// <summary>What a reader should know; null for a page that was read well.</summary>
    public string? Warning => Letters >= LeastLetters && Weak >= (Letters >= ManyLetters ? MuchWeak : MuchWeakOfFew) * (IsSecond ? Smoother : 1)
        ? "This page is hard to read; more than one word in twenty may be wrong, also where nothing is marked. Check it against the picture."
        : Unread >= MuchUnread || Noise >= MuchNoise ? "Parts of this page may not have been read. Check it against the picture." : null;

    /// <param name="words">Words of a page.</param>
    /// <param name="unread">From <see cref="UnreadInk"/>.</param>
    /// <param name="dropped">Readings that were dropped as no text.</param>
    public static PageDoubt Of(IReadOnlyList<Word> words, double unread, int dropped)
    {
        (int letters, int weak) = (0, 0);
        foreach (Word word in words.GroupBy(static word => word.Line).Where(static line => line.Count() >= RunningText).SelectMany(static line => line))
        {
            int own = word.Ocr.Count(char.IsLetter);
            letters += own;
            weak += word.Confidence < Full ? own : 0;
        }

        return new PageDoubt(letters, letters == 0 ? 0 : weak / (double)letters, unread) { Noise = dropped < LeastNoise ? 0 : dropped / Math.Max(1.0, words.Count) };
    }
}
