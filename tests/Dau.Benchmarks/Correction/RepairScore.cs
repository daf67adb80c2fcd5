using Dau.Model;
using Dau.Training.Channel;

namespace Dau.Benchmarks.Correction;

/// <summary>What correction did to the words of readings whose truth is known.</summary>
/// <param name="Words">Words that were placed in the truth with certainty.</param>
/// <param name="Marks">Read with the right letters and wrong marks.</param>
/// <param name="Letters">Read with wrong letters, or two as one.</param>
/// <param name="Others">Numbers misread, and what was read where nothing is.</param>
/// <param name="MarksLeft">Wrong marks that are wrong after correction.</param>
/// <param name="LettersLeft">The same for letters.</param>
/// <param name="OthersLeft">The same for the others.</param>
/// <param name="Harmed">Right words that are wrong after correction.</param>
internal sealed record RepairScore(int Words, int Marks, int Letters, int Others, int MarksLeft, int LettersLeft, int OthersLeft, int Harmed)
{
    /// <summary>Share of the words that are wrong after correction.</summary>
    public double Rate => (MarksLeft + LettersLeft + OthersLeft + Harmed) / (double)Math.Max(1, Words);

    /// <summary>The same without what no corrector of syllables can know: numbers and junk.</summary>
    public double SyllableRate => (MarksLeft + LettersLeft + Harmed) / (double)Math.Max(1, Words);

    public static RepairScore operator +(RepairScore a, RepairScore b) => new(
        a.Words + b.Words, a.Marks + b.Marks, a.Letters + b.Letters, a.Others + b.Others,
        a.MarksLeft + b.MarksLeft, a.LettersLeft + b.LettersLeft, a.OthersLeft + b.OthersLeft, a.Harmed + b.Harmed);

    /// <summary>Scores a reading.</summary>
    /// <param name="reading">As read.</param>
    /// <param name="words">Its words and their truth.</param>
    /// <param name="after">Its pages after correction.</param>
    /// <param name="note">Told of every word that is wrong before or after.</param>
    public static RepairScore Of(ScanReading reading, IEnumerable<AlignedWord> words, IReadOnlyList<Page> after, Action<string>? note = null)
    {
        var score = new RepairScore(0, 0, 0, 0, 0, 0, 0, 0);
        foreach (AlignedWord word in words)
        {
            Word read = reading.Pages[word.Page].Words[word.Word];
            string now = after[word.Page].Words[word.Word].Source;
            int left = word.IsRight(now) ? 0 : 1;
            score = (word.IsRight(read.Ocr) ? 'r' : Kind(word)) switch
            {
                'r' => score with { Words = score.Words + 1, Harmed = score.Harmed + left },
                'm' => score with { Words = score.Words + 1, Marks = score.Marks + 1, MarksLeft = score.MarksLeft + left },
                'l' => score with { Words = score.Words + 1, Letters = score.Letters + 1, LettersLeft = score.LettersLeft + left },
                _ => score with { Words = score.Words + 1, Others = score.Others + 1, OthersLeft = score.OthersLeft + left },
            };
            if (!word.IsRight(read.Ocr) || left > 0)
            {
                note?.Invoke($"{(left == 0 ? "fixed" : word.IsRight(read.Ocr) ? "harmed" : "left")}\t{reading.Name}\t{read.Id}\t{read.Ocr}\t{word.Truth}\t{now}\t{read.Confidence:0.00}");
            }
        }

        return score;
    }

    private static char Kind(AlignedWord word) =>
        word.Truth.Length == 0 || word.Read.Any(char.IsDigit) || word.Truth.Any(char.IsDigit) ? 'o'
        : VietnameseLetters.Bare(word.Read.ToLowerInvariant()) == VietnameseLetters.Bare(word.Truth.ToLowerInvariant()) ? 'm' : 'l';
}
