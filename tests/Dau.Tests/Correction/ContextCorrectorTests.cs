using Dau.Correction;
using Dau.Model;

namespace Dau.Tests.Correction;

public sealed class ContextCorrectorTests
{
    private static readonly Lazy<ContextCorrector> s_corrector = new(() =>
        new ContextCorrector(new LanguageModel(LanguageModelData.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "vi.lm")))), Confusions.Shipped, Calibration.Shipped));

    [Theory]
    [InlineData("theo thẩm quyên của Ủy ban nhân dân tỉnh", "quyên", "quyền", "a real word that the context forbids")]
    [InlineData("các tô chức, cá nhân có liên quan", "tô", "tổ", "the word carries no sign of being wrong but its neighbour")]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM", "VIÊT", "VIỆT", "capitals stay capitals")]
    [InlineData("PHÓ GIÁM ĐÓC", "ĐÓC", "ĐỐC", "the engine's systematic fault")]
    [InlineData("tăng cường công tác (tuyên truyên), vận động", "(tuyên truyên),", "(tuyên truyền),", "signs around a word stay")]
    [InlineData("báo cáo kêt quả thực hiện", "kêt", "kết", "not a syllable at all")]
    [InlineData("Chính phú quy định chi tiết", "phú", "phủ", "a name elsewhere, not here")]
    [InlineData("cơ quan có thâm quyên giải quyết", "thâm quyên", "thẩm quyền", "two in a row, which scanned texts in the corpus have too")]
    [InlineData("Chương II ĐIÊỀU KHOẢN THI HÀNH", "ĐIÊỀU", "ĐIỀU", "a vowel read twice")]
    [InlineData("trong 1ần kiểm tra trước", "1ần", "lần", "a digit for the letter that looks like it")]
    [InlineData("h0ặc các cơ quan khác", "h0ặc", "hoặc", "the same for 0")]
    [InlineData("theo quyđịnh của pháp luật", "quyđịnh", "quy định", "the space between two syllables was not seen")]
    [InlineData("bậc:.....nnnnnnnennennenennnEnnnEn00000000010070507 năm", "bậc:.....nnnnnnnennennenennnEnnnEn00000000010070507", "bậc:…", "the same with digits in it")]
    [InlineData("Đơn vị:.......Cueeueue năm", "Đơn vị:.......Cueeueue", "Đơn vị:…", "four such letters after dots")]
    [InlineData("Chương HI quy định về", "HI", "III", "a numeral after the word for a part")]
    [InlineData("ChươngIH quy định về", "ChươngIH", "Chương III", "the same, the space not seen")]
    [InlineData("IL. NỘI DUNG THỰC HIỆN", "IL.", "II.", "a numeral before a heading")]
    [InlineData("H. TỔ CHỨC THỰC HIỆN", "H.", "II.", "two strokes and what joins them")]
    [InlineData("GIAY MỚI", "GIAY MỚI", "GIẤY MỜI", "a type of document: its letters are all there")]
    [InlineData("Đọc lặp - Tự đo - Hạnh phúc", "Đọc lặp - Tự đo", "Độc lập - Tự do", "the motto")]
    [InlineData("KT. GIÂM ĐÔC", "GIÂM ĐÔC", "GIÁM ĐỐC", "a signer's title")]
    [InlineData("- Trung tâm Ÿ tế dự phòng;", "Ÿ", "Y", "a mark that Vietnamese does not have")]
    [InlineData("Quyết định số 12/QÐ-UBND của HÐND tỉnh", "QÐ-UBND của HÐND", "QĐ-UBND của HĐND", "a letter of another alphabet")]
    [InlineData("Căn cứ Thông tư số 73⁄2019/TT-BNV", "73⁄2019", "73/2019", "another form of the stroke")]
    [InlineData("_Chương trình công tác", "_Chương", "Chương", "the end of a ruled line")]
    [InlineData("- Thường trực Tỉnh ủy (b/o);", "(b/o);", "(b/c);", "for report: no other letter stands there")]
    [InlineData("Nơi nhận: - Nhưtrên; - Lưu: VT.", "Nhưtrên", "Như trên", "the same where the pair is known and the context dull")]
    [InlineData("Căn cứ Công văn số 12/UBND-VX ngày 02 thúng 10 năm 2023 của Ủy ban nhân dân tỉnh", "thúng", "tháng", "a letter of much the same shape, where the context leaves no other")]
    [InlineData("Ngày sinh:...nnnneeseesennn", "sinh:...nnnneeseesennn", "sinh:…", "a dotted leader read as letters")]
    public void Marks_are_repaired_by_context(string text, string before, string after, string reason) =>
        Assert.True(Source(text) == text.Replace(before, after, StringComparison.Ordinal), $"{reason}: {Source(text)}");

    [Theory]
    [InlineData("theo thẩm quyền của Ủy ban nhân dân tỉnh", "right as it is")]
    [InlineData("tỉnh Hoà Bình và tỉnh Thanh Hóa", "both placements of the tone are right")]
    [InlineData("Quyết định số 3824/VPTT-P6 ngày 06/6/2023", "numbers and codes")]
    [InlineData("gửi về địa chỉ vanphong@sohoa.example.vn hoặc www.example.vn", "addresses")]
    [InlineData("phần mềm Microsoft Office và internet", "words of other languages")]
    [InlineData("đối với Công ty cổ phần Xi măng Hòa Lĩnh", "no numeral after phần")]
    [InlineData("ông Vàng A Tẩn, bà Giàng Thị Mầu", "rare names after a form of address")]
    [InlineData("TRÌNH VĂN TẨN", "a name in capitals under a signature")]
    [InlineData("Đại tá Lò Văn Pản", "a name after a rank")]
    [InlineData("xã Tả Phời, huyện Mường Khương", "names of places")]
    [InlineData("UBND, HĐND, BCĐ, TTg, NĐ-CP", "abbreviations")]
    [InlineData("vi-rút H5N1, đường QL1A, mẫu A01, tờ P6, số QĐ1, 50 m2, F0", "codes with 0 and 1 in them")]
    [InlineData("tỉnh Đăk Nông, xã Ea H'leo, huyện Krông Pắc, Kon Tum", "names of places in other languages of the country")]
    [InlineData("bà Y Moan Niê, ông Siu Hlơi, già làng A Blong", "names of people of other peoples of the country")]
    [InlineData("Tỉnh ủy, HỘI ĐỒNG NHÂN DÂN, Hội đồng nhân dân, hội đồng", "capitals as they are printed")]
    [InlineData("Thủy lợi và thuỷ lợi, hòa giải và hoà giải, khỏe và khoẻ", "both placements of the tone in one text")]
    [InlineData("Facebook, YouTube, taxi, Samsung, website, menu, video", "words of other languages that look like two syllables")]
    [InlineData("Mục 1 Chương II, Phần 1 của Luật", "a number after the word for a part")]
    [InlineData("H. Báo cáo của Sở", "a letter before what is no heading")]
    [InlineData("TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", "by order of the chairman: no numeral")]
    [InlineData("IL. GIÁM ĐỐC SỞ", "the same, its T bent")]
    [InlineData("Chương XIV. CÁC QUY ĐỊNH KHÁC", "a numeral as it is")]
    [InlineData("Mục lục:......15 trang", "a page's number after a leader")]
    [InlineData("GIẤY MỚI IN XONG", "letters of a type of document, and more")]
    [InlineData("ông Müller, hãng Citroën", "foreign names")]
    [InlineData("số tai_lieu_01 và ___ ngày", "underscores inside a name and alone")]
    [InlineData("mua 02 thúng lúa, 10 nong tằm", "a word that looks like a more frequent one, in its own place")]
    [InlineData("ngày 01/10/2019, 1.000.000 đồng, 10 %, 1a, 0,5 ha", "digits")]
    public void What_is_right_or_protected_stays(string text, string reason) => Assert.True(Source(text) == text, $"{reason}: {Source(text)}");

    [Fact]
    public void A_change_is_logged_with_the_reading_that_it_replaced()
    {
        CorrectedText text = Correct(Page("theo thẩm quyên của Ủy ban nhân dân"));
        Model.Correction correction = Assert.Single(text.Corrections);
        Word word = text.Pages[0].Words[2];
        Assert.Equal((word.Id, "quyên", "quyền", "context"), (correction.Word, correction.Before, correction.After, correction.Reason));
        Assert.InRange(correction.Confidence, 0.8, 1);
        Assert.Equal("quyên", word.Ocr);
        Assert.Contains(word.Alternatives, alternative => alternative.Text == "quyên");
    }

    [Fact]
    public void What_the_engine_listed_is_believed_sooner_than_what_it_did_not()
    {
        // "Kính chuyển" and "kính chuyên": little context, so the engine's doubt decides.
        Page plain = Page("đồng chí Tân phụ trách");
        Word word = plain.Words[2];
        Page doubted = plain with { Words = [.. plain.Words.Select(other => other == word ? word with { Symbols = Symbols("Tân", 1, "ấ", 0.9) } : other)] };
        Assert.Equal("Tân", Correct(plain).Pages[0].Words[2].Source);
        Word seen = Correct(doubted).Pages[0].Words[2];
        Assert.True(seen.Source == "Tấn" || seen.Alternatives.Any(alternative => alternative.Text == "Tấn"));
    }

    [Theory]
    [InlineData("", 0, "Tuân", "nothing but the context speaks for another name")]
    [InlineData("ấ", 0.94, "Tuấn", "the engine itself was in doubt, and people are called so")]
    [InlineData("ậ", 0.94, "Tuân", "the engine was in doubt, but nobody is called so")]
    public void A_persons_name_changes_only_to_what_the_engine_saw_and_people_are_called(string listed, double probability, string after, string reason)
    {
        Page page = Page("ông Nguyễn Quốc Tuân làm Trưởng ban");
        Word word = page.Words[3];
        Page seen = page with { Words = [.. page.Words.Select(other => other == word ? word with { Symbols = Symbols("Tuân", 2, listed, probability) } : other)] };
        Assert.True(Correct(seen).Pages[0].Words[3].Source == after, $"{reason}: {Correct(seen).Pages[0].Words[3].Source}");
    }

    [Fact]
    public void A_text_layer_is_never_touched_and_neither_is_anything_when_switched_off()
    {
        Page page = Page("theo thẩm quyên của Ủy ban nhân dân");
        Assert.Empty(Correct(page with { Origin = TextOrigin.TextLayer }).Corrections);
        CorrectedText off = s_corrector.Value.Correct([page], new CorrectionOptions { Enabled = false });
        Assert.Empty(off.Corrections);
        Assert.Equal(page.Words.Select(word => word.Source), off.Pages[0].Words.Select(word => word.Source));
    }

    [Fact]
    public void A_name_that_fits_the_picture_under_a_seal_is_taken_and_logged()
    {
        Page page = Page("TƯ LỆNH €yš1H Minh Khuê");
        page = page with { Words = [.. page.Words.Select(static word => word.Source == "€yš1H" ? word with { Shape = "Quách" } : word)] };

        CorrectedText text = Correct(page);

        Assert.Equal(("Quách", "€yš1H"), (text.Pages[0].Words[2].Source, text.Pages[0].Words[2].Ocr));
        Assert.Equal([("€yš1H", "Quách", "shape")], text.Corrections.Select(static c => (c.Before, c.After, c.Reason)));
        Assert.Empty(s_corrector.Value.Correct([page], new CorrectionOptions { Enabled = false }).Corrections);
    }

    [Fact]
    public void Words_keep_their_number_order_and_place()
    {
        Page page = Page("các tô chức có thẩm quyên . ‘ — báo cáo kêt quả 12");
        Page corrected = Correct(page).Pages[0];
        Assert.Equal(page.Words.Select(word => (word.Id, word.Ocr, word.Box, word.Line)), corrected.Words.Select(word => (word.Id, word.Ocr, word.Box, word.Line)));
    }

    [Fact]
    public void Every_word_is_given_a_calibrated_confidence_and_a_doubtful_one_a_lower()
    {
        Page page = Page("theo thẩm quyền của Ủy ban nhân dân xyzgh");
        Word[] words = [.. Correct(page with { Words = [.. page.Words.Select((word, i) => i == 8 ? word with { Confidence = 0.1 } : word)] }).Pages[0].Words];
        Assert.All(words, static word => Assert.InRange(word.Calibrated ?? -1, 0, 1));
        Assert.True(words[8].Calibrated < words[2].Calibrated - 0.2, $"{words[8].Calibrated} and {words[2].Calibrated}");
        Assert.Equal(0.9, words[2].Confidence);
    }

    [Fact]
    public void What_was_weighed_for_a_word_can_be_asked()
    {
        WordDecision decision = s_corrector.Value.Explain(Page("theo thẩm quyên của Ủy ban nhân dân")).Single(static one => one.Word == 2);
        Assert.Equal(("quyên", "quyền", true), (decision.Readings[0].Text, decision.Readings[decision.Best].Text, decision.Changed));
        Assert.Equal(0, decision.Gains[0]);
        Assert.Equal(decision.Gains.Max(), decision.Gains[decision.Best]);
    }

    private static string Source(string text) => string.Join(' ', Correct(Page(text)).Pages[0].Words.Select(word => word.Source));

    private static CorrectedText Correct(Page page) => s_corrector.Value.Correct([page], new CorrectionOptions());

    private static Page Page(string text) => new()
    {
        Number = 1,
        Words = [.. text.Split(' ').Select((word, i) => new Word { Id = $"p1w{i + 1}", Ocr = word, Source = word, Box = new PixelBox(i * 50, 0, 40, 20), Confidence = 0.9 })],
    };

    private static Symbol[] Symbols(string word, int place, string other, double probability) =>
        [.. word.Select((letter, i) => new Symbol(letter.ToString(), 0.95, i == place ? [new Alternative(other, probability)] : []))];
}
