using Dau.Model;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Locks;

namespace Dau.Tests.Translation;

public sealed class AlternativeReadingsTests
{
    private const string Source = "Công an huyện cấm tụ tập.";
    private const string Target = "District police prohibit gatherings.";

    [Fact]
    public void Another_reading_that_says_something_else_stands_beside_the_English()
    {
        var marked = Mark(new Alternative("cần", 0.3));
        Assert.Equal("District police prohibit [or: need] gatherings.", marked.Target);
        Assert.Equal("gatherings.", marked.Target![marked.Links[^1].Target.Start..marked.Links[^1].Target.End]);
    }

    [Fact]
    public void One_that_says_the_same_or_is_unlikely_does_not()
    {
        Assert.Equal(Target, Mark(new Alternative("ngăn", 0.3)).Target);
        Assert.Equal(Target, Mark(new Alternative("cần", 0.05)).Target);
        Assert.Equal(Target, Mark(new Alternative("cấm,", 0.3)).Target);
    }

    private static Segment Mark(Alternative alternative)
    {
        var words = Source.Split(' ').Select((w, i) => new Word { Id = $"w{i}", Ocr = w, Source = w, Box = default, Confidence = i == 3 ? 0.4 : 0.9, Alternatives = i == 3 ? [alternative] : [] }).ToList();
        var segment = new Segment { Id = "s1", WordIds = [.. words.Select(static w => w.Id)], Ocr = Source, Source = Source, Target = Target, Links = Links(Source, Target) };
        return new AlternativeReadings(new WordForWord(), Translators.Locks).Mark(segment, words, static id => id == "w3");
    }

    private static List<Link> Links(string source, string target) =>
    [
        new(new(0, 13), new(0, 15)), new(new(14, 17), new(16, target.IndexOf(' ', 16))), new(new(18, source.Length), new(target.IndexOf(' ', 16) + 1, target.Length)),
    ];

    private sealed class WordForWord : IDraftEngine
    {
        public Rendering Render(string text, IReadOnlyList<LockedSpan> locks)
        {
            var target = Target.Replace("prohibit", text.Contains("cần", StringComparison.Ordinal) ? "need" : "prohibit", StringComparison.Ordinal);
            return new Rendering(target, Links(text, target), 1, []);
        }
    }
}
