using System.Globalization;
using Dau.Input;

namespace Dau.Tests.Input;

public sealed class PdfPagesTests : IDisposable
{
    private const string A4 = "/MediaBox [0 0 595.2 841.92]";

    private static readonly string[] s_lines =
    [
        "Thực hiện kế hoạch công tác năm 2023, đề nghị các đơn vị trực thuộc khẩn trương",
        "rà soát, thống kê và báo cáo kết quả trước ngày 30 tháng 6 để tổng hợp, trình lãnh đạo",
    ];

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1653, 2339, 1653, 2339, 200, "a scan keeps its own pixels")]
    [InlineData(2480, 3508, 2480, 3508, 300, "a scan keeps its own pixels")]
    [InlineData(4960, 7016, 2480, 3508, 300, "600 dpi is halved, not stretched to 400")]
    [InlineData(827, 1170, 1654, 2340, 200, "100 dpi is doubled, not stretched to 150")]
    [InlineData(3720, 5262, 3307, 4677, 400, "450 dpi halved would lose small print")]
    public async Task A_scan_of_one_picture_is_drawn_in_its_own_pixels(int columns, int rows, int width, int height, int dpi, string reason)
    {
        InputPage page = await Single(new TestPdf().Page("q 595.2 0 0 841.92 0 0 cm /I1 Do Q", A4, TestPdf.Image("I1", columns, rows)));
        Assert.True((width, height, dpi) == (page.Width, page.Height, page.Dpi), $"{reason}: {page.Width} × {page.Height} at {page.Dpi}");
        Assert.Null(page.TextLayer);
    }

    [Fact]
    public async Task A_page_that_its_file_turns_is_measured_as_it_is_shown()
    {
        InputPage page = await Single(new TestPdf().Page("q 595.2 0 0 841.92 0 0 cm /I1 Do Q", A4 + "/Rotate 90", TestPdf.Image("I1", 1653, 2339)));
        Assert.Equal((2339, 1653, 200, 0), (page.Width, page.Height, page.Dpi, page.RotationDegrees));
    }

    [Fact]
    public async Task The_crop_box_is_what_is_shown()
    {
        InputPage page = await Single(new TestPdf().Page("", A4 + "/CropBox [72 72 360 504]"));
        Assert.Equal((1200, 1800, 300), (page.Width, page.Height, page.Dpi));
    }

    [Fact]
    public async Task Strips_count_together_and_a_small_sharp_logo_does_not()
    {
        string strips = string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"q 595.2 0 0 21.048 0 {i * 21.048} cm /I1 Do Q\n")));
        InputPage page = await Single(new TestPdf().Page(strips + "q 20 0 0 20 50 700 cm /I2 Do Q", A4, TestPdf.Image("I1", 1653, 58), TestPdf.Image("I2", 600, 600)));
        Assert.InRange(page.Dpi, 198, 202);
    }

    [Fact]
    public async Task A_mixed_raster_page_is_drawn_at_its_sharpest_layer()
    {
        InputPage page = await Single(new TestPdf().Page(
            "q 595.2 0 0 841.92 0 0 cm /I1 Do Q q 595.2 0 0 841.92 0 0 cm /I2 Do Q", A4, TestPdf.Image("I1", 827, 1170), TestPdf.Image("I2", 2480, 3508)));
        Assert.Equal((2480, 300), (page.Width, page.Dpi));
    }

    [Fact]
    public async Task A_large_page_is_drawn_at_a_lower_resolution_and_an_absurd_one_is_a_fault()
    {
        var pdf = new TestPdf().Page("", "/MediaBox [0 0 3000 4000]").Page("", "/MediaBox [0 0 14400 14400]");
        InputFile file = await Inspect(pdf);
        Assert.InRange(file.Pages[0].Dpi, 150, 299);
        Assert.True((long)file.Pages[0].Width * file.Pages[0].Height <= 100_000_000);
        Assert.Contains("limit", file.Pages[1].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_born_digital_page_is_used_with_its_places()
    {
        InputPage page = await Single(Text(mode: 0, image: false));
        Assert.NotNull(page.TextLayer);
        Assert.Equal(300, page.Dpi);
        Assert.Equal(string.Join(' ', s_lines), string.Join(' ', page.TextLayer.Select(word => word.Text)));
        TextLayerWord first = page.TextLayer[0];
        Assert.Equal(0, first.Line);
        Assert.Equal(1, page.TextLayer[^1].Line);

        // Set at 72 points from the left and 700 from the bottom, 12 points high.
        Assert.InRange(first.Box.X, 295, 305);
        Assert.InRange(first.Box.Bottom, (841.92 - 705) / 72 * 300, (841.92 - 690) / 72 * 300);
        Assert.InRange(first.Box.Width, 4 * 20, 4 * 30);
    }

    [Theory]
    [InlineData(12, "")] // a seal
    [InlineData(0, "Thự")] // a stamp set askew
    public async Task Letters_around_a_seal_are_no_words_and_those_of_a_stamp_set_askew_are(double turn, string expected)
    {
        string alphabet = string.Concat(string.Concat(s_lines).Concat("Thự").Distinct());
        var pdf = new TestPdf();
        string lines = string.Concat(s_lines.Select((line, i) => TestPdf.Show(line, alphabet, 72, 700 - (20 * i))));
        string askew = string.Concat("Thự".Select((letter, i) => string.Create(CultureInfo.InvariantCulture,
            $"q {Math.Cos(Angle(i)):F4} {Math.Sin(Angle(i)):F4} {-Math.Sin(Angle(i)):F4} {Math.Cos(Angle(i)):F4} {200 + (6 * i * Math.Cos(Angle(0))):F2} {300 + (6 * i * Math.Sin(Angle(0))):F2} cm ")
            + TestPdf.Show(letter.ToString(), alphabet, 0, 0) + "Q\n"));
        pdf.Page(lines + askew, A4, pdf.Font("F1", "Arial", alphabet));
        InputPage page = await Single(pdf);
        Assert.Equal(string.Join(' ', s_lines.Append(expected)).Trim(), string.Join(' ', page.TextLayer!.Select(static word => word.Text)));

        double Angle(int i) => (30 + (turn * i)) * Math.PI / 180;
    }

    public static TheoryData<int, bool, string, string> Untrusted => new()
    {
        { 3, true, "Arial", "the hidden layer of an OCR program" },
        { 3, false, "Arial", "hidden text without a picture" },
        { 0, true, "Arial", "text under or over a picture of the page" },
        { 0, false, "ABCDEF+.VnTime", "TCVN3" },
        { 0, false, "VNI-Times", "VNI" },
    };

    [Theory]
    [MemberData(nameof(Untrusted))]
    public async Task Text_that_may_not_be_what_is_seen_is_not_used(int mode, bool image, string font, string reason)
    {
        InputPage page = await Single(Text(mode, image, font));
        Assert.True(page.TextLayer is null, reason);
    }

    [Theory]
    [InlineData("7KӵF KLӋQ Nӂ KRҥFK F{QJ WiF QăP, ÿӅ QJKӏ FiF ÿѫQ Yӏ WUӵF WKXӝF", "glyph numbers instead of letters")]
    [InlineData("Thùc hiÖn kÕ ho¹ch c«ng t¸c n¨m, ®Ò nghÞ c¸c ®¬n vÞ trùc thuéc khÈn tr­¬ng", "TCVN3 letters in a font of another name")]
    [InlineData("The quick brown fox jumps over the lazy dog and reads English letters today", "not Vietnamese, so nothing vouches for the mapping")]
    [InlineData("Thực hiện kế hoạch công tác năm, \uE049ường trực đề nghị các đơn vị trực thuộc khẩn trương", "a ligature that maps to no letters")]
    [InlineData("Thuc hien ke hoach cong tac nam, de nghi cac don vi truc thuoc khan truong", "marks were lost")]
    public async Task A_layer_that_does_not_read_as_Vietnamese_is_not_used(string text, string reason)
    {
        string alphabet = string.Concat(text.Distinct());
        var pdf = new TestPdf();
        pdf.Page(TestPdf.Show(text, alphabet, 72, 700), A4, pdf.Font("F1", "Arial", alphabet));
        Assert.True((await Single(pdf)).TextLayer is null, reason);
    }

    [Fact]
    public async Task A_bullet_of_a_font_of_signs_is_no_lost_letter()
    {
        const string Line = "\uF0B7Thực hiện kế hoạch công tác năm, Thường trực đề nghị các đơn vị trực thuộc khẩn trương";
        string alphabet = string.Concat(Line.Distinct());
        var pdf = new TestPdf();
        Assert.NotNull((await Single(pdf.Page(TestPdf.Show(Line, alphabet, 72, 700), A4, pdf.Font("F1", "Arial", alphabet)))).TextLayer);
    }

    [Theory]
    [InlineData(704, 7, "NĐ-CP¹")]
    [InlineData(700, 7, "NĐ-CP1")] // small, but on the line
    [InlineData(704, 12, "NĐ-CP1")] // as large as the letters
    public async Task The_mark_of_a_footnote_stands_above_the_line(double baseline, double size, string expected)
    {
        string alphabet = string.Concat(string.Concat(s_lines).Concat("NĐ-CP1").Distinct());
        var pdf = new TestPdf();
        string lines = string.Concat(s_lines.Select((line, i) => TestPdf.Show(line, alphabet, 72, 660 - (20 * i))));
        string code = TestPdf.Show("NĐ-CP", alphabet, 72, 700) + TestPdf.Show("1", alphabet, 102, baseline, size: size);
        InputPage page = await Single(pdf.Page(code + lines, A4, pdf.Font("F1", "Arial", alphabet)));
        Assert.Equal(expected, page.TextLayer![0].Text);
    }

    [Fact]
    public async Task The_header_is_read_column_by_column()
    {
        string[] left = ["BỘ THỬ NGHIỆM", "CỤC MẪU BIỂU", "Số: 12/CMB-VP"];
        string[] right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 05 tháng 6 năm 2023"];
        string alphabet = string.Concat(string.Concat([.. left, .. right, .. s_lines]).Distinct());
        string content = string.Concat(left.Select((line, i) => TestPdf.Show(line, alphabet, 60, 780 - (18 * i), size: 11)))
            + string.Concat(right.Select((line, i) => TestPdf.Show(line, alphabet, 300, 780 - (18 * i), size: 11)))
            + string.Concat(s_lines.Select((line, i) => TestPdf.Show(line, alphabet, 60, 680 - (18 * i), size: 11)));
        var pdf = new TestPdf();
        InputPage page = await Single(pdf.Page(content, A4, pdf.Font("F1", "Arial", alphabet)));
        Assert.NotNull(page.TextLayer);
        Assert.Equal([.. left, .. right, .. s_lines], page.TextLayer.GroupBy(word => word.Line).Select(line => string.Join(' ', line.Select(word => word.Text))));
    }

    public void Dispose() => _folder.Dispose();

    private static TestPdf Text(int mode, bool image, string font = "Arial")
    {
        string alphabet = string.Concat(string.Concat(s_lines).Distinct());
        string content = (image ? "q 595.2 0 0 841.92 0 0 cm /I1 Do Q\n" : "") + string.Concat(s_lines.Select((line, i) => TestPdf.Show(line, alphabet, 72, 700 - (20 * i), mode)));
        var pdf = new TestPdf();
        return pdf.Page(content, A4, pdf.Font("F1", font, alphabet), TestPdf.Image("I1", 1653, 2339));
    }

    private async Task<InputPage> Single(TestPdf pdf) => Assert.Single((await Inspect(pdf)).Pages);

    private Task<InputFile> Inspect(TestPdf pdf) => new FileInspector().InspectAsync(_folder.File("a.pdf", pdf.Bytes()), new InputOptions(), TestContext.Current.CancellationToken);
}
