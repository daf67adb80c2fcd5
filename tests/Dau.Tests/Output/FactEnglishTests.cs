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
}
