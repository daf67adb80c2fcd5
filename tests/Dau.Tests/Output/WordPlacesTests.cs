using Dau.Model;
using Dau.Output.ReaderPage;

namespace Dau.Tests.Output;

public sealed class WordPlacesTests
{
    [Theory]
    [InlineData("Sở Y tế", "Sở|Y|tế", "0-2|3-4|5-7", "words joined by spaces")]
    [InlineData("Như trên;", "-|Như|trên;", "|0-3|4-9", "a leading dash that the segment dropped")]
    [InlineData("tỉnh và tỉnh", "tỉnh|và|tỉnh", "0-4|5-7|8-12", "the same word twice")]
    [InlineData("kiểm tra", "kiểm|kho|tra", "0-4||5-8", "a word that the text does not hold")]
    [InlineData("nghiên cứu", "nghiên-|cứu", "|7-10", "a word broken at the end of a line")]
    [InlineData("", "a||b", "||", "nothing to find")]
    public void Each_word_is_found_in_its_turn(string text, string words, string expected, string because)
    {
        TextSpan?[] places = WordPlaces.Find(text, words.Split('|'));
        Assert.True(expected == string.Join('|', places.Select(static place => place is { } span ? $"{span.Start}-{span.End}" : "")), because);
    }
}
