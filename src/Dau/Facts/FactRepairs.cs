using System.Text;

namespace Dau.Facts;

/// <summary>Carries the repairs that facts made to names into the words, the blocks and the log: a name is the same wherever the document shows it.</summary>
internal static class FactRepairs
{
    /// <summary>How sure a repair is that a closed list or the rest of the letter vouches for.</summary>
    internal const double Sure = 0.9;

    /// <summary>The repairs between a name as its words have it and as it was settled, word by word; none where the words do not correspond.</summary>
    internal static IEnumerable<Model.Correction> Between(IEnumerable<Word> words, string settled, string reason)
    {
        Word[] read = [.. words.Where(static w => w.Source.Any(char.IsLetter))];
        string[] names = [.. settled.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static n => n.Any(char.IsLetter))];
        if (read.Length != names.Length)
        {
            yield break;
        }

        for (int i = 0; i < read.Length; i++)
        {
            (string before, string core, string after) = Parts(read[i].Source);
            (_, string name, string sign) = Parts(names[i]);

            // Inside a name a speck may have been read as a comma, or a comma lost.
            after = i < read.Length - 1 && (after, sign) is (",", "") or ("", ",") ? sign : after;
            if (core != name || before + core + after != read[i].Source.Normalize(NormalizationForm.FormC))
            {
                yield return new Model.Correction(read[i].Id, read[i].Ocr, before + name + after, reason, Sure);
            }
        }
    }

    /// <summary>Words, blocks and log after the repairs.</summary>
    internal static (IReadOnlyList<Page> Pages, IReadOnlyList<Block> Blocks, IReadOnlyList<Model.Correction> Corrections) Apply(
        IReadOnlyList<Page> pages, IReadOnlyList<Block> blocks, IReadOnlyList<Model.Correction> corrections, IReadOnlyList<Model.Correction> repairs)
    {
        if (repairs.Count == 0)
        {
            return (pages, blocks, corrections);
        }

        Dictionary<string, Model.Correction> byWord = repairs.GroupBy(static r => r.Word, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        Page[] mended = [.. pages.Select(p => !p.Words.Any(w => byWord.ContainsKey(w.Id)) ? p
            : p with { Words = [.. p.Words.Select(w => byWord.TryGetValue(w.Id, out Model.Correction? repair) ? w with { Source = repair.After } : w)] })];
        Dictionary<string, string> sources = mended.SelectMany(static p => p.Words).ToDictionary(static w => w.Id, static w => w.Source, StringComparer.Ordinal);
        Block[] rebuilt = [.. blocks.Select(b => !b.Segments.Any(s => s.WordIds.Any(byWord.ContainsKey)) ? b
            : b with { Segments = [.. b.Segments.Select(s => s.WordIds.Any(byWord.ContainsKey) ? s with { Source = string.Join(' ', s.WordIds.Select(id => sources[id])) } : s)] })];
        return (mended, rebuilt, [.. corrections.Where(c => !byWord.ContainsKey(c.Word)), .. byWord.Values.Where(static r => r.Before != r.After)]);
    }

    // A word with the signs before and behind its letters and digits.
    private static (string Before, string Core, string After) Parts(string word)
    {
        int start = 0, end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
        {
            end--;
        }

        return (word[..start], word[start..end].Normalize(NormalizationForm.FormC), word[end..]);
    }
}
