using Dau.Translation;
using Dau.Translation.Locks;

namespace Dau.Tests.Translation;

public sealed class SlotTextTests
{
    [Fact]
    public void LocksBecomeSlotsByKindAndNumberAndComeBackExactly()
    {
        const string source = "Căn cứ Quyết định số 30/2020/QĐ-UBND ngày 16 tháng 6 năm 2023, hỗ trợ 12 hộ và 5 trường.";
        var (text, slots) = SlotText.Mask(source, Translators.Locks.Find(source));
        Assert.Equal("Căn cứ Quyết định số \uE020 \uE010, hỗ trợ \uE000 hộ và \uE001 trường.", text);
        const string english = "Support \uE001 schools and \uE000 households under Decision No. \uE020 of \uE010.";
        Assert.True(SlotText.IsWhole(english, slots));
        Assert.Equal("Support 5 schools and 12 households under Decision No. 30/2020/QĐ-UBND of 16 June 2023.", SlotText.Fill(english, slots));
    }

    [Theory]
    [InlineData("\uE000 of.", false)] // one is lost
    [InlineData("\uE000 of \uE001 and \uE001.", false)] // one is twice
    [InlineData("\uE000 of \uE001 and \uE002.", false)] // one is not of this sentence
    [InlineData("\uE001 of \uE000.", true)] // order is free
    public void ALostDoubledOrForeignSlotIsNoticed(string english, bool whole)
    {
        var (_, slots) = SlotText.Mask("3 trên 7.", Translators.Locks.Find("3 trên 7."));
        Assert.Equal(2, slots.Count);
        Assert.Equal(whole, SlotText.IsWhole(english, slots));
    }

    [Fact]
    public void ALockBeyondThoseTheModelKnowsStaysAsItIs()
    {
        var source = string.Join(", ", Enumerable.Range(101, 14));
        var (text, slots) = SlotText.Mask(source, Translators.Locks.Find(source));
        Assert.Equal(12, slots.Count);
        Assert.EndsWith("\uE00B, 113, 114", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OfTwoLocksOverTheSameTextTheFirstCounts()
    {
        var (text, slots) = SlotText.Mask("xã Ba Vì", [new LockedSpan(LockKind.Place, 3, 8, "Ba Vì"), new LockedSpan(LockKind.Name, 6, 8, "Vì")]);
        Assert.Equal("xã \uE040", text);
        Assert.Single(slots);
    }
}
