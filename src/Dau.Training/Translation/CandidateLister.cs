using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Training.Translation;

/// <summary>Lists the best translations of a text with what they score by.</summary>
internal sealed class CandidateLister(DraftModel model, Weights weights, int beam)
{
    private readonly OptionFinder _options = new(model, weights, new TermOptions(Termbase.Default, model, weights));
    private readonly PhraseDecoder _decoder = new(model, weights) { Beam = beam };

    private sealed record Part(Chunk Chunk, IReadOnlyList<PhraseOption> Path);

    private sealed record Way(IReadOnlyList<Part> Parts, float[] Features, float Fixed, double Score);

    /// <summary>The best translations, no two with the same English.</summary>
    public IReadOnlyList<Candidate> List(string text, IReadOnlyList<LockedSpan> locks, int count)
    {
        double[] weighing = [.. weights.Values];
        List<Way> ways = [new([], new float[weighing.Length], 0, 0)];
        var state = model.Language.Start;
        foreach (var chunk in Chunk.Cut(SourceToken.Cut(text, locks)))
        {
            state = chunk.StartsSentence ? model.Language.Start : state;
            var many = _decoder.DecodeMany(chunk.Tokens.Count, _options.Find(chunk), state, chunk.EndsSentence, count);
            var parts = many.Select(m => (m.Options, Values: PathFeatures.Of(model, m.Options, state, chunk.EndsSentence))).ToList();

            // All go on from the best one's words: what the others make of the next chunk's first words is not felt.
            state = many[0].State;
            ways = [.. ways.SelectMany(w => parts.Select(p => Join(w, new Part(chunk, p.Options), p.Values, weighing))).OrderByDescending(static w => w.Score).Take(count)];
        }

        var caps = Vietnamese.IsAllCaps(text);
        return [.. ways.Select(w => new Candidate(Write(w.Parts, caps), w.Features, w.Fixed)).DistinctBy(static c => c.Text)];
    }

    private static Way Join(Way way, Part part, (float[] Features, float Fixed) values, double[] weighing)
    {
        var all = way.Features.Zip(values.Features, static (a, b) => a + b).ToArray();
        var whole = new Candidate("", all, way.Fixed + values.Fixed);
        return new Way([.. way.Parts, part], all, whole.Fixed, whole.Score(weighing));
    }

    private string Write(IReadOnlyList<Part> parts, bool caps)
    {
        var output = new PhraseOutput(model, caps);
        foreach (var (chunk, path) in parts)
        {
            output.Begin(chunk);
            foreach (var option in path)
            {
                output.Add(option, chunk.Tokens);
            }
        }

        return output.Finish().Text;
    }
}
