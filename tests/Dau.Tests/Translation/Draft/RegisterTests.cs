using Dau.Translation.Draft;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;

namespace Dau.Tests.Translation.Draft;

public sealed class RegisterTests
{
    [Theory]
    [InlineData("Đề nghị Thủ trưởng các sở, ban, ngành nghiêm túc triển khai thực hiện Kế hoạch này.", true, "an instruction")]
    [InlineData("Căn cứ Luật Tổ chức chính quyền địa phương;", true, "a legal basis")]
    [InlineData("Nơi nhận:", true, "too short to tell: official")]
    [InlineData("Cô ấy cười và nói rằng con mèo của tôi đã ăn hết cá rồi chạy ra vườn.", false, "talk")]
    [InlineData("Cầu thủ này ghi bàn ở phút cuối và đội bóng Tây Ban Nha thắng trận chung kết.", false, "sports news")]
    public void Official_text_is_told_from_other_text(string text, bool isOfficial, string reason) =>
        Assert.True(isOfficial == ((PhraseEngine)DraftEngines.Load().Engine).Model.Register.IsOfficial(SourceToken.Cut(text, [])), reason);
}
