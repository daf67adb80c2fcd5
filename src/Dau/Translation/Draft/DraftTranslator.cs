using System.Text.RegularExpressions;
using Dau.Translation.Locks;

namespace Dau.Translation.Draft;

/// <summary>The offline engine, the default: nothing is downloaded, nothing leaves the machine.</summary>
internal sealed partial class DraftTranslator(IDraftEngine engine, LockFinder locks, IReadOnlyList<string> warnings) : ITranslator
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "draft";

    public string Name => EngineName;

    public Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        var translations = new SegmentTranslation[segments.Count];
        Parallel.For(0, segments.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            translations[i] = Translate(segments[i].Text));
        return Task.FromResult(new TranslationBatch(translations, [], warnings));
    }

    private SegmentTranslation Translate(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new SegmentTranslation(null, EngineName, 0, [], []);
        }

        // "II- ĐỐI TƯỢNG", "3/ Về": the number of a heading or item stays as it is.
        var number = ItemNumber().Match(text).Value;
        var rest = text[number.Length..];
        var rendering = engine.Render(rest, locks.Find(rest));
        return new SegmentTranslation(number + rendering.Text, EngineName, rendering.Quality, [.. rendering.Links.Select(l => Behind(l, number.Length))], rendering.Flags);
    }

    private static Link Behind(Link link, int count) => new(
        new TextSpan(link.Source.Start + count, link.Source.End + count), new TextSpan(link.Target.Start + count, link.Target.End + count));

    [GeneratedRegex(@"^([IVX]{1,5}|\d{1,2}|\p{L})\s?[-–/]\s+(?=\p{Lu})")]
    private static partial Regex ItemNumber();
}
