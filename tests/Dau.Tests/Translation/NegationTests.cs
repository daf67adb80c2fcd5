using Dau.Benchmarks.Translation;
using Dau.Translation;
using Dau.Translation.Locks;

namespace Dau.Tests.Translation;

public sealed class NegationTests
{
    [Fact]
    public async Task No_negation_is_lost_without_a_flag_and_few_flags_are_false()
    {
        var rows = NegationRow.Read(NegationScore.DefaultPath);
        var score = await NegationScore.MeasureAsync(Translators.Create(new TranslationOptions(), TimeProvider.System), rows, TestContext.Current.CancellationToken);
        Assert.True(score.Sentences >= 300, $"only {score.Sentences} sentences");
        Assert.Empty(score.Lost);
        Assert.True(score.FalseFlags + score.TrapFlags <= rows.Count * 0.02, $"{score.FalseFlags} and {score.TrapFlags} false flags");
    }

    [Theory]
    [InlineData("từ chối và không trả lời", "refused and answered", true, "refused is for từ chối")]
    [InlineData("không chấp hành", "refused to comply", false, "a refusal denies")]
    [InlineData("ngăn chặn, không để xảy ra", "prevent and let happen", true, "prevent is for ngăn chặn")]
    [InlineData("Bà có nhận tiền không?", "Did you receive money?", false, "a question")]
    [InlineData("mặt hàng không rõ nguồn gốc", "goods of clear origin", true, "not aviation")]
    [InlineData("ngành hàng không phát triển", "aviation develops", false, "aviation")]
    [InlineData("không chỉ đạo kịp thời", "directed in time", true, "not the not of not only")]
    [InlineData("Phòng không tiếp nhận hồ sơ", "The Division received the dossier", true, "not air defence")]
    [InlineData("khai báo không trung thực", "declared honestly", true, "not the sky")]
    [InlineData("cấm tụ tập", "prevent gatherings", true, "to prevent is not to prohibit")]
    [InlineData("khấu trừ thuế", "deduct tax", false, "khấu trừ is one word")]
    [InlineData("hợp đồng vô hiệu", "the contract takes effect", true, "void")]
    [InlineData("không ai bị bắt, trừ ông Tư", "nobody was arrested", true, "the exception is gone")]
    public void Compares_both_sides(string source, string target, bool lost, string reason) => Assert.True(Negation.IsLost(source, target) == lost, reason);
}
