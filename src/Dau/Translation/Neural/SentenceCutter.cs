using Dau.Translation.Locks;

namespace Dau.Translation.Neural;

/// <summary>Cuts a segment into its sentences; a mark inside a locked span ends none.</summary>
internal static class SentenceCutter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase) { "TP", "TS", "ThS", "PGS", "GS", "BS", "KS" };

    /// <summary>Where each sentence begins and ends, without the space around it.</summary>
    public static IEnumerable<TextSpan> Cut(string text, IReadOnlyList<LockedSpan> locks)
    {
        var start = 0;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (Ends(text, i, start) && !locks.Any(l => l.Start <= i && i < l.End))
            {
                if (Trimmed(text, start, i + 1) is { } sentence)
                {
                    yield return sentence;
                }

                start = i + 1;
            }
        }

        if (Trimmed(text, start, text.Length) is { } last)
        {
            yield return last;
        }
    }

    private static bool Ends(string text, int i, int start)
    {
        if (text[i] is not ('.' or '!' or '?' or ';') || text[i + 1] != ' ')
        {
            return false;
        }

        var next = text[i + 2];
        if (!char.IsUpper(next) && next is not ('“' or '"'))
        {
            return false;
        }

        // A list's sign (1. a. II.) and an abbreviation belong to what follows.
        var from = i;
        while (from > start && char.IsLetterOrDigit(text[from - 1]))
        {
            from--;
        }

        var word = text[from..i];
        return text[i] != '.' || !(word.Length <= 1 || Abbreviations.Contains(word) || text[start..from].Trim().Length == 0);
    }

    private static TextSpan? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end > start ? new TextSpan(start, end) : null;
    }
}
