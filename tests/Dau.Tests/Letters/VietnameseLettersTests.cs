using CsCheck;
using Dau.Model;

namespace Dau.Tests.Letters;

public sealed class VietnameseLettersTests
{
    [Theory]
    [InlineData("quye\u0302\u0300n", "quyền", "vowel mark, then tone")]
    [InlineData("quye\u0300\u0302n", "quyền", "tone, then vowel mark")]
    [InlineData("quy\u00EA\u0300n", "quyền", "tone on a composed letter")]
    [InlineData("ngu\u031Bo\u031B\u0300i", "người", "horns")]
    [InlineData("\u0110A\u0306\u0301K", "ĐẮK", "capitals")]
    [InlineData("đã xong", "đã xong", "already composed")]
    [InlineData("x\u0301", "x\u0301", "no such letter: left alone")]
    public void Letters_are_composed(string text, string expected, string reason) => Assert.True(VietnameseLetters.Compose(text) == expected, reason);

    [Fact]
    public void Taking_apart_and_putting_together_are_inverse() =>
        Gen.Char["aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"].Select(Gen.Int[0, 5]).Sample((vowel, tone) =>
        {
            char letter = VietnameseLetters.WithTone(vowel, (Tone)tone);
            return VietnameseLetters.TryVowel(letter, out char apart, out Tone toneApart) && apart == vowel && toneApart == (Tone)tone;
        });

    [Theory]
    [InlineData("Đường", "Duong")]
    [InlineData("ỦY BAN", "UY BAN")]
    [InlineData("2023/NĐ-CP", "2023/ND-CP")]
    public void Bare_text_has_no_marks(string text, string bare) => Assert.Equal(bare, VietnameseLetters.Bare(text));
}
