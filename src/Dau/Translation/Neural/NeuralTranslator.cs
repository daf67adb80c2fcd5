using Dau.Translation.Draft;
using Dau.Translation.Links;
using Dau.Translation.Locks;
using Dau.Translation.Text;

namespace Dau.Translation.Neural;

/// <summary>
/// The neural engine on this machine, sentence by sentence. Locked spans go through it as slots where the model was trained with them. A sentence that
/// comes back without one of them, without an end, or with more doubts than the draft engine's English has, is taken from the draft engine.
/// </summary>
internal sealed class NeuralTranslator(ISentenceEngine engine, LockFinder locks, IDraftEngine draft, IReadOnlyList<string> warnings) : ITranslator
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "neural";

    // A model is surer of itself than it should be.
    private const double SurestQuality = 0.9;

    // Below this mean share of the chosen pieces the English of the one trained model that was tried (110 official sentences) was worse than the draft's.
    private const double LeastCertainty = 0.4;

    private readonly bool _knowsSlots = SlotText.Mask("1", [new LockedSpan(LockKind.Number, 0, 1, "1")]).Text.All(engine.Knows);

    private readonly PhraseLinker _linker = PhraseLinker.Of(draft);

    public string Name => EngineName;

    public async Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
    {
        var parts = new List<(int Segment, TextSpan Span, MaskedSentence Sentence)>();
        for (var i = 0; i < segments.Count; i++)
        {
            var found = locks.Find(segments[i].Text);
            parts.AddRange(SentenceCutter.Cut(segments[i].Text, found).Select(span => (i, span, MaskedSentence.Make(segments[i].Text, span, found, _knowsSlots))));
        }

        var (english, said) = await RunAsync([.. parts.Select(static p => p.Sentence.Text)], cancellationToken).ConfigureAwait(false);
        var translations = segments.Select(static _ => new SegmentTranslation(null, EngineName, 0, [], [])).ToArray();
        foreach (var segment in parts.Select(static (part, index) => (part, index)).GroupBy(static p => p.part.Segment))
        {
            cancellationToken.ThrowIfCancellationRequested();
            translations[segment.Key] = Join([.. segment.Select(p => (p.part.Span.Start, Render(p.part.Sentence, english[p.index])))]);
        }

        return new TranslationBatch(translations, [], said);
    }

    // A damaged model may load and fail only when it is run: then every sentence is the draft engine's.
    private async Task<(IReadOnlyList<NeuralSentence> English, IReadOnlyList<string> Warnings)> RunAsync(IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        try
        {
            return (await Task.Run(() => engine.Translate(sentences, cancellationToken), cancellationToken).ConfigureAwait(false), warnings);
        }
        catch (InvalidDataException e)
        {
            return ([.. sentences.Select(static _ => new NeuralSentence("", [], [], []))], [.. warnings, $"The neural model could not be used, so the draft engine translated. {e.Message}"]);
        }
    }

    private (Rendering Rendering, bool IsNeural) Render(MaskedSentence sentence, NeuralSentence english)
    {
        var neural = english.Certainty >= LeastCertainty && Soundness.IsSound(sentence, english) ? Finish(sentence, english) : null;
        var doubts = neural is null ? int.MaxValue : Doubts(sentence, neural.Text);
        if (doubts == 0)
        {
            return (neural!, true);
        }

        var other = draft.Render(sentence.Source, sentence.Locks);
        return neural is not null && doubts <= Doubts(sentence, other.Text) ? (neural, true) : (other, false);
    }

    private static int Doubts(MaskedSentence sentence, string target) =>
        FidelityCheck.Compare(sentence.Source, sentence.Locks, target).Count(static flag => flag != Flags.NumberAmbiguous);

    private Rendering Finish(MaskedSentence sentence, NeuralSentence english)
    {
        var text = Vietnamese.IsAllCaps(sentence.Text) ? english.Text.ToUpperInvariant()
            : sentence.Text.FirstOrDefault(char.IsLetter) is var first && char.IsUpper(first) && char.IsLetter(english.Text[0]) ? Vietnamese.Capitalise(english.Text)
            : english.Text;
        var (filled, places) = sentence.Fill(text);
        IEnumerable<Link> links = english.Shares.Length == 0 ? _linker.Find(sentence.Source, sentence.Locks, filled) : WordLinks.Find(sentence.Text, english)
            .Select(link => new Link(sentence.Unmasked(link.Source), new TextSpan(places[link.Target.Start], places[link.Target.End])));
        var translation = NameRestorer.Restore(new SegmentTranslation(filled, EngineName, 0, [.. links], []), sentence.Locks);
        return new Rendering(translation.Target!, translation.Links, Math.Min(english.Certainty, SurestQuality), []);
    }

    private static SegmentTranslation Join(IReadOnlyList<(int Start, (Rendering Rendering, bool IsNeural) Sentence)> parts)
    {
        var text = new System.Text.StringBuilder();
        var links = new List<Link>();
        var flags = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (start, (rendering, _)) in parts)
        {
            var at = text.Length == 0 ? 0 : text.Append(' ').Length;
            text.Append(rendering.Text);
            links.AddRange(rendering.Links.Select(l => new Link(
                new TextSpan(l.Source.Start + start, l.Source.End + start), new TextSpan(l.Target.Start + at, l.Target.End + at))));
            flags.UnionWith(rendering.Flags);
        }

        var engine = parts.Any(static p => p.Sentence.IsNeural) ? EngineName : DraftTranslator.EngineName;
        return new SegmentTranslation(text.ToString(), engine, parts.Min(static p => p.Sentence.Rendering.Quality), links, [.. flags]);
    }
}
