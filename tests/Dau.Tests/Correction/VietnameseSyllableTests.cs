using Dau.Model;

namespace Dau.Tests.Correction;

public sealed class VietnameseSyllableTests
{
    [Theory]
    [InlineData("hòa", "old placement of the tone")]
    [InlineData("hoà", "new placement of the tone")]
    [InlineData("thủy", "old placement of the tone")]
    [InlineData("thuỷ", "new placement of the tone")]
    [InlineData("quý", "qu is the onset, y the rhyme")]
    [InlineData("quốc", "qu before ô")]
    [InlineData("gì", "gi is onset and vowel at once")]
    [InlineData("giếng", "gi swallows the i of iê")]
    [InlineData("giữa", "gi before ư")]
    [InlineData("nghiêng", "the longest")]
    [InlineData("khuỷu", "three vowels, tone on the middle one")]
    [InlineData("thuở", "uơ, tone on the last")]
    [InlineData("ĐƯỜNG", "capitals")]
    [InlineData("yếu", "yê where the syllable begins with it")]
    [InlineData("kỹ", "y for i")]
    [InlineData("tiếp", "sắc before a stop")]
    [InlineData("luật", "nặng before a stop")]
    public void Syllables_in_use_are_lawful(string syllable, string reason) => Assert.True(VietnameseSyllable.IsLawful(syllable), reason);

    [Theory]
    [InlineData("tiềp", "no huyền before a stop")]
    [InlineData("luât", "no level tone before a stop")]
    [InlineData("cách-", "not letters only")]
    [InlineData("kuyên", "k before u")]
    [InlineData("ngiên", "ng before i")]
    [InlineData("ghà", "gh before a")]
    [InlineData("cê", "c before ê")]
    [InlineData("đườngg", "two g at the end")]
    [InlineData("quỳền", "two tones")]
    [InlineData("hựơng", "tone on the first letter of ươ")]
    [InlineData("toàn2", "a digit")]
    [InlineData("oán̉", "a loose mark")]
    [InlineData("ciêm", "c before i")]
    [InlineData("", "nothing")]
    [InlineData("nghiêngs", "longer than any")]
    [InlineData("baó", "tone on the end of ao")]
    [InlineData("w", "no such letter")]
    public void Syllables_that_the_rules_forbid_are_not(string syllable, string reason) => Assert.False(VietnameseSyllable.IsLawful(syllable), reason);

    [Fact]
    public void The_rules_agree_with_the_syllables_that_are_written()
    {
        string? lexicon = Shared.Find("lexicon/syllables.txt");
        if (lexicon is null)
        {
            Assert.Skip("shared/lexicon is not beside the checkout");
        }

        long all = 0;
        long lawful = 0;
        int kinds = 0;
        int lawfulKinds = 0;
        foreach (string line in File.ReadLines(lexicon))
        {
            string[] fields = line.Split('\t');
            long count = long.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture) + long.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture);
            bool isLawful = VietnameseSyllable.IsLawful(fields[0]);
            (all, lawful, kinds, lawfulKinds) = (all + count, lawful + (isLawful ? count : 0), kinds + 1, lawfulKinds + (isLawful ? 1 : 0));
        }

        // What is left are foreign names (Guam, King, Huang) and misprints.
        Assert.True(lawful > 0.9999 * all, $"{lawful} of {all} running syllables are lawful");
        Assert.True(lawfulKinds > 0.985 * kinds, $"{lawfulKinds} of {kinds} kinds are lawful");
    }
}
