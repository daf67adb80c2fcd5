namespace Dau.Model;

/// <summary>The syllables that Vietnamese names are made of, in small letters; some stand there in both ways of placing the tone mark (thủy, thuỷ).</summary>
internal static class NameSyllables
{
    /// <summary>Family names of the Kinh and, where they are frequent, of the other peoples; the commoner first.</summary>
    internal static IReadOnlyList<string> Family { get; } = Words(
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh đinh trương lâm phùng mai tô hà tạ vương cao lương thái châu tống thân quách hứa la lưu luu "
        + "chu tăng kiều nghiêm doãn đàm giang phí lại cù mạc triệu bạch hàn vi đồng từ văn tôn kim thạch sơn danh diệp viên ngụy khổng khuất khương ninh quản quan tiêu đường đậu thiều "
        + "cung tất uông ông ung âu cổ nông lò lường lục hà quàng cầm bế bàn chảo phàn tẩn lù giàng sùng thào vàng mùa lầu hạng ly cháng má vừ sầm chương chử nhữ thẩm trang phó lã lữ lỗ mã "
        + "ma mẫn mạnh nhâm nhan phương quảng thi tiết ưng xa y niê êban ayun mlô hmok ksor siu rơ rmah nay rcom kpă byă cil kon ka bon điểu hờ cứ lèng tráng vòng chíu phúc đới cấn biện bá "
        + "khúc kha liêu lạc dư điền hầu hình hồng mầu sái sử tào thôi tưởng trình trà ân đổng công tòng hoa bùi vạn đèo bạc lang a kring thao");

    /// <summary>What stands behind a family name: middle names, the commoner first, and given names.</summary>
    internal static IReadOnlyList<string> Given { get; } = Words(
        "văn thị hữu đức công quang minh đình ngọc xuân thanh quốc trọng hoàng bá duy đăng gia khắc tấn tiến tuấn viết việt vĩnh mạnh thành thế thiện phước phúc hồng kim kiều diệu mỹ bích cẩm "
        + "an anh ái ánh ân ba bách bảo bắc bằng băng bé bình bính biên biển bộ bông bốn bửu cảnh cao cát căn cần cầm cẩn chánh chân châu chi chí chiêm chiến chiểu chinh chính chung chuyên chương "
        + "cúc cung cường cương cừ cử danh dân dần dậu di diễm diễn diện diệp do doan doanh du dung dũng duẩn duệ duyên duyệt dư dự dưỡng dương đa đài đại đàn đản đảng đàm đan đào đạo đạt đắc đệ điểm "
        + "điền điển điệp định đính đoài đoan đoàn đô độ đôn đông đồng động đức đường được giang giao giáp giảng hà hạ hạc hai hải hảo hán hạnh hào hạo hằng hậu hân hiên hiến hiền hiển hiếu hiệp hiệu hinh "
        + "hoa hòa hoài hoan hoàn hoạt hoằng học hoạch hồ hội hợi hợp huân huấn huê huế huệ huy huyên huyền huyện huyến huỳnh hùng hưng hương hường hướng hưởng hữu hy hỷ ích kha khả khai khải khanh khánh khang "
        + "kháng khâm khiêm khiết khiêu khoa khoái khoan khôi khuê khuyên khương kiên kiếm kiệm kiệt kỳ kỷ ký la lai lại lam lan lành lãm lâm lân lập lê lệ lễ len lên liên liễu linh lĩnh loan long lộc lợi luân luận "
        + "luật luyến luyện lư lữ lực lựu lương lượng lưu ly lý mai mãi mạo mậu mận mẫn mẫu mến mi miên miền miện mơ mùi mừng mười my mỵ nam nga ngà ngạn ngân ngát ngần nghi nghĩa nghị nghiêm nghiệp ngoan ngoãn "
        + "ngôn ngữ nguyên nguyễn nguyện nguyệt ngư nhã nhạn nhàn nhạc nhâm nhân nhất nhật nhậm nhi nhiên nhiệm nhị nho nhơn nhu nhuận nhung như nhường nhượng nhựt ninh nở nương oai oanh pha phàm phan phái phát phấn phẩm "
        + "phi phong phòng phổ phú phụ phùng phụng phương phượng phước quân quan quán quảng quát quế quý quyên quyền quyết quyến quỳ quỳnh sa sang sáng sao sắc sâm sen siêng sinh son song soạn sơn sung sự sương sửu sỹ sĩ "
        + "tài tạo tám tâm tân tần tập tất tây tế thạc thạch thái thại thám thản thảo thạnh thao thắm thăng thắng thân thẩm thật thi thiên thiềm thiệp thiết thiệu thìn thịnh thọ thoa thoại thoan thoát thông thống thơ thơm thời "
        + "thu thuần thuấn thuận thuật thục thuý thúy thùy thuỳ thủy thuỷ thụy thụ thuyên thuyết thuyền thư thứ thức thương thường thưởng thước thực tiềm tiên tiền tiệp tiếp tín tinh tính tình tịnh tĩnh tỉnh toan toán toàn toại toản tố "
        + "tôn tồn tổng trà trác trai trang tráng trạch trâm trân trấn trần tri trì trí trị triết triều triển triệu trinh trình trúc trung trung trực truyền truyện trường trưởng trương trừ tu tú tuân tuấn tuất tuệ tùng túc tuy tuyên tuyến tuyền tuyển "
        + "tuyết tư tứ tựu tường tưởng tước tý ty tỵ uy uyên uyển út vạn vàng vân vấn vị viên viện viễn vinh vịnh võ vui vụ vũ vương vượng vy vĩ vỹ xuyên xuyến xoan xứng ý yên yến tín tụ nhẫn nhỏ lụa lượm năm sáu bảy tề mùa hoá hóa kiểm quản "
        + "thuyên khuê dĩ dĩnh nhung phiên phiến giàu lũy lũ khuyến đới hới thạo thấm tới tỵ páo súa dính mang chua sính pó chứ dế chú sử vảng lử sùng dia tủa chồng phử vá khua mí nủ sò gầu sua sáo của mỷ mẩy chản ton pu tả lở ghến nảy phù "
        + "ka h' k' y thol thuôl sa rinh sa run chi rô");

    private static IReadOnlyList<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
