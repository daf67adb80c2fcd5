using CsCheck;
using Dau.Facts;
using Dau.Model;
using Dau.Segmentation;

namespace Dau.Tests.Segmentation;

public sealed class SegmenterProperties
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf([.. new[] {"CỘNG", "HÒA", "Số:", "12/QĐ-UBND", "Kính", "gửi:", "Nơi", "nhận:", "KT.", "GIÁM", "ĐỐC", "Căn", "cứ", "ngày", "tháng", "năm", "1.", "a)", "-", "Điều",
            "Nguyễn", "Văn", "An", "PHỤ", "LỤC", "QUYẾT", "ĐỊNH", "V/v", "HỎA", "TỐC", "Lưu:", "./.", "./", "(1)", "TM.", "ĐẾN" }.Select(static t => Gen.Const(t))]),
        Gen.String[0, 6]);

    private static readonly Gen<PixelBox> Box =
        Gen.Select(Gen.Int[-50, 1700], Gen.Int[-50, 2400], Gen.Int[0, 400], Gen.Int[0, 90], static (x, y, w, h) => new PixelBox(x, y, w, h));

    private static readonly Gen<Page[]> Pages = Gen.Select(Text, Box, Gen.Int[0, 25], Gen.Double[0, 1], static (t, b, l, c) => (t, b, l, c)).Array[0, 60]
        .Select(Box.Array[0, 12], static (words, rules) => (words, rules)).Array[0, 4]
        .Select(static pages => pages.Select(static (p, i) => new Page
        {
            Number = i + 1, Width = 1654, Height = 2339, Dpi = 200,
            Words = [.. p.words.Select((w, j) => new Word
            {
                Id = FormattableString.Invariant($"p{i + 1}w{j + 1}"), Ocr = w.t, Source = w.t, Box = w.b, Layout = w.b, Line = w.l, Confidence = w.c,
            })],
            Rules = [.. p.rules.Select(static r => new Rule(r))],
        }).ToArray());

    [Fact]
    public void Every_word_is_in_exactly_one_segment_whatever_the_pages_hold() =>
        Pages.Sample(static pages =>
        {
            IReadOnlyList<Block> blocks = new LetterSegmenter().Segment(pages);
            _ = new LetterFactReader().Read(blocks, pages);
            string[] placed = [.. blocks.SelectMany(static b => b.Segments).SelectMany(static s => s.WordIds).Order(StringComparer.Ordinal)];
            string[] all = [.. pages.SelectMany(static p => p.Words).Select(static w => w.Id).Order(StringComparer.Ordinal)];
            return placed.SequenceEqual(all);
        }, iter: 400);

    [Fact]
    public void Blocks_and_segments_are_numbered_in_order() =>
        Pages.Sample(static pages =>
        {
            IReadOnlyList<Block> blocks = new LetterSegmenter().Segment(pages);
            return blocks.Select(static b => b.Id).SequenceEqual(Enumerable.Range(1, blocks.Count).Select(static i => FormattableString.Invariant($"b{i}")))
                && blocks.SelectMany(static b => b.Segments).Select(static s => s.Id)
                    .SequenceEqual(Enumerable.Range(1, blocks.Sum(static b => b.Segments.Count)).Select(static i => FormattableString.Invariant($"s{i}")));
        }, iter: 40);

    [Fact]
    public void Only_running_text_goes_on_over_a_page_break() =>
        Pages.Sample(static pages => new LetterSegmenter().Segment(pages)
            .Where(static b => b.Kind is not (BlockKind.Paragraph or BlockKind.ListItem or BlockKind.LegalBasis or BlockKind.Heading or BlockKind.Quotation))
            .All(static b => b.Segments.SelectMany(static s => s.WordIds).Select(static id => id[..id.IndexOf('w', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Count() == 1), iter: 200);

    [Fact]
    public void Small_shifts_and_a_slight_slope_change_no_block() =>
        Gen.Select(Gen.Int[-12, 12], Gen.Int[-12, 12], Gen.Double[-0.003, 0.003], Gen.Bool).Sample(static (dx, dy, slope, decision) =>
        {
            Page[] pages = decision ? SampleLetters.Decision() : SampleLetters.Official();
            Page[] moved = [.. pages.Select(p => p with { Words = [.. p.Words.Select(w => w with { Layout = Move(w.Layout) })] })];
            return Shape(pages) == Shape(moved);

            PixelBox Move(PixelBox box) => box with { X = box.X + dx, Y = box.Y + dy + (int)(slope * box.X) };
        }, iter: 40);

    private static string Shape(Page[] pages) =>
        string.Join('\n', new LetterSegmenter().Segment(pages).Select(static b => $"{b.Section} {b.Kind} {string.Join('|', b.Segments.Select(static s => s.Source))}"));
}
