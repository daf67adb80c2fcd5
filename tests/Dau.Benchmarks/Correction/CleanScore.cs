using System.Text;
using System.Text.RegularExpressions;
using Dau.Correction;
using Dau.Model;

namespace Dau.Benchmarks.Correction;

/// <summary>What a side does to text that is right as it is, and to labelled errors in it.</summary>
/// <param name="Words">Words outside labelled errors.</param>
/// <param name="Changed">Those of them that were changed.</param>
/// <param name="Errors">Labelled errors.</param>
/// <param name="Detected">Those that were changed.</param>
/// <param name="Corrected">Those that became what the label says.</param>
internal sealed partial record CleanScore(int Words, int Changed, int Errors = 0, int Detected = 0, int Corrected = 0)
{
    /// <summary>Changes in 10,000 words.</summary>
    public double Harm => 1e4 * Changed / Math.Max(1, Words);

    /// <summary>Scores plain paragraphs.</summary>
    public static CleanScore Of(Side side, IReadOnlyList<Page> pages, Action<string>? note = null)
    {
        IReadOnlyList<Page> after = side.Correct(pages);
        int words = 0, changed = 0;
        foreach ((Page before, Page now) in pages.Zip(after))
        {
            for (int i = 0; i < before.Words.Count; i++)
            {
                words++;
                if (now.Words[i].Source != before.Words[i].Ocr)
                {
                    changed++;
                    note?.Invoke($"{before.Words[i].Ocr} > {now.Words[i].Source} : {string.Join(' ', before.Words.Skip(Math.Max(0, i - 4)).Take(9).Select(static word => word.Ocr))}");
                }
            }
        }

        return new CleanScore(words, changed);
    }

    /// <summary>Scores articles with labelled errors.</summary>
    public static CleanScore OfLabelled(Side side, IEnumerable<(string Text, IReadOnlyList<(int Start, int Length, IReadOnlyList<string> Right)> Errors)> articles, Action<string>? note = null)
    {
        var score = new CleanScore(0, 0);
        foreach ((string text, var errors) in articles)
        {
            Word[] after = [.. side.Correct(PlainPages.Of(text.Split('\n'))).SelectMany(static page => page.Words)];
            Match[] words = [.. Word().Matches(text).OfType<Match>()];
            var labelled = new HashSet<int>();
            foreach ((int start, int length, IReadOnlyList<string> right) in errors)
            {
                int[] touched = [.. Enumerable.Range(0, words.Length).Where(i => words[i].Index < start + length && words[i].Index + words[i].Length > start)];
                labelled.UnionWith(touched);
                string before = string.Join(' ', touched.Select(i => words[i].Value)), now = string.Join(' ', touched.Select(i => after[i].Source));
                int at = start - (touched.Length > 0 ? words[touched[0]].Index : start);
                bool fixed_ = right.Any(one => at + length <= before.Length && Same(before[..at] + one + before[(at + length)..], now));
                score = score with { Errors = score.Errors + 1, Detected = score.Detected + (Same(before, now) ? 0 : 1), Corrected = score.Corrected + (fixed_ ? 1 : 0) };
            }

            for (int i = 0; i < words.Length; i++)
            {
                bool changed = !Same(words[i].Value, after[i].Source);
                if (!labelled.Contains(i))
                {
                    score = score with { Words = score.Words + 1, Changed = score.Changed + (changed ? 1 : 0) };
                    if (changed)
                    {
                        note?.Invoke($"{words[i].Value} > {after[i].Source} : {string.Join(' ', words.Skip(Math.Max(0, i - 4)).Take(9).Select(static word => word.Value))}");
                    }
                }
            }
        }

        return score;
    }

    private static bool Same(string a, string b) => a.Normalize(NormalizationForm.FormC) == b.Normalize(NormalizationForm.FormC);

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}
