using Dau.Translation.Neural.Pieces;

namespace Dau.Tests.Translation.Neural;

public sealed class SentencePieceTests
{
    private static readonly SentencePieceVocabulary Vocabulary = SentencePieceVocabulary.Read(MadeUpVocabulary.Write(
    [
        ("▁", -4, 1), ("▁công", -3, 1), ("▁văn", -3, 1), ("▁c", -5, 1), ("ông", -5, 1), ("ab", -2, 1), ("a", -3, 1), ("b", -3, 1), ("abc", -9, 1), ("c", -3, 1), ("$num", 0, 4),
    ]));

    [Theory]
    [InlineData("công văn", "▁công ▁văn", "the likeliest cut")]
    [InlineData("  công   văn ", "▁công ▁văn", "spaces at the ends go, and of several one stays")]
    [InlineData("abc", "▁ ab c", "two likely pieces are likelier than one unlikely")]
    [InlineData("công$numvăn", "▁công $num ? ", "a symbol of the user's is one piece wherever it stands, and a run of unknown letters is one piece")]
    [InlineData("xyz", "▁ ?", "unknown letters are one unknown piece")]
    [InlineData("", "", "nothing is nothing")]
    public void ATextIsCutAsSentencePieceDoes(string text, string pieces, string why)
    {
        string[] names = ["</s>", "?", "▁", "▁công", "▁văn", "▁c", "ông", "ab", "a", "b", "abc", "c", "$num"];
        Assert.True(string.Join(' ', Vocabulary.Encode(text).Select(p => names[p.Id])) == pieces.Trim(), $"{why}: {string.Join(' ', Vocabulary.Encode(text).Select(p => names[p.Id]))}");
    }

    [Fact]
    public void PiecesKnowWhereTheyStandInTheText()
    {
        const string text = " công  abc";
        Assert.Equal(["công", "", "ab", "c"], Vocabulary.Encode(text).Select(p => text[p.Start..p.End]));
        var (joined, pieces) = Vocabulary.Decode([3, 4, 7, 9]);
        Assert.Equal("công vănabb", joined);
        Assert.Equal(["công", "văn", "ab", "b"], pieces.Select(p => joined[p.Start..p.End]));
    }
}
