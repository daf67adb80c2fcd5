using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dau.ScanForge.Letters;

/// <summary>
/// The marks inside a letter's texts: <c>&lt;b&gt;…&lt;/b&gt;</c> bold, <c>&lt;i&gt;…&lt;/i&gt;</c> italic, <c>[[…]]</c> around a cited document
/// (its name, number, date and issuer), <c>{1}</c> for a reference to footnote 1, printed as a raised <c>(1)</c>, and <c>~</c> for a space that never
/// breaks a line.
/// </summary>
internal static partial class Markup
{
    /// <summary>A word with its type.</summary>
    /// <param name="Text">As printed, without what is raised.</param>
    /// <param name="Bold">Bold.</param>
    /// <param name="Italic">Italic.</param>
    /// <param name="Footnote">Footnote referred to behind the word; null for none.</param>
    /// <param name="Stick">Whether no line may break behind it.</param>
    internal sealed record MarkedWord(string Text, bool Bold, bool Italic, int? Footnote, bool Stick)
    {
        /// <summary>The raised text behind the word; empty for none.</summary>
        public string Raised => Footnote is int number ? string.Create(CultureInfo.InvariantCulture, $"({number})") : "";

        /// <summary>The word as the truth has it.</summary>
        public string Whole => Text + Raised;
    }

    /// <summary>The words of a text.</summary>
    internal static IReadOnlyList<MarkedWord> Words(string text, bool bold = false, bool italic = false)
    {
        string plain = text.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal).Normalize();
        List<MarkedWord> words = [];
        StringBuilder word = new();
        bool nowBold = bold, nowItalic = italic, wordBold = bold, wordItalic = italic;
        int? footnote = null;

        void Flush(bool stick)
        {
            if (word.Length > 0)
            {
                words.Add(new MarkedWord(word.ToString(), wordBold, wordItalic, footnote, stick));
            }

            word.Clear();
            footnote = null;
        }

        for (int i = 0; i < plain.Length; i++)
        {
            Match mark = MarkPattern().Match(plain, i);
            if (mark.Success && mark.Index == i)
            {
                switch (mark.Value)
                {
                    case "<b>": nowBold = true; break;
                    case "</b>": nowBold = bold; break;
                    case "<i>": nowItalic = true; break;
                    case "</i>": nowItalic = italic; break;
                    default: footnote = int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture); break;
                }

                i += mark.Length - 1;
            }
            else if (plain[i] is ' ' or '~')
            {
                Flush(plain[i] == '~');
            }
            else
            {
                if (word.Length == 0)
                {
                    (wordBold, wordItalic) = (nowBold, nowItalic);
                }

                word.Append(plain[i]);
            }
        }

        Flush(false);
        return words;
    }

    /// <summary>The text as the truth has it: words joined by single spaces.</summary>
    internal static string Plain(string text) => string.Join(' ', Words(text).Select(static w => w.Whole));

    /// <summary>The documents that a text cites, in order.</summary>
    internal static IEnumerable<Citation> Citations(string text, string block)
    {
        foreach (Match cited in CitedPattern().Matches(text))
        {
            string inside = Plain(cited.Groups[1].Value);
            Match number = NumberPattern().Match(inside);
            if (!number.Success)
            {
                throw new InvalidOperationException($"A cited document without a number: {inside}");
            }

            Match date = DatePattern().Match(inside);
            Match issuer = IssuerPattern().Match(inside);
            yield return new Citation(number.Groups[1].Value, date.Success ? IsoDate(date) : null, issuer.Success ? issuer.Groups[1].Value : null, block);
        }
    }

    private static string IsoDate(Match date)
    {
        int day = int.Parse(date.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        int month = int.Parse(date.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{date.Groups["y"].Value}-{month:00}-{day:00}");
    }

    [GeneratedRegex(@"</?[bi]>|\{(\d+)\}")]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@"\[\[(.+?)\]\]")]
    private static partial Regex CitedPattern();

    [GeneratedRegex(@"số (\d[^\s,;]*)")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"ngày (?<d>\d{1,2})(?:/| tháng )(?<m>\d{1,2})(?:/| năm )(?<y>\d{4})")]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"(?:\d{4}|\S+/\S+) của (.+)$")]
    private static partial Regex IssuerPattern();
}
