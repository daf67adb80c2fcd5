using Dau.Input;

namespace Dau.Tests.Input;

public sealed class PageSelectionTests
{
    [Theory]
    [InlineData("3", new[] { 3 }, "one page")]
    [InlineData("2-5,9", new[] { 2, 3, 4, 5, 9 }, "a range and a page")]
    [InlineData(" 2 - 3 , 5 ", new[] { 2, 3, 5 }, "blanks do not matter")]
    [InlineData("8-", new[] { 8, 9, 10 }, "open at the end")]
    [InlineData("-2", new[] { 1, 2 }, "open at the start")]
    [InlineData("5,5,4-5", new[] { 4, 5 }, "twice is once")]
    public void SelectsWhatIsWritten(string text, int[] expected, string reason)
    {
        Assert.True(PageSelection.TryParse(text, out PageSelection? selection), reason);
        Assert.Equal(expected, Enumerable.Range(1, 10).Where(selection.Contains));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("0", "pages count from 1")]
    [InlineData("5-2", "backwards")]
    [InlineData("-", "no end at all")]
    [InlineData("1-2-3", "two hyphens")]
    [InlineData("a", "a letter")]
    [InlineData("1,,2", "an empty part")]
    [InlineData("99999999999", "more than a page number holds")]
    public void RefusesWhatIsNotASelection(string text, string reason) => Assert.False(PageSelection.TryParse(text, out _), reason);
}
