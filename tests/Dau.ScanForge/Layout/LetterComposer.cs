using System.Globalization;
using Dau.ScanForge.Letters;
using SkiaSharp;

namespace Dau.ScanForge.Layout;

/// <summary>Lays a letter out on pages and writes down what stands where.</summary>
internal static class LetterComposer
{
    public static LaidLetter Compose(Letter letter, string font, ForgeRandom random)
    {
        LetterStyle style = LetterStyle.Draw(random.Fork("style"));
        TextSetter setter = new(Typeface.Load(font));
        BlockList blocks = new();
        BodyComposer body = new(style, setter, blocks);
        List<Fragment> fragments = [new HeadComposer(letter, style, setter, blocks).Compose()];
        fragments.AddRange(body.Compose(letter.Body, Section.Body, 595.28f));
        fragments[^1].KeepNext = true;
        if (letter.Initials)
        {
            Initial(fragments[^1], 595.28f - style.Right, letter.Pen());
        }

        fragments.Add(new SignatureComposer(letter, style, setter, blocks).Compose(random.Fork("signature")));
        foreach (Appendix appendix in letter.Appendices)
        {
            float width = appendix.Landscape ? 841.89f : 595.28f;
            fragments.AddRange(body.AppendixHead(appendix, width));
            fragments.AddRange(body.Compose(appendix.Body, Section.Appendix, width));
        }

        float footer = (letter.Address is null ? 0 : 24) + (letter.QrPayload is null ? 0 : 66);
        List<LaidPage> pages = new Paginator(style, setter, blocks, letter.Footnotes).Fill(fragments, footer);
        new MarginComposer(letter, style, setter, blocks).Compose(pages[0]);
        if (letter.Watermark is string watermark)
        {
            pages.ForEach(page => Watermark(page, letter, watermark));
        }

        return new LaidLetter(pages, blocks.InReadingOrder, Facts(letter, blocks), ByHand(letter));
    }

    /// <summary>The drafter's initials behind the last word, where there is room.</summary>
    private static void Initial(Fragment line, float right, Ink pen)
    {
        float x = line.Words.Count == 0 ? right : line.Words[^1].X + line.Words[^1].Width + 6;
        if (x + 34 < right)
        {
            line.Marks.Add(new PlacedMark(MarkKind.Handwriting, SKRect.Create(x, line.Words[^1].Baseline - 14, 34, 16), pen));
        }
    }

    private static void Watermark(LaidPage page, Letter letter, string text) =>
        page.Marks.Add(new PlacedMark(MarkKind.Watermark, SKRect.Create(page.Width * 0.15f, page.Height * 0.3f, page.Width * 0.7f, page.Height * 0.4f), Ink.Black) { Lines = [text], Tint = letter.WatermarkTint, Falls = letter.WatermarkFalls });

    private static List<string> ByHand(Letter letter)
    {
        List<string> byHand = [];
        if (letter.NumberByHand)
        {
            byHand.Add("number");
        }

        if (letter.DayByHand)
        {
            byHand.Add("date");
        }

        return byHand;
    }

    private static DocumentFacts Facts(Letter letter, BlockList blocks)
    {
        Dictionary<int, string> ids = blocks.InReadingOrder.Select(static (b, i) => (b.Index, Id: $"b{i + 1}")).ToDictionary(static p => p.Index, static p => p.Id);
        return new DocumentFacts
        {
            Number = letter.Number is null ? null : letter.Number + letter.Code.Replace(" ", "", StringComparison.Ordinal),
            Date = letter is { Day: int day, Month: int month } ? string.Create(CultureInfo.InvariantCulture, $"{letter.Year}-{month:00}-{day:00}") : null,
            Place = letter.Place,
            ParentIssuer = letter.ParentIssuer?.Replace('\n', ' '),
            Issuer = letter.Issuer.Replace('\n', ' '),
            DocumentType = letter.TypeName?.ToLowerInvariant() ?? "công văn",
            Subject = letter.Subject,
            Urgency = letter.Urgency,
            Secrecy = letter.Secrecy,
            Addressees = letter.Addressees,
            Recipients = letter.Recipients,
            Signer = SignatureComposer.Fact(letter.Signature),
            Citations = [.. blocks.Citations.Select(c => c with { Segment = ids[int.Parse(c.Segment, CultureInfo.InvariantCulture)] })],
            Uncertain = ByHand(letter),
        };
    }
}
