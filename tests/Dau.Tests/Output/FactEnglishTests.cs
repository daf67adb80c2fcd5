using Dau.Model;
using Dau.Output.ReaderPage;

namespace Dau.Tests.Output;

public sealed class FactEnglishTests
{
    [Fact]
    public void APostIsNotGivenTheEnglishOfAnotherThatEndsInIt()
    {
        var signer = new Signer("Triệu Quang Phùng", null, ["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "KT");
        var document = new DocumentRecord
        {
            Source = new SourceFile("a.pdf", "00", 1, 1),
            Pages = [],
            Blocks =
            [
                new Block
                {
                    Id = "b1", Section = Section.Signature, Kind = BlockKind.SignerTitle, Page = 1, Box = default,
                    Segments = [new Segment { Id = "s1", WordIds = [], Ocr = "PHÓ GIÁM ĐỐC", Source = "PHÓ GIÁM ĐỐC", Target = "DEPUTY DIRECTOR", Engine = "template" }],
                },
            ],
            Facts = new DocumentFacts { Signer = signer },
            Corrections = [],
            Run = new RunRecord { Version = "1", StartedAt = "2026-01-01T00:00:00Z", Options = new Dictionary<string, string>(), Tools = [] },
        };

        Assert.Equal(["GIÁM ĐỐC", "DEPUTY DIRECTOR (PHÓ GIÁM ĐỐC)"], new FactEnglish(new Lookup(document)).Titles(signer));
    }

    [Fact]
    public void A_person_rests_on_the_words_of_the_name_and_not_on_the_whole_sentence()
    {
        string[] said = ["Giao", "bà", "Lê", "Thị", "Thử,", "Phó", "Trưởng", "phòng."];
        var document = new DocumentRecord
        {
            Source = new SourceFile("a.pdf", "00", 1, 1),
            Pages = [new Page { Number = 1, Words = [.. said.Select(static (text, i) => new Word { Id = $"p1w{i}", Ocr = text, Source = text, Box = default, Confidence = 1 })] }],
            Blocks =
            [
                new Block
                {
                    Id = "b1", Section = Section.Body, Kind = BlockKind.Paragraph, Page = 1, Box = default,
                    Segments = [new Segment { Id = "s1", WordIds = [.. said.Select(static (_, i) => $"p1w{i}")], Ocr = string.Join(' ', said), Source = string.Join(' ', said) }],
                },
            ],
            Facts = new DocumentFacts(),
            Corrections = [],
            Run = new RunRecord { Version = "1", StartedAt = "2026-01-01T00:00:00Z", Options = new Dictionary<string, string>(), Tools = [] },
        };

        Assert.Equal(["p1w2", "p1w3", "p1w4"], new FactEnglish(new Lookup(document)).WordsOf(new NamedPerson("Lê Thị Thử", "Phó Trưởng phòng", "s1", false)));
    }
}
