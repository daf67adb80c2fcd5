using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>Splits running text into sentences. A full stop behind an abbreviation, an initial or a list number ends none.</summary>
internal static partial class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "tp.", "tx.", "tt.", "ths.", "ts.", "pgs.", "gs.", "bs.", "ks.", "cn.", "ls.", "ds.", "kts.", "kt.", "tm.", "tl.", "tuq.", "q.", "p.", "h.", "x.", "đ.", "tr.",
        "st.", "mr.", "mrs.", "ms.", "dr.", "no.", "vs.", "vd.", "đt.", "đc.", "sđt.", "vp.", "ptp.", "pgđ.", "gđ.", "cv.", "nv.", "bv.", "tskh.", "bscki.", "bsckii.",
        "ncs.", "nxb.", "hn.", "hcm.", "qđ.", "nq.", "đ/c.", "ths.bs.", "pgs.ts.", "gs.ts.", "bs.ck1.", "bs.ck2.", "co.", "ltd.", "inc.", "jsc.", "ubnd.",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Numbered = new[]
    {
        "điều", "khoản", "mục", "chương", "phần", "điểm", "bảng", "hình", "biểu", "mẫu", "số", "tiết",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The sentences of a text, each with the words it takes.</summary>
    internal static List<DraftSegment> Split(IReadOnlyList<Token> tokens)
    {
        List<DraftSegment> sentences = [];
        int start = 0;
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            if (Ends(tokens, start, i))
            {
                sentences.Add(new DraftSegment([.. tokens.Skip(start).Take(i + 1 - start)]));
                start = i + 1;
            }
        }

        if (start < tokens.Count)
        {
            sentences.Add(new DraftSegment(start == 0 ? tokens : [.. tokens.Skip(start)]));
        }

        return sentences;
    }

    private static bool Ends(IReadOnlyList<Token> tokens, int start, int at)
    {
        string text = tokens[at].Text.TrimEnd('"', '”', '’', '\'', ')', '»');
        if (text.Length == 0 || text[^1] is not ('.' or '?' or '!' or '…'))
        {
            return false;
        }

        string next = tokens[at + 1].Text.TrimStart('"', '“', '‘', '\'', '(', '«', '-', '–', '*', '+');
        bool opens = next.Length == 0 || char.IsUpper(next[0]) || char.IsDigit(next[0]);
        if (!opens)
        {
            return false;
        }

        if (text[^1] != '.' || text.EndsWith("./.", StringComparison.Ordinal))
        {
            return true;
        }

        string lower = text.ToLowerInvariant();
        string bare = text[..^1].TrimStart('_', '.', ',', '\'', '|', '~', '°', '`', '“', '"', '„');
        return !Abbreviations.Contains(lower)
            && !AcademicPattern().IsMatch(text)
            && !(bare.Length == 1 && char.IsUpper(bare[0]))
            && !(at == start && MarkerPattern().IsMatch(bare))
            && !(at > start && MarkerPattern().IsMatch(bare) && Numbered.Contains(tokens[at - 1].Text.TrimStart('“', '"', '„').ToLowerInvariant()) && !char.IsDigit(next.Length == 0 ? 'x' : next[0]) && at - start <= 1)
            && !(at == start + 1 && tokens[start].Text is "-" or "+" or "–" && MarkerPattern().IsMatch(bare));
    }

    [GeneratedRegex(@"^(\p{Lu}\p{Ll}{0,2}\.){2,}$|^(PGS|GS|TS|ThS|BS|CKII?|KS|CN)\.")]
    private static partial Regex AcademicPattern();

    [GeneratedRegex(@"^(\d{1,3}(\.\d{1,2})*|[IVXl]{1,5}|\p{L})$")]
    private static partial Regex MarkerPattern();
}
