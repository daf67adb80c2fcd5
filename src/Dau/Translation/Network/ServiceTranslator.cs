using System.Globalization;
using Dau.Translation.Draft;
using Dau.Translation.Links;
using Dau.Translation.Locks;
using Dau.Translation.Neural;

namespace Dau.Translation.Network;

/// <summary>
/// A service of the user's own. What it answers is compared with the source; where the draft engine's English has fewer doubts it stands instead, with a
/// flag, and so it does for what the service did not translate. Everything sent is recorded; what was translated before a failure stays.
/// </summary>
internal sealed class ServiceTranslator(ITextService service, LockFinder locks, IDraftEngine draft, TimeProvider time) : ITranslator
{
    // So often in a row a service may fail on a request, after all its tries, before no more are sent.
    private const int MostFailures = 2;

    private readonly PhraseLinker _linker = PhraseLinker.Of(draft);

    public string Name => service.Engine;

    public async Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        var answers = new string?[segments.Count];
        var (sent, warnings) = (new List<Sent>(), new List<string>());
        try
        {
            await service.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            return e.IsRefusal ? throw new TranslationException(Describe(e), e) : Finish(segments, answers, sent, [Describe(e)], segments.Count);
        }

        var (failures, lost) = (0, 0);
        foreach (var batch in service.Cut(segments))
        {
            if (failures == MostFailures)
            {
                lost += batch.Count;
                continue;
            }

            var before = service.Sent;
            try
            {
                var english = await service.TranslateAsync(segments, batch, cancellationToken).ConfigureAwait(false);
                for (var k = 0; k < batch.Count; k++)
                {
                    answers[batch[k]] = english[k];
                }

                failures = 0;
            }
            catch (ServiceException e)
            {
                // Refused before anything was translated: the engine cannot be used at all.
                if (e.IsRefusal && sent.Count == 0)
                {
                    throw new TranslationException(Describe(e), e);
                }

                failures = e.IsFinal ? MostFailures : failures + 1;
                lost += batch.Count;
                warnings.Add(Describe(e));
            }
            finally
            {
                sent.Add(new Sent(service.Host, [.. batch.Select(index => segments[index].Id)], service.Sent - before, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
            }
        }

        return Finish(segments, answers, sent, warnings, lost);
    }

    private TranslationBatch Finish(IReadOnlyList<SegmentSource> segments, string?[] answers, List<Sent> sent, List<string> reasons, int lost)
    {
        if (lost > 0)
        {
            reasons = [$"{lost} of {segments.Count} segments were translated by the draft engine: {string.Join(' ', reasons.Distinct())}"];
        }

        return new TranslationBatch([.. segments.Select((segment, i) => Judge(segment.Text, answers[i]))], sent, reasons);
    }

    private SegmentTranslation Judge(string source, string? answer)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return new SegmentTranslation(null, Name, 0, [], []);
        }

        var found = locks.Find(source);
        SegmentTranslation? own = answer is not null && IsSound(source, answer) ? NameRestorer.Restore(new SegmentTranslation(answer, Name, service.Quality, [], []), found) : null;
        var doubts = own is null ? int.MaxValue : Doubts(source, found, own.Target!);
        if (doubts > 0)
        {
            var other = draft.Render(source, found);
            if (own is null || Doubts(source, found, other.Text) < doubts)
            {
                return new SegmentTranslation(other.Text, DraftTranslator.EngineName, other.Quality, other.Links, [.. other.Flags, Flags.DraftInstead]);
            }
        }

        return own! with { Links = _linker.Find(source, found, own!.Target!) };
    }

    private static int Doubts(string source, IReadOnlyList<LockedSpan> found, string target) => FidelityCheck.Compare(source, found, target).Count(static flag => flag != Flags.NumberAmbiguous);

    // A model that chats instead of translating says far more than the source.
    private static bool IsSound(string source, string answer) =>
        !string.IsNullOrWhiteSpace(answer) && answer.Length <= (4 * source.Length) + 40 && !Soundness.Repeats(answer) && !Soundness.Invents(answer, source);

    private string Describe(ServiceException e) => e switch
    {
        { IsTimeout: true } => $"{service.Title} at {service.Host} is too slow: {e.Message}.",
        { Status: 0 } => $"{service.Title} at {service.Host} could not be reached, or the connection was cut: {e.Message}. Is it running? {service.AddressVariable} says where it is.",
        { Status: 200 } => $"{service.Title} at {service.Host} answered with what it should not: {e.Message}.",
        { Status: 401 or 403 } => $"{service.Title} at {service.Host} did not accept the key or the request ({e.Status}): check {service.KeyVariable}. {e.Message}",
        { Status: 404 } => $"{service.Title} at {service.Host} does not know the request or the model (404): check {service.AddressVariable}. {e.Message}",
        { Status: 429 } => $"{service.Title} at {service.Host} asks to slow down (429) and did so until the tries were used up: wait a while and translate again.",
        { Status: 400 } => $"{service.Title} at {service.Host} did not understand the request (400): {e.Message}",
        { Status: >= 500 } => $"{service.Title} at {service.Host} failed ({e.Status}): translate again later. {e.Message}",
        _ => $"{service.Title} at {service.Host} answered with status {e.Status}: {e.Message}",
    };
}
