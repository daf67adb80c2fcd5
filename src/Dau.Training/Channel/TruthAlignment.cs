using Dau.Model;
using System.Text.RegularExpressions;
using Dau.Correction;

namespace Dau.Training.Channel;

/// <summary>A syllable of a reading beside the truth.</summary>
/// <param name="Page">Index of its page.</param>
/// <param name="Word">Index of its word on the page.</param>
/// <param name="Start">Where it begins in the word's text.</param>
/// <param name="Read">The syllable as it was read.</param>
/// <param name="Truth">What stands there: nothing where the reading has too much, two syllables where it glued them.</param>
/// <param name="Sure">Whether the syllables around it agree with the truth, so that this is the place.</param>
internal sealed record AlignedSyllable(int Page, int Word, int Start, string Read, string Truth, bool Sure);

/// <summary>A word of a reading beside the truth, all its syllables in their places.</summary>
/// <param name="Page">Index of its page.</param>
/// <param name="Word">Index of the word on the page.</param>
/// <param name="Read">Its syllables as they were read.</param>
/// <param name="Truth">What stands there; empty where the reading has too much.</param>
internal sealed record AlignedWord(int Page, int Word, string Read, string Truth)
{
    /// <summary>Whether a text for the word says what stands there. Case is set aside: publishers retype titles in capitals.</summary>
    public bool IsRight(string text) => string.Equals(TruthAlignment.Syllables(text), Truth, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Finds the words of a reading in its truth.</summary>
internal static partial class TruthAlignment
{
    /// <summary>So many syllables on either side must mostly agree.</summary>
    private const int Around = 4;

    private const int Match = 0, Marks = 2, Other = 4, Gap = 3;

    /// <summary>The syllables of a reading that lie within its body, in order, tone placed the old way, in the case that was read.</summary>
    public static IReadOnlyList<AlignedSyllable> Of(ScanReading reading)
    {
        List<AlignedSyllable> read = [];
        foreach ((int number, Page page) in reading.Pages.Index())
        {
            foreach ((int index, Word word) in page.Words.Index())
            {
                foreach (Match syllable in Syllable().Matches(VietnameseLetters.Compose(word.Ocr)))
                {
                    read.Add(new AlignedSyllable(number, index, syllable.Index, Form(syllable.Value), "", false));
                }
            }
        }

        string[] truth = [.. Syllable().Matches(VietnameseLetters.Compose(reading.Truth)).Select(static syllable => Form(syllable.Value))];
        return Judge(Align([.. truth.Select(Fold)], [.. read.Select(static syllable => Fold(syllable.Read))], truth, read));
    }

    /// <summary>The words of a reading whose place in the truth is certain.</summary>
    public static IEnumerable<AlignedWord> Words(ScanReading reading) => Of(reading)
        .GroupBy(static one => (one.Page, one.Word))
        .Where(word => word.All(static one => one.Sure) && word.Count() == Syllable().Count(VietnameseLetters.Compose(reading.Pages[word.Key.Page].Words[word.Key.Word].Ocr)))
        .Select(static word => new AlignedWord(
            word.Key.Page, word.Key.Word, string.Join(' ', word.Select(static one => one.Read)), string.Join(' ', word.Select(static one => one.Truth).Where(static one => one.Length > 0))));

    /// <summary>The syllables of a text in the form in which they are compared, parted by spaces.</summary>
    public static string Syllables(string text) => string.Join(' ', Syllable().Matches(VietnameseLetters.Compose(text)).Select(static syllable => Form(syllable.Value)));

    /// <summary>The form in which syllables are compared: tone placed the old way.</summary>
    public static string Form(string syllable)
    {
        string old = TonePlacement.ToOld(syllable.ToLowerInvariant());
        return string.Create(old.Length, (old, syllable), static (span, pair) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = i < pair.syllable.Length && char.IsUpper(pair.syllable[i]) ? char.ToUpperInvariant(pair.old[i]) : pair.old[i];
            }
        });
    }

    private static (string Text, string Bare) Fold(string text)
    {
        string lower = text.ToLowerInvariant();
        return (lower, VietnameseLetters.Bare(lower));
    }

    private static List<AlignedSyllable> Align((string Text, string Bare)[] wanted, (string Text, string Bare)[] had, string[] truth, List<AlignedSyllable> read)
    {
        int columns = had.Length + 1;
        byte[] moves = new byte[(wanted.Length + 1L) * columns];
        int[] cost = new int[columns];
        for (int i = 1; i <= wanted.Length; i++)
        {
            int diagonal = cost[0];
            cost[0] = i * Gap;
            moves[(long)i * columns] = 1;
            for (int j = 1; j < columns; j++)
            {
                int step = wanted[i - 1].Text == had[j - 1].Text ? Match : wanted[i - 1].Bare == had[j - 1].Bare ? Marks : Other;
                int across = diagonal + step, up = cost[j] + Gap, left = cost[j - 1] + Gap;
                diagonal = cost[j];
                cost[j] = Math.Min(across, Math.Min(up, left));
                moves[((long)i * columns) + j] = (byte)(cost[j] == across ? 0 : cost[j] == up ? 1 : 2);
            }
        }

        int place = Array.IndexOf(cost, cost.Min()), row = wanted.Length;
        var found = new List<AlignedSyllable>();
        string missed = "";
        while (row > 0)
        {
            switch (moves[((long)row * columns) + place])
            {
                case 0:
                    row--;
                    place--;
                    AlignedSyllable here = read[place];
                    bool glued = missed.Length > 0 && here.Read.Length > truth[row].Length + 1;
                    found.Add(here with { Truth = glued ? truth[row] + " " + missed : truth[row] });
                    missed = "";
                    break;
                case 1:
                    row--;
                    missed = truth[row];
                    break;
                default:
                    place--;
                    found.Add(read[place]);
                    missed = "";
                    break;
            }
        }

        found.Reverse();
        return found;
    }

    private static AlignedSyllable[] Judge(List<AlignedSyllable> found)
    {
        bool Agrees(int i) => i >= 0 && i < found.Count && string.Equals(found[i].Read, found[i].Truth, StringComparison.OrdinalIgnoreCase);
        return [.. found.Select((one, i) => one with { Sure = Enumerable.Range(1, Around).Count(step => Agrees(i - step)) >= 2 && Enumerable.Range(1, Around).Count(step => Agrees(i + step)) >= 2 })];
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Syllable();
}
