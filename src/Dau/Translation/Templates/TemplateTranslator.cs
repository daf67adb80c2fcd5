using System.Text.RegularExpressions;
using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Templates;

/// <summary>
/// Exact renderings for the fixed parts of an official letter. Frames with slots are filled by the draft engine; without one
/// (<paramref name="slots"/> is null: another engine translates the text) only what is fixed as a whole is rendered. What the user's own termbase says of a
/// whole segment goes before all of it.
/// </summary>
internal sealed partial class TemplateTranslator(LockFinder locks, Termbase terms, IDraftEngine? slots, OwnTerms? own = null)
{
    private readonly ExactRenderer _exact = new(locks, terms);

    /// <summary>The engine's name in results.</summary>
    public const string EngineName = "template";

    private const string DayNotRead = "[day not read]";

    /// <summary>The signs of a day that was not read, where the English says so; null otherwise.</summary>
    public static TextSpan? UnreadDayIn(string source, string english) =>
        english.Contains(DayNotRead, StringComparison.Ordinal) && UnreadDay().Match(source) is { Success: true } match
            ? new TextSpan(match.Groups["d"].Index, match.Groups["d"].Index + match.Groups["d"].Length) : null;

    /// <summary>The rendering; null where no template fits.</summary>
    public SegmentTranslation? Translate(SegmentSource segment)
    {
        var text = segment.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if ((own?.Whole(text) ?? FixedRenderings.Find(text)) is { } whole)
        {
            return Whole(text, whole);
        }

        if (!text.Any(char.IsLetter))
        {
            // Figures of a table, a bare date.
            return Whole(text, Substitute(text, locks.Find(text)));
        }

        return segment.Kind switch
        {
            BlockKind.PlaceDate when PlaceAndDate().Match(text) is { Success: true } match => Whole(text, RenderPlaceAndDate(match)),
            BlockKind.PlaceDate when UnreadDay().Match(text) is { Success: true } match && EnglishDate.Month(match.Groups["m"].Value) is { } month =>
                Whole(text, $"{match.Groups["p"].Value.Trim()}, {DayNotRead} {month} {match.Groups["y"].Value}"),
            BlockKind.SignerName => Whole(text, RenderSigner(text)),
            _ => Framed(segment) ?? Term(segment),
        };
    }

    private SegmentTranslation? Term(SegmentSource segment)
    {
        if (segment.Kind == BlockKind.Table && segment.Text.Length < 3)
        {
            return null;
        }

        var lead = ItemLead().Match(segment.Text).Length;
        if (_exact.Render(segment.Text[lead..]) is not { } exact)
        {
            return null;
        }

        var fill = new FrameFill(segment.Text, "");
        fill.AddCopy(0, segment.Text[..lead]);
        fill.AddRendering(lead, segment.Text.Length - lead, exact with { Text = Vietnamese.Capitalise(exact.Text) });
        return fill.Finish(false);
    }

    private SegmentTranslation? Framed(SegmentSource segment)
    {
        foreach (var template in TemplateList.All)
        {
            if (template.Fit(segment.Text, segment.Kind) is { } match && Fill(segment.Text, template, match) is { } filled)
            {
                return filled;
            }
        }

        return null;
    }

    private SegmentTranslation? Fill(string text, Template template, Match match)
    {
        var fill = new FrameFill(text, template.Frame);
        foreach (var (literal, slot) in fill.Parts)
        {
            fill.AddLiteral(literal);
            if (slot is not { } name || match.Groups[name] is not { Success: true, Length: > 0 } group)
            {
                continue;
            }

            if (name is "x" or "y" or "z")
            {
                fill.AddCopy(group.Index, group.Value);
            }
            else if (RenderSlot(name, group.Value.TrimEnd(), template) is { } rendering)
            {
                fill.AddRendering(group.Index, group.Value.TrimEnd().Length, rendering);
            }
            else
            {
                return null;
            }
        }

        return fill.Finish(Vietnamese.IsAllCaps(text));
    }

    /// <summary>A slot's English: <c>d</c> a date, <c>t</c> the name of a type or law, others any text; null where that cannot be had.</summary>
    private Rendering? RenderSlot(string name, string value, Template template)
    {
        if (name == "d")
        {
            return locks.Find(value) is [{ Kind: LockKind.Date } date] && date.End == value.Length ? Plain(value, date.Rendering) : null;
        }

        var exact = _exact.Render(value);
        if (name == "t" || exact is not null)
        {
            return exact is null || template.LowerSlot ? exact : name is "a" or "t" ? exact with { Text = Vietnamese.Capitalise(exact.Text) } : exact;
        }

        if (slots is null)
        {
            return null;
        }

        var found = locks.Find(value);
        var rendering = slots.Render(value, found);
        var lower = template.LowerSlot && !found.Any(static l => l.Start == 0) && terms.Find(FirstWords(value)) is null && !StartsWithName(value);
        rendering = lower ? Uncapitalise(rendering) : rendering;
        return template.Gerund ? Gerund.Of(rendering) : rendering;
    }

    private static Rendering Plain(string source, string english) =>
        new(english, [new Link(new TextSpan(0, source.Length), new TextSpan(0, english.Length))], 1, []);

    private static string FirstWords(string text) => string.Join(' ', text.Split(' ').Take(3));

    private bool StartsWithName(string text)
    {
        var tokens = Tokeniser.Tokenise(text);
        for (var count = Math.Min(terms.Longest, tokens.Count); count > 0; count--)
        {
            if (terms.Find(tokens, 0, count) is { } term)
            {
                return char.IsUpper(term.Target[0]);
            }
        }

        return false;
    }

    private static Rendering Uncapitalise(Rendering rendering) =>
        rendering.Text.Length > 1 && char.IsUpper(rendering.Text[0]) && !char.IsUpper(rendering.Text[1])
            ? rendering with { Text = char.ToLowerInvariant(rendering.Text[0]) + rendering.Text[1..] }
            : rendering;

    private static string RenderPlaceAndDate(Match match)
    {
        var day = match.Groups["d"].Value;
        var month = match.Groups["m"].Value;
        var year = match.Groups["y"].Value;
        var place = match.Groups["p"].Value.Trim();
        var date = EnglishDate.Day(day, month, year.Length == 4 ? year : null) is { } known
            ? known
            : string.Join(' ', new[] { day.Length > 0 ? day : "___", EnglishDate.Month(month) ?? (month.Length > 0 ? month : "___"), year }.Where(static p => p.Length > 0));
        if (year.Length is > 0 and < 4 && !date.EndsWith(year, StringComparison.Ordinal))
        {
            date += " " + year;
        }

        return place.Length > 0 ? $"{place}, {date}" : date;
    }

    private string RenderSigner(string text)
    {
        var tokens = Tokeniser.Tokenise(text);
        for (var count = Math.Min(3, tokens.Count); count > 0; count--)
        {
            if (terms.Find(tokens, 0, count) is { Domain: "rank" } rank)
            {
                return $"{rank.Target} {text[tokens[count - 1].End..].Trim()}".Trim();
            }
        }

        return text;
    }

    private static string Substitute(string text, IReadOnlyList<LockedSpan> found)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            text = string.Concat(text.AsSpan(0, found[i].Start), found[i].Rendering, text.AsSpan(found[i].End));
        }

        return text;
    }

    private static SegmentTranslation Whole(string text, string english) =>
        new(english, EngineName, 1, [new Link(new TextSpan(0, text.Length), new TextSpan(0, english.Length))], []);

    [GeneratedRegex(@"^([-–+•*]\s*|\d{1,2}[.)]\s+|[a-zđ]\)\s*)?")]
    private static partial Regex ItemLead();

    [GeneratedRegex(@"^(?<p>[^,\d]*?)\s*,?\s*ngày\s*(?<d>\d{0,2})[\s.…_]*tháng\s*(?<m>\d{0,2})[\s.…_]*năm\s*(?<y>\d{0,4})[\s.…_]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PlaceAndDate();

    /// <summary>A day written by hand that came out as signs: the place, month and year are printed and stand.</summary>
    [GeneratedRegex(@"^(?<p>[^,\d]+?)\s*,\s*ngày\s*(?<d>[^,]{1,12}?)\s*tháng\s*(?<m>\d{1,2})\s*năm\s*(?<y>\d{4})\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex UnreadDay();
}
