using Dau.Translation;
using Dau.Translation.Locks;

namespace Dau.Tests.Translation;

public sealed class LockTests
{
    [Theory]
    [InlineData("ngày 16 tháng 6 năm 2023", "Date=16 June 2023", "written out")]
    [InlineData("TỈNH AN KHÊ SƠN", "Place=AN KHÊ SƠN", "a name of three words that ends a line of capitals")]
    [InlineData("ngày 03 tháng 4 năm 2023", "Date=3 April 2023", "padded")]
    [InlineData("ngày 06/6/2023", "Date=6 June 2023", "strokes")]
    [InlineData("16-6-2023", "Date=16 June 2023", "hyphens")]
    [InlineData("trước ngày 15/6", "Date=15 June", "no year")]
    [InlineData("trong tháng 9 năm 2023", "Date=September 2023", "month of a year")]
    [InlineData("tháng 6/2023", "Date=June 2023", "month/year")]
    [InlineData("ngày 31 tháng 02 năm 2023", "Number=31|Date=February 2023", "no such day: the figures stay as they are")]
    [InlineData("Công văn số 3824/VPTT-P6", "Code=3824/VPTT-P6", "code of a letter")]
    [InlineData("số 30/2020/NĐ-CP", "Code=30/2020/NĐ-CP", "normative document")]
    [InlineData("số 2147-CV/BTGDVTW", "Code=2147-CV/BTGDVTW", "Party code")]
    [InlineData("Luật số 45/2013/QH13", "Code=45/2013/QH13", "law")]
    [InlineData("Công văn số 455/SYT- NVD về", "Code=455/SYT-NVD", "a code of two lines")]
    [InlineData("HỒ SƠ DỰ TUYỂN", "", "a dossier is no lake")]
    [InlineData("BỆNH VIỆN ĐA KHOA KHU VỰC CỦ CHI", "Place=CỦ CHI", "a district in capitals, known from the list")]
    [InlineData("Vị Thanh là nơi", "Place=Vị Thanh", "a district that begins a sentence")]
    [InlineData("THỐNG NHẤT ĐẤT NƯỚC", "", "a word of the language that a district is called")]
    [InlineData("MỤC ĐÍCH, YÊU CẦU CỦA KẾ HOẠCH", "", "a requirement is no bridge")]
    [InlineData("ỦY BAN NHÂN DÂN THÀNH PHỐ TÂN SƠN", "Place=TÂN SƠN", "a city in capitals")]
    [InlineData("Chuyên ngành: Tai Mũi Họng", "", "a branch of medicine is no name")]
    [InlineData("612,4 tỷ đồng", "Number=VND 612.4 billion", "amount")]
    [InlineData("68.420.000 đồng", "Number=VND 68,420,000", "amount in full")]
    [InlineData("5 đồng chí", "Number=5", "five comrades are not five dong")]
    [InlineData("tăng 83,9%", "Number=83.9", "decimal comma")]
    [InlineData("1.284 hộ", "Number=1,284", "thousands")]
    [InlineData("1.284/1.530 hộ", "Number=1,284/1,530", "ratio")]
    [InlineData("điện thoại 0905.123.456", "Number=0905.123.456", "telephone number is no thousands")]
    [InlineData("mục 3.1.2", "Number=3.1.2", "section number")]
    [InlineData("16 giờ 30 phút", "Number=16:30", "time of day")]
    [InlineData("Quốc hội khóa XV, Đại hội lần thứ XIII", "Number=15th|Number=13th", "Roman ordinals")]
    [InlineData("quý II năm 2024, loại I", "Number=II|Number=2024", "Roman numbers of two letters")]
    [InlineData("XỬ LÝ HÀNH VI VI PHẠM", "", "capitals, no Roman numbers")]
    [InlineData("trong 24 giờ", "Number=24", "hours, not a time of day")]
    [InlineData("chuyển viện sau 5 giờ", "Number=5", "five hours later")]
    [InlineData("trước 16 giờ ngày 05/6/2023", "Number=16:00|Date=5 June 2023", "a time of that day")]
    [InlineData("năm 2023", "Number=2023", "year")]
    [InlineData("email: vanthu@khanhhoa.gov.vn", "Address=vanthu@khanhhoa.gov.vn", "mail")]
    [InlineData("trang https://mps.gov.vn/tin/1.html", "Address=https://mps.gov.vn/tin/1.html", "web")]
    [InlineData("Phòng PA03", "Code=PA03", "letters and digits")]
    [InlineData("trú tại phường Tân Phú, thành phố Đồng Xoài, tỉnh Bình Phước", "Place=Tân Phú Ward, Đồng Xoài City, Bình Phước Province", "units of administration one in another")]
    [InlineData("cư trú tại quận 3, thành phố Hồ Chí Minh", "Place=District 3, Hồ Chí Minh City", "a numbered district")]
    [InlineData("Ủy ban nhân dân xã Pù Nhi, huyện Mường Lát", "Place=Pù Nhi|Place=Mường Lát", "the commune is part of the committee's name")]
    [InlineData("phản ánh qua Ban Tôn giáo để", "", "a capital that begins a word of the language is no name")]
    [InlineData("ông Lê Văn Thuận trú tại", "Name=Lê Văn Thuận", "person after ông")]
    [InlineData("giao Trần Thị Bích Ngọc thực hiện", "Name=Trần Thị Bích Ngọc", "person by surname")]
    [InlineData("liên hệ ông Y Blăng Niê", "Name=Y Blăng Niê", "Ê-đê name")]
    [InlineData("tại tỉnh Kon Tum", "Place=Kon Tum", "province")]
    [InlineData("thôn Hòa Bình", "Place=Hòa Bình", "not peace")]
    [InlineData("các huyện Lâm Thao, Thanh Ba và Hạ Hòa", "Place=Lâm Thao|Place=Thanh Ba|Place=Hạ Hòa", "places in a row")]
    [InlineData("Sở Tài nguyên và Môi trường", "", "an organ is no name")]
    [InlineData("Hội Nông dân Việt Nam", "", "an organ is no name")]
    [InlineData("PCT UBND tỉnh Đàm Thị Vân Khánh", "Name=Đàm Thị Vân Khánh", "a person behind the province's body")]
    [InlineData("TỈNH ỦY SƠN HÀ", "Place=SƠN HÀ", "a Party committee in capitals: the province is Sơn Hà")]
    [InlineData("Các huyện ủy, Thành ủy Sơn Hà", "Place=Sơn Hà", "a city's Party committee")]
    [InlineData("vì hòa bình và phát triển", "", "peace, not the province")]
    public void Finds_what_must_come_back(string source, string expected, string reason)
    {
        var found = string.Join('|', Translators.Locks.Find(source).Select(static l => $"{l.Kind}={l.Rendering}"));
        Assert.True(found == expected, $"{reason}: {found}");
    }

    [Theory]
    [InlineData("Có 1.284 hộ", "There are 1,284 households", "", "kept")]
    [InlineData("Có 1.284 hộ", "There are 1,248 households", "numberChanged", "digits swapped")]
    [InlineData("Có 05 vụ", "There were five cases", "", "number as a word")]
    [InlineData("Có vụ việc", "There were 3 cases", "numberChanged", "number added")]
    [InlineData("612,4 tỷ đồng", "612.4 billion VND", "", "unit after the number")]
    [InlineData("612,4 tỷ đồng", "VND 612.4 million", "numberChanged", "scale changed")]
    [InlineData("ngày 16 tháng 6 năm 2023", "June 16, 2023", "", "American date")]
    [InlineData("ngày 16 tháng 6 năm 2023", "16 July 2023", "dateChanged,numberChanged", "month changed")]
    [InlineData("Công văn số 12/UBND-NC", "Official Letter No. 12/UBND-NC", "", "kept")]
    [InlineData("Công văn số 12/UBND-NC", "Official Letter No. 12/PPC-NC", "codeChanged,numberChanged", "code translated")]
    [InlineData("ông Lê Văn Thuận", "Mr Lê Văn Tuấn", "nameChanged", "another name")]
    [InlineData("không được xuất cảnh", "allowed to leave the country", "negationLost", "the not is gone")]
    [InlineData("không được xuất cảnh", "must not leave the country", "", "kept")]
    [InlineData("nghiêm cấm lợi dụng", "strictly prohibited to take advantage", "", "ban kept")]
    [InlineData("chưa báo cáo", "reported", "negationLost", "not yet")]
    [InlineData("không gian mạng", "cyberspace", "", "không gian is space")]
    [InlineData("không chỉ nói mà còn làm", "speak and also act", "", "not only: nothing is denied")]
    public void Flags_what_was_changed(string source, string target, string expected, string reason)
    {
        var flags = string.Join(',', FidelityCheck.Compare(source, Translators.Locks.Find(source), target));
        Assert.True(flags == expected, $"{reason}: {flags}");
    }

    [Fact]
    public void An_ambiguous_number_is_flagged() =>
        Assert.Contains("numberAmbiguous", FidelityCheck.Compare("1,284 hộ", Translators.Locks.Find("1,284 hộ"), "1,284 households"));

    [Fact]
    public void Diacritics_of_names_are_restored_and_links_follow()
    {
        const string Source = "tại tỉnh Khánh Hòa năm 2023";
        var translation = new SegmentTranslation("in Khanhhoa Province in 2023", "azure", 0.8, [new(new(9, 18), new(3, 11)), new(new(23, 27), new(24, 28))], []);
        var restored = NameRestorer.Restore(translation, Translators.Locks.Find(Source));
        Assert.Equal("in Khánh Hòa Province in 2023", restored.Target);
        Assert.Equal(new(3, 12), restored.Links[0].Target);
        Assert.Equal("2023", restored.Target![restored.Links[1].Target.Start..restored.Links[1].Target.End]);
    }
}
