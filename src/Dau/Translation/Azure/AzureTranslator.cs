using System.Globalization;
using Azure;

namespace Dau.Translation.Azure;

/// <summary>Azure Translator. Everything it sends is recorded; what was translated before a failure stays.</summary>
/// <param name="client">The service.</param>
/// <param name="time">The clock.</param>
/// <param name="dictionary">Marks how names are to be rendered; null to send the text as it is.</param>
internal sealed class AzureTranslator(TextTranslationClient client, TimeProvider time, DynamicDictionary? dictionary = null) : ITranslator
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "azure";

    // The service says nothing about quality; its published scores are far above the draft's.
    private const double AssumedQuality = 0.8;

    public string Name => EngineName;

    public async Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        var translations = segments.Select(static _ => new SegmentTranslation(null, EngineName, 0, [], [])).ToArray();
        var sent = new List<Sent>();
        var warnings = new List<string>();
        IReadOnlyList<string> texts = [.. segments.Select(s => dictionary?.Mark(s.Text) ?? s.Text)];
        var batches = Batches.Cut(texts);
        for (var i = 0; i < segments.Count; i++)
        {
            if (texts[i].Length > Batches.MaxCharacters)
            {
                translations[i] = Untranslated;
                warnings.Add($"Segment {segments[i].Id} was not sent: it is longer than the {Batches.MaxCharacters} characters that Azure Translator takes.");
            }
        }

        for (var i = 0; i < batches.Count; i++)
        {
            var batch = batches[i];
            var body = TextTranslationClient.Body(batch.Select(index => texts[index]));
            sent.Add(new Sent(client.Host, [.. batch.Select(index => segments[index].Id)], body.Length, Now()));
            try
            {
                var items = await client.TranslateAsync(body, batch.Count, cancellationToken).ConfigureAwait(false);
                for (var k = 0; k < batch.Count; k++)
                {
                    translations[batch[k]] = Translated(segments[batch[k]].Text, texts[batch[k]], items[k]);
                }
            }
            catch (Exception e) when (IsFailure(e, cancellationToken))
            {
                // Refused before anything was translated: the engine cannot be used at all. Later on, what is there stays.
                var reason = Failures.Describe(e, client.Host);
                if (Failures.IsRefusal(e) && i == 0)
                {
                    throw new TranslationException(reason, e);
                }

                var lost = Failures.IsFinal(e) ? batches.Skip(i).SelectMany(static b => b).ToArray() : [.. batch];
                foreach (var index in lost)
                {
                    translations[index] = Untranslated;
                }

                warnings.Add($"{lost.Length} of {segments.Count} segments were not translated: {reason}");
                if (Failures.IsFinal(e))
                {
                    break;
                }
            }
        }

        return new TranslationBatch(translations, sent, warnings);
    }

    private static SegmentTranslation Untranslated => new(null, EngineName, 0, [], [Flags.NotTranslated]);

    // The service's alignment counts in the text with its marks, so that of a marked one is not used.
    private static SegmentTranslation Translated(string source, string sent, TranslatedTextItem item) => sent == source
        ? new(item.Text, EngineName, AssumedQuality, Within(item.Links, source), [])
        : new(DynamicDictionary.Unmark(item.Text), EngineName, AssumedQuality, [], []);

    private static bool IsFailure(Exception e, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && e is RequestFailedException or AggregateException or OperationCanceledException or IOException;

    private static IReadOnlyList<Link> Within(IReadOnlyList<Link> links, string source) => [.. links.Where(l => l.Source.End <= source.Length)];

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
