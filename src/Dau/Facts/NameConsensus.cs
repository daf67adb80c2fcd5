using Dau.Segmentation;

namespace Dau.Facts;

/// <summary>
/// A name that a letter prints several times was hardly misread each time: the letterhead's place and offices are held against the same names elsewhere in
/// the letter.
/// </summary>
internal sealed class NameConsensus
{
    // A reading must outweigh the one it replaces by this much.
    private const double Clearly = 1.3;

    private readonly string[] letters;
    private readonly string[] forms;
    private readonly double[] weights;
    private readonly ILookup<string, int> places;
    private readonly ILookup<string, int> behind;

    internal NameConsensus(IReadOnlyList<Page> pages)
    {
        Word[] words = [.. pages.SelectMany(static p => p.Words)];
        letters = [.. words.Select(static w => LetterForms.Letters(w.Source))];
        forms = [.. words.Select(static w => Form(w.Source))];
        weights = [.. words.Select(static w => w.Source.Length > 0 && char.IsUpper(w.Source.FirstOrDefault(char.IsLetter)) ? w.Confidence : 0)];
        places = Enumerable.Range(0, words.Length).Where(i => letters[i].Length > 1 && weights[i] > 0.3).ToLookup(i => letters[i], StringComparer.Ordinal);
        behind = Enumerable.Range(1, Math.Max(0, words.Length - 1)).Where(i => letters[i].Length > 2 && weights[i] > 0.6).ToLookup(i => letters[i - 1], StringComparer.Ordinal);
    }

    /// <summary>A name as the whole letter has it.</summary>
    /// <param name="Name">The name; words that the rest of the letter reads otherwise are as there.</param>
    /// <param name="Changed">Whether a word was changed.</param>
    /// <param name="Disputed">Whether the letter has other readings of a word that do not clearly win or lose.</param>
    internal readonly record struct Settled(string Name, bool Changed, bool Disputed);

    internal Settled Settle(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] own = [.. words.Select(static w => LetterForms.Letters(w))];
        bool changed = false, disputed = false;
        for (int i = 0; i < words.Length && words.Length > 1; i++)
        {
            Dictionary<string, double> votes = new(StringComparer.Ordinal);
            foreach (int at in own[i].Length < 2 ? [] : places[own[i]])
            {
                if ((i > 0 && at > 0 && letters[at - 1] == own[i - 1]) || (i + 1 < own.Length && at + 1 < letters.Length && letters[at + 1] == own[i + 1]))
                {
                    votes[forms[at]] = votes.GetValueOrDefault(forms[at]) + weights[at];
                }
            }

            string form = Form(words[i]);
            if (i > 0 && votes.GetValueOrDefault(form) <= 1 && own[i].Length > 2)
            {
                // A letter off, behind the same word, twice or more: "Tây Hỏi" among several "Tây Hải".
                foreach (IGrouping<string, int> near in behind[own[i - 1]].Where(at => letters[at] != own[i] && letters[at].Length == own[i].Length && LetterForms.Distance(letters[at], own[i]) == 1)
                    .GroupBy(at => forms[at], StringComparer.Ordinal).Where(static g => g.Count() > 1))
                {
                    votes[near.Key] = near.Sum(at => weights[at]);
                }
            }

            KeyValuePair<string, double> best = votes.Where(v => v.Key != form).OrderByDescending(static v => v.Value).FirstOrDefault();
            double mine = votes.GetValueOrDefault(form);
            if (best.Key is not null && best.Value > Clearly * mine)
            {
                words[i] = Like(best.Key, words[i]);
                changed = true;
            }
            else if (best.Key is not null && best.Value * Clearly > mine)
            {
                disputed = true;
            }
        }

        return new Settled(string.Join(' ', words), changed, disputed);
    }

    private static string Form(string word) => Correction.TonePlacement.ToOld(string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant());

    private static string Like(string form, string pattern)
    {
        string tail = string.Concat(pattern.Reverse().TakeWhile(static c => !char.IsLetterOrDigit(c)).Reverse());
        return (LetterForms.IsCapitals(pattern) ? form.ToUpperInvariant() : char.ToUpperInvariant(form[0]) + form[1..]) + tail;
    }
}
