using Dau.Facts;
using Dau.Model;
using Dau.Segmentation;

namespace Dau.Tests.Facts;

public sealed class PartReaderTests
{
    [Theory]
    [InlineData("Số: 3183 /BCĐ (CAT)", "3183/BCĐ(CAT)", false, "spaces drop out")]
    [InlineData("Số: 15/QĐ-BNV", "15/QĐ-BNV", false, "the plain form")]
    [InlineData("Số 36-HD/VPTW", "36-HD/VPTW", false, "the Party writes no colon")]
    [InlineData("Số: 30/2020/NĐ-CP", "30/2020/NĐ-CP", false, "normative documents carry the year")]
    [InlineData("Số:      /STTTT-TTBCXB", null, false, "a draft has no number")]
    [InlineData("-„ Số: 17/GM-SYT", "17/GM-SYT", false, "specks before the label")]
    [InlineData("Số:22#5 /SYT-NVY", null, true, "what is no digit is not guessed")]
    [InlineData("Số: 4923SVHTTDL-VP", "4923/SVHTTDL-VP", true, "the stroke was not read")]
    [InlineData("Số: 4923,SVHTTDL-VP", "4923/SVHTTDL-VP", true, "the stroke was read as a comma")]
    [InlineData("Số: 4923⁄SVHTTDL-VP", "4923/SVHTTDL-VP", false, "another form of the stroke")]
    [InlineData("Số: 1O5/QĐ-BNV", "105/QĐ-BNV", true, "a letter among digits is mended and doubted")]
    public void Numbers(string text, string? number, bool doubtful, string reason)
    {
        NumberRead read = NumberReader.Read(text);
        Assert.True((number, doubtful) == (read.Number, read.Doubtful), $"{reason}: {read}");
    }

    [Theory]
    [InlineData("Khánh Hòa, ngày 16 tháng 6 năm 2023", "Khánh Hòa", "2023-06-16", false, "the plain form")]
    [InlineData("Hà Nội, ngày 05 thảng 03 nãm 2020", "Hà Nội", "2020-03-05", false, "marks may be misread")]
    [InlineData("Hà Nội, ngày 17 thúng 5 năm 2019", "Hà Nội", "2019-05-17", false, "another word in the month's place")]
    [InlineData("Hà Nội, ngày     tháng     năm 2020", "Hà Nội", null, false, "a draft has no day")]
    [InlineData("Hà Nội, ngày 3l tháng 12 năm 2020", "Hà Nội", "2020-12-31", true, "a letter for a digit is mended and doubted")]
    [InlineData("Hà Nội, ngày 31 tháng 02 năm 2020", "Hà Nội", null, true, "there is no such day")]
    [InlineData("Hà Nội, ngày Â¿ tháng 12 năm 2020", "Hà Nội", null, true, "scribble is no day")]
    public void Dates(string text, string place, string? date, bool doubtful, string reason)
    {
        DateRead read = DateReader.ReadPlaceDate(text);
        Assert.True((place, date, doubtful) == (read.Place, read.Date, read.Doubtful), $"{reason}: {read}");
    }

    [Theory]
    [InlineData("Theo Công văn số 360/VP-NC ngày 01/11/2023 của Văn phòng Tỉnh ủy về việc rà soát", "360/VP-NC", "2023-11-01", "Văn phòng Tỉnh ủy", "short date")]
    [InlineData("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ quy định về công tác văn thư", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "long date")]
    [InlineData("Căn cứ Luật Đấu thầu số 43/2013/QH13;", "43/2013/QH13", null, null, "a law")]
    [InlineData("quy định tại Nghị định 63/NĐ-CP, bảo đảm", "63/NĐ-CP", null, null, "without số and year")]
    [InlineData("Công văn số 455/SYT- NVD ngày 17/4/2018 của Sở Lao động - Thương binh và Xã hội, đề nghị", "455/SYT-NVD", "2018-04-17", "Sở Lao động - Thương binh và Xã hội", "broken at the line's end")]
    [InlineData("tại Tờ trình số 942/TT; r-SKHĐT ngày 18/4/2024 của Sở Kế hoạch và Đầu tư về việc", "942/TTr-SKHĐT", "2024-04-18", "Sở Kế hoạch và Đầu tư", "a speck broke the code")]
    [InlineData("Công văn số 1198/BTNMT-TTtr ngày 30/10/2022", "1198/BTNMT-TTr", "2022-10-30", null, "a type's code is written in one way")]
    [InlineData("Kết luận thanh tra số 17/KL-TTT ngày 14/1/2020 của Thanh tra tỉnh", "17/KL-TTT", "2020-01-14", "Thanh tra tỉnh", "an office's letters are not a type's")]
    [InlineData("Thông tư số 11/2016/TT-BVT ngày 11/5/2016 của Bộ Y tế quy định", "11/2016/TT-BYT", "2016-05-11", "Bộ Y tế", "V for Y, and the issuer says so")]
    [InlineData("Công văn số 682/S8TNMT-QLN ngày 29/10/2019 của Sở Tài nguyên và Môi trường năm 2019", "682/STNMT-QLN", "2019-10-29", "Sở Tài nguyên và Môi trường", "a digit that stuck to the code, a year behind the name")]
    [InlineData("Chỉ thị số 42/C 1-UBND ngày 11/8/2021 của Chủ tịch Ủy ban nhân dân tỉnh", "42/CT-UBND", "2021-08-11", "Chủ tịch Ủy ban nhân dân tỉnh", "the type before the number says what the code is")]
    [InlineData("Quyết định số 121/2009/QĐ-TTg ngày 09/10/2009 của Thủ tướng Chính phủ", "121/2009/QĐ-TTg", "2009-10-09", "Thủ tướng Chính phủ", "TTg is the Prime Minister, no misread TTr")]
    [InlineData("Quyết định số 12/QĐĐ-UBND ngày 14/1/2020", "12/QĐ-UBND", "2020-01-14", null, "Đ seen twice")]
    [InlineData("Căn cứ Công văn số 618/5TNMT-QLĐĐ ngày 26/6/2022 của Sở Tài nguyên và Môi trường", "618/STNMT-QLĐĐ", "2022-06-26", "Sở Tài nguyên và Môi trường", "a code begins with no digit: 5 for S")]
    [InlineData("Công văn số 40/8YT-NVD ngày 26/6/2022 của Sở Y tế", "40/SYT-NVD", "2022-06-26", "Sở Y tế", "8 for S, and the issuer says so")]
    [InlineData("Công văn số 402/CAT-PAO5 ngày 24/4/2024 của Công an tỉnh", "402/CAT-PA05", "2024-04-24", "Công an tỉnh", "a police unit has a nought")]
    [InlineData("tại Báo cáo số 745/BC-CAT ngày 16/4/2022 của Công an tỉnh chưa hoàn thành", "745/BC-CAT", "2022-04-16", "Công an tỉnh", "chưa is in no name")]
    [InlineData("Quy định số 36-QĐ/TW ngày 01/02/2022 của Bộ Chính trị", "36-QĐ/TW", "2022-02-01", "Bộ Chính trị", "the Party's form")]
    [InlineData("theo Công văn số 5207/BTTTT-PTTH&TTĐT ngày 22/11/2018 nêu trên", "5207/BTTTT-PTTH&TTĐT", "2018-11-22", null, "two offices joined by &")]
    [InlineData("Quyết định 1252/QĐ-TTg (26/9/2019) của Thủ tướng Chính phủ", "1252/QĐ-TTg", "2019-09-26", "Thủ tướng Chính phủ", "the date in brackets, without its word")]
    [InlineData("Kế hoạch 6310/KH-UBND, 17-8-2022; các sở, ngành", "6310/KH-UBND", "2022-08-17", null, "the date behind a comma, without its word")]
    [InlineData("tại Thông báo kết luận số: 77 - TB/BCĐ ngày 1/3/2023.", "77-TB/BCĐ", "2023-03-01", null, "the Party's form with spaces and a colon")]
    [InlineData("Thông tư liên tịch số 03/2018/TTLI-VKSNDTC-BCA nêu trên", "03/2018/TTLT-VKSNDTC-BCA", null, null, "a long code of a type is a letter off")]
    [InlineData("Báo cáo số 12/TTTT-VP của Trung tâm", "12/TTTT-VP", null, "Trung tâm", "an office's code that no letter looks like")]
    [InlineData("Nghị định số 116/2016/NĐ-CP¹ đã nêu", "116/2016/NĐ-CP", null, null, "the mark of a footnote is no part of the code")]
    public void Citations(string text, string number, string? date, string? issuer, string reason)
    {
        CitationReader.Found found = Assert.Single(CitationReader.Read(text));
        Assert.True((number, date, issuer) == (found.Number, found.Date, found.Issuer), $"{reason}: {found}");
    }

    [Theory]
    [InlineData("Công điện số 196/CĐ-TTg nqầy l3 iháng 10 năm 2025 của Thủ tướng", true, "a day that cannot be made out")]
    [InlineData("Công điện số 196/CĐ-TTg ngày 13 tháng 10 năm 2025 của Thủ tướng", false, "a day")]
    [InlineData("Công điện số 196/CĐ-TTg của Thủ tướng", false, "none is given")]
    [InlineData("Công điện số 196/CĐ-TTg ngay trong ca trực", false, "ngay is no day")]
    public void A_citation_whose_day_was_lost_is_doubted(string text, bool doubtful, string reason) =>
        Assert.True(doubtful == Assert.Single(CitationReader.Read(text)).Doubtful, reason);

    [Theory]
    [InlineData("SỞ Y TÉ", "SỞ Y TẾ", false, "a mark misread in a name of the list")]
    [InlineData("SƠYTE", "SỞ Y TẾ", false, "letters of the name, run together")]
    [InlineData("SỞ V TẾ", "SỞ Y TẾ", true, "one letter misread: mended and doubted")]
    [InlineData("SỞ VĂN HÓA, THỂ, THAO VÀ DU LỊCH", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", false, "a speck read as a comma")]
    [InlineData("SỞ VĂN HÓA THỂ THAO VÀ DU LỊCH", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", false, "a comma lost")]
    [InlineData("SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", "SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", false, "a longer dash is a matter of style")]
    [InlineData("UBND TÍNH KHÁNH HOÀ", "UBND TỈNH KHÁNH HOÀ", false, "tone placement is a matter of style and stays")]
    [InlineData("SỞ QUY HOẠCH PHÚ XUÂN", "SỞ QUY HOẠCH PHÚ XUÂN", false, "a name that is not on the list stays")]
    public void Names_of_organs(string read, string name, bool changed, string reason)
    {
        (string Name, bool Changed) mended = OrganNames.Mend(read);
        Assert.True((name, changed) == mended, $"{reason}: {mended}");
    }

    [Theory]
    [InlineData("Nên Lương", "CÔNG AN HUYỆN NẬM LƯƠNG", "Nậm Lương", "two letters off the district of the office")]
    [InlineData("Nậm Lương", "CÔNG AN HUYỆN NẬM LƯƠNG", null, "nothing to mend")]
    [InlineData("Phú Lương", "CÔNG AN HUYỆN NẬM LƯƠNG", null, "another place")]
    [InlineData("Hà Nam", "UBND TỈNH HÀ NỘI", null, "two letters off, but a place of its own")]
    public void The_place_is_held_against_the_office(string place, string office, string? mended, string reason) =>
        Assert.True(mended == PlaceNames.OfOffice(place, office), reason);

    [Theory]
    [InlineData("Bùi Th1 Quỳnh Giao", "0.9 0.2 0.9 0.9", "Bùi … Quỳnh Giao", "a wreck in the middle")]
    [InlineData("YeuòZH Nguyệt", "0.1 0.9", "… Nguyệt", "all but the last given name lost")]
    [InlineData("tân Quảng", "0.4 0.9", "… Quảng", "no frequent family name has these letters")]
    [InlineData("Bñ Tiến Dẫn", "0.7 0.9 0.9", "… Tiến Dẫn", "a given name that is on no list, read well")]
    [InlineData("Nguyên Văn Mẫu", "0.5 0.9 0.9", "Nguyễn Văn Mẫu", "the only frequent family name of these letters")]
    [InlineData("bùi: Q;ynh Giao", "0.4 0.2 0.9", "Bùi Quỳnh Giao", "one sign broken")]
    public void Names_that_a_seal_has_broken(string read, string confidences, string name, string reason)
    {
        string[] words = read.Split(' '), sure = confidences.Split(' ');
        Word[] broken = [.. words.Select((w, i) => new Word { Id = $"p1w{i + 1}", Ocr = w, Source = w, Box = new PixelBox(100 * i, 0, 80, 30), Confidence = double.Parse(sure[i], System.Globalization.CultureInfo.InvariantCulture) })];

        PersonName? person = PersonNames.IsWrecked(broken) ? PersonNames.Left(broken) : PersonNames.Check(read, broken);

        Assert.True(person is { Doubtful: true } && person.Name == name, $"{reason}: {person}");
    }

    [Theory]
    [InlineData("GIÁM ĐÓC", "GIÁM ĐỐC", false, "a mark misread")]
    [InlineData("⁄~=RHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", true, "a letter misread: mended and doubted")]
    [InlineData("X. GIÁM ĐỐC", "GIÁM ĐỐC", true, "what a seal left of KT. is no part of the post")]
    [InlineData("GIÁM ĐỐC CÔNG AN TÍNH PHÚ XUÂN", "GIÁM ĐỐC CÔNG AN TỈNH PHÚ XUÂN", false, "a post and where it is held")]
    [InlineData("TRƯỞNG PHÒNG NGH1ỆP", "TRƯỞNG PHÒNG NGH1ỆP", true, "what is no syllable is doubted")]
    [InlineData("CHỈ HUY TRƯỞNG", "CHỈ HUY TRƯỞNG", false, "not made a CHI CỤC TRƯỞNG of")]
    [InlineData("GIẢM ĐÔNG", "GIÁM ĐỐC", true, "two letters off one post and no other")]
    [InlineData("BAO NGÔ", "BAO NGÔ", true, "no post that is known")]
    [InlineData("2zˆ7\"?J 7 7z»... CHỦ TỊCH", "CHỦ TỊCH", true, "strokes of the signature before the post")]
    public void Titles(string read, string title, bool doubtful, string reason)
    {
        PostNames.Mended mended = PostNames.Mend(read);
        Assert.True((title, doubtful) == (mended.Title, mended.Doubtful), $"{reason}: {mended}");
    }

    [Theory]
    [InlineData("12/STC-TTr", null, "an inspectorate's code is no tờ trình")]
    [InlineData("12/TTr-STC", "tờ trình", "the type stands first")]
    [InlineData("30/2020/NĐ-CP", "nghị định", "behind the year")]
    [InlineData("36-HD/VPTW", "hướng dẫn", "the Party's form")]
    public void Types_by_code(string number, string? type, string reason) => Assert.True(type == DocumentTypes.OfNumber(number)?.Name, reason);

    [Theory]
    [InlineData("họp lúc 8/9 giờ ngày 12/9/2017 tại số 01 Trần Hưng Đạo")]
    [InlineData("tốc độ 40/60 km và 24/7 ngày")]
    public void What_is_no_number_is_not_cited(string text) => Assert.Empty(CitationReader.Read(text));

    [Fact]
    public void The_issuer_of_a_cited_document_ends_before_what_it_is_about() =>
        Assert.Equal("UBND Tỉnh", Assert.Single(CitationReader.Read("Quyết định số 596/QĐ-UBND ngày 16/3/2017 của UBND Tỉnh V/v phê duyệt kế hoạch")).Issuer);

    [Theory]
    [InlineData("TP. Phú Xuân là đô thị. Ông A. Nguyễn đến.", 2, "an abbreviation and an initial end no sentence")]
    [InlineData("1. Giao Sở Tư pháp. Hoàn thành trước 1.234 ngày.", 2, "a list number ends no sentence")]
    [InlineData("Điều 1. Thành lập Tổ công tác. Tổ có nhiệm vụ sau.", 2, "nor does an article's")]
    public void Sentences(string text, int count, string reason)
    {
        Token[] tokens = [.. text.Split(' ').Select(static (t, i) => new Token(new Word { Id = $"p1w{i}", Ocr = t, Source = t, Box = default }, 0))];
        Assert.True(SentenceSplitter.Split(tokens).Count == count, reason);
    }

    [Theory]
    [InlineData("Nguyễn Văn An", "Nguyễn Văn An", false, "every syllable is known")]
    [InlineData("Đỉnh Gia Khiêm", "Đinh Gia Khiêm", true, "no family is called Đỉnh: mended and doubted")]
    [InlineData("Hö Tấn Lực", "Hồ Tấn Lực", true, "no letter of the language")]
    [InlineData("Giảng Hải Triều", "Giảng Hải Triều", true, "Giang or Giàng: not guessed")]
    [InlineData("Hoàng Anh", "Hoàng Anh", true, "a name of two syllables may be half a name")]
    [InlineData("Trần Thị Xưởnq", "Trần Thị Xưởnq", true, "a syllable that no name has")]
    [InlineData("LÊ HOÀ BÌNH", "LÊ HOÀ BÌNH", false, "capitals and the newer tone placement are names too")]
    public void Names_of_people(string read, string name, bool doubtful, string reason)
    {
        PersonName person = PersonNames.Check(read, []);
        Assert.True((name, doubtful) == (person.Name, person.Doubtful), $"{reason}: {person}");
    }

    [Theory]
    [InlineData("57/TTI-CCBVMT", "tờ trình", "57/TTr-CCBVMT", "a letter off the code of the type that is printed")]
    [InlineData("57/TB-CCBVMT", "tờ trình", null, "the code of another type is not touched")]
    [InlineData("57/BVMT", "tờ trình", null, "a code without a type has none to mend")]
    public void Code_of_the_printed_type(string number, string type, string? mended, string reason) => Assert.True(mended == CodeLetters.OfType(number, type), reason);

    [Theory]
    [InlineData("126/S8KHĐT-TH", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "126/SKHĐT-TH", "a digit that the issuer's initials lack")]
    [InlineData("12/PC06-Đ2", "PHÒNG CẢNH SÁT QUẢN LÝ HÀNH CHÍNH", null, "a police code has digits")]
    [InlineData("15/QĐ-BNV", "BỘ NỘI VỤ", null, "nothing to mend")]
    public void Letters_of_the_issuer(string number, string issuer, string? mended, string reason) => Assert.True(mended == CodeLetters.Fit(number, issuer), reason);

    [Theory]
    [InlineData("Khanh Hòa", "2023-06-16", "Khánh Hòa", true, false, "only marks were misread, and one province has these letters")]
    [InlineData("Nha Trang", "2023-06-16", "Nha Trang", false, false, "a district town")]
    [InlineData("Quạng Thượng", "2023-06-16", "Quạng Thượng", false, true, "Quạng is in no name of a place")]
    [InlineData("Phú Xuân", "2026-06-16", "Phú Xuân", false, false, "a commune of the new list")]
    public void Places_of_issue(string read, string date, string name, bool mended, bool doubtful, string reason)
    {
        PlaceNames.Place place = PlaceNames.OfIssue(read, date);
        Assert.True((name, mended, doubtful) == (place.Name, place.Mended, place.Doubtful), $"{reason}: {place}");
    }

    [Theory]
    [InlineData("UBND HUYỆN VAN NINH", "2023-06-16", "UBND HUYỆN VẠN NINH", "a district of before July 2025")]
    [InlineData("UBND HUYỆN VAN NINH", "2025-08-01", "UBND HUYỆN VAN NINH", "no districts since")]
    [InlineData("SỞ Y TẾ", "2023-06-16", "SỞ Y TẾ", "no place in it")]
    public void Places_in_the_names_of_offices(string read, string date, string name, string reason) => Assert.True(name == PlaceNames.InOffice(read, date).Name, reason);

    [Theory]
    [InlineData("Yêu cầu ông: Trịnh Bá Khiêm, sinh năm 1984", "Trịnh Bá Khiêm", null, "a colon before the name")]
    [InlineData("giao ông Trần Văn An, Phó Giám đốc Sở Tư pháp, phụ trách", "Trần Văn An", "Phó Giám đốc Sở Tư pháp", "the post stands behind the name")]
    [InlineData("bà Lê Thị Thu Hà trình bày", "Lê Thị Thu Hà", null, "a form of address is no title")]
    [InlineData("do Thượng tá Nguyễn Văn Bình, Trưởng phòng PA02 chủ trì", "Nguyễn Văn Bình", "Thượng tá, Trưởng phòng PA02 chủ trì", "a rank before the name")]
    [InlineData("Linh mục Phạm Văn Đức (sinh năm 1960) đã", "Phạm Văn Đức", "Linh mục", "clergy")]
    public void People(string text, string name, string? title, string reason)
    {
        NamedPerson person = Assert.Single(PeopleReader.Read([Paragraph(text)]));
        Assert.True((name, title) == (person.Name, person.Title), $"{reason}: {person}");
    }

    [Theory]
    [InlineData("các ông bà trong Ban Chỉ đạo và đồng chí Chủ tịch Ủy ban nhân dân tỉnh", "a post is no name")]
    [InlineData("Ủy ban nhân dân tỉnh Hà Nam và thành phố Hồ Chí Minh", "places are no people")]
    public void What_is_no_person_is_not_listed(string text, string reason) => Assert.True(PeopleReader.Read([Paragraph(text)]).Count == 0, reason);

    [Fact]
    public void Repairs_of_names_reach_words_blocks_and_the_log()
    {
        Word[] words = [.. "Khanh Hòa, ngày".Split(' ').Select(static (t, i) => new Word { Id = $"p1w{i + 1}", Ocr = t, Source = t, Box = default })];
        Page page = new() { Number = 1, Words = words };
        Block block = Paragraph("Khanh Hòa, ngày");
        Model.Correction[] repairs = [.. FactRepairs.Between(words[..2], "Khánh Hòa", "name")];

        (IReadOnlyList<Page> pages, IReadOnlyList<Block> blocks, IReadOnlyList<Model.Correction> log) = FactRepairs.Apply([page], [block], [], repairs);

        Assert.Equal(new Model.Correction("p1w1", "Khanh", "Khánh", "name", FactRepairs.Sure), Assert.Single(log));
        Assert.Equal("Khánh", pages[0].Words[0].Source);
        Assert.Equal(("Khanh Hòa, ngày", "Khánh Hòa, ngày"), (blocks[0].Segments[0].Ocr, blocks[0].Segments[0].Source));
    }

    private static Block Paragraph(string text) => new()
    {
        Id = "b1", Section = Section.Body, Kind = BlockKind.Paragraph, Page = 1, Box = default,
        Segments = [new Segment { Id = "s1", WordIds = [.. text.Split(' ').Select(static (_, i) => $"p1w{i + 1}")], Ocr = text, Source = text }],
    };
}
