using Dau.Correction;
using Dau.Model;
using Dau.Training.Channel;

namespace Dau.Benchmarks.Correction;

/// <summary>What correction did to the syllables of readings whose truth is known.</summary>
/// <param name="Syllables">Syllables of the reading that were placed in the truth.</param>
/// <param name="Marks">Read with the right letters and wrong marks.</param>
/// <param name="Letters">Read with wrong letters.</param>
/// <param name="Digits">A number misread, or something read as one.</param>
/// <param name="Glued">Two syllables read as one.</param>
/// <param name="Extra">Read where nothing is.</param>
/// <param name="Repaired">Wrong ones that are right after correction.</param>
/// <param name="Mischanged">Wrong ones that became another wrong one.</param>
/// <param name="Harmed">Right ones that are wrong after correction.</param>
internal sealed record RepairScore(int Syllables, int Marks, int Letters, int Digits, int Glued, int Extra, int Repaired, int Mischanged, int Harmed)
{
    public static RepairScore Zero { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public int Wrong => Marks + Letters + Digits + Glued + Extra;

    /// <summary>What is wrong after correction, extra syllables included.</summary>
    public int Left => Wrong - Repaired + Harmed;

    public static RepairScore operator +(RepairScore a, RepairScore b) => new(
        a.Syllables + b.Syllables, a.Marks + b.Marks, a.Letters + b.Letters, a.Digits + b.Digits, a.Glued + b.Glued, a.Extra + b.Extra,
        a.Repaired + b.Repaired, a.Mischanged + b.Mischanged, a.Harmed + b.Harmed);

    /// <summary>Scores a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="correct">Puts a page right; null for as read.</param>
    /// <param name="note">Told of each syllable that is wrong before or after: as read, truth, after.</param>
    public static RepairScore Of(ScanReading reading, Func<Page, Page>? correct, Action<string>? note = null, Func<Page, IReadOnlyList<WordDecision>>? explain = null)
    {
        Page[] after = [.. reading.Pages.Select(page => correct?.Invoke(page) ?? page)];
        RepairScore score = Zero;
        Dictionary<int, WordDecision>[] why = [.. reading.Pages.Select(page => (note is null ? null : explain?.Invoke(page) ?? [])?.ToDictionary(static d => d.Word) ?? [])];
        foreach (IGrouping<(int Page, int Word), AlignedSyllable> word in TruthAlignment.Of(reading).Where(static one => one.Sure).GroupBy(static one => (one.Page, one.Word)))
        {
            string truth = string.Join(' ', word.Select(static one => one.Truth).Where(static one => one.Length > 0));
            string before = string.Join(' ', word.Select(static one => one.Read));
            string now = string.Join(' ', NormalSyllables(after[word.Key.Page].Words[word.Key.Word].Source));
            bool whole = word.Count() == NormalSyllables(reading.Pages[word.Key.Page].Words[word.Key.Word].Ocr).Count;
            if (!whole)
            {
                continue;
            }

            score = score with { Syllables = score.Syllables + word.Count() };
            bool wasRight = Same(before, truth), isRight = Same(now, truth);
            if (!wasRight)
            {
                score = Count(score, before, truth);
            }

            score = score with
            {
                Repaired = score.Repaired + (!wasRight && isRight ? 1 : 0),
                Mischanged = score.Mischanged + (!wasRight && !isRight && !Same(now, before) ? 1 : 0),
                Harmed = score.Harmed + (wasRight && !isRight ? 1 : 0),
            };
            if (!wasRight || !isRight)
            {
                Word read = reading.Pages[word.Key.Page].Words[word.Key.Word];
                note?.Invoke($"{reading.Name} {read.Id} {(wasRight ? "HARM" : isRight ? "fixed" : !Same(now, before) ? "OTHER" : "left")} {before} | {truth} | {now} | {read.Confidence:0.00} {string.Join(' ', read.Symbols.Select(s => s.Text + (s.Choices.Count == 0 ? "" : "{" + string.Join(' ', s.Choices.Select(c => $"{c.Text}{c.Probability:0.00}")) + "}")))} | {(why[word.Key.Page].TryGetValue(word.Key.Word, out WordDecision? d) ? (d.IsName ? "NAME " : "") + string.Join(' ', Enumerable.Range(0, d.Readings.Count).OrderByDescending(i => d.Gains[i]).Take(3).Select(i => $"{d.Readings[i].Text}:{d.Readings[i].Cost - d.Readings[0].Cost:0.0}/{d.Gains[i]:0.0}")) : "-")}");
            }
        }

        return score;
    }

    private static RepairScore Count(RepairScore score, string before, string truth)
    {
        string bareBefore = VietnameseLetters.Bare(before.ToLowerInvariant()), bareTruth = VietnameseLetters.Bare(truth.ToLowerInvariant());
        return truth.Length == 0 ? score with { Extra = score.Extra + 1 }
            : before.Any(char.IsDigit) || truth.Any(char.IsDigit) ? score with { Digits = score.Digits + 1 }
            : bareBefore == bareTruth ? score with { Marks = score.Marks + 1 }
            : truth.Contains(' ', StringComparison.Ordinal) && !before.Contains(' ', StringComparison.Ordinal) ? score with { Glued = score.Glued + 1 }
            : score with { Letters = score.Letters + 1 };
    }

    /// <summary>Case is set aside: publishers retype titles in capitals.</summary>
    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static List<string> NormalSyllables(string text) => [.. Measures.NormalForm.Syllables(text).Select(TruthAlignment.Form)];
}
