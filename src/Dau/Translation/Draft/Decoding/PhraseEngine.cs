using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Draft.Decoding;

/// <summary>The draft engine: phrases of the tables in the order that the language model and the cost of jumps like best.</summary>
internal sealed class PhraseEngine : IDraftEngine
{
    private readonly DraftModel _model;
    private readonly (OptionFinder Options, PhraseDecoder Decoder) _official;
    private readonly (OptionFinder Options, PhraseDecoder Decoder) _general;

    public PhraseEngine(DraftModel model, Termbase terms)
    {
        _model = model;
        _official = With(model.Official);
        _general = With(model.General);

        (OptionFinder, PhraseDecoder) With(Weights weights) =>
            (new OptionFinder(model, weights, new TermOptions(terms, model, weights)), new PhraseDecoder(model, weights));
    }

    /// <summary>The tables.</summary>
    public DraftModel Model => _model;

    public Rendering Render(string text, IReadOnlyList<LockedSpan> locks)
    {
        var output = new PhraseOutput(_model, Vietnamese.IsAllCaps(text));
        var state = _model.Language.Start;
        var tokens = SourceToken.Cut(text, locks);
        var (finder, decoder) = _model.Register.IsOfficial(tokens) ? _official : _general;
        foreach (var chunk in Chunk.Cut(tokens))
        {
            if (chunk.StartsSentence)
            {
                state = _model.Language.Start;
            }

            var (path, next, _) = decoder.Decode(chunk.Tokens.Count, finder.Find(chunk), state, chunk.EndsSentence);
            output.Begin(chunk);
            foreach (var option in path)
            {
                output.Add(option, chunk.Tokens);
            }

            state = next;
        }

        return output.Finish();
    }
}
