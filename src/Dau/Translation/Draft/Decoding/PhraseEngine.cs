using Dau.Translation.Draft.Model;
using Dau.Translation.Locks;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Draft.Decoding;

/// <summary>The draft engine: phrases of the tables in the order that the language model and the cost of jumps like best.</summary>
internal sealed class PhraseEngine : IDraftEngine
{
    private readonly DraftModel _model;
    private readonly OptionFinder _options;
    private readonly PhraseDecoder _decoder;

    public PhraseEngine(DraftModel model, Termbase terms)
    {
        _model = model;
        _options = new OptionFinder(model, new TermOptions(terms, model));
        _decoder = new PhraseDecoder(model);
    }

    /// <summary>The tables.</summary>
    public DraftModel Model => _model;

    /// <summary>Hypotheses kept in a stack; fewer for a quick try.</summary>
    public int Beam
    {
        get => _decoder.Beam;
        init => _decoder = new PhraseDecoder(_model) { Beam = value };
    }

    public Rendering Render(string text, IReadOnlyList<LockedSpan> locks)
    {
        var output = new PhraseOutput(_model, Vietnamese.IsAllCaps(text));
        var state = _model.Language.Start;
        foreach (var chunk in Chunk.Cut(SourceToken.Cut(text, locks)))
        {
            if (chunk.StartsSentence)
            {
                state = _model.Language.Start;
            }

            var ends = chunk.Tokens[^1].Key is "." or "./." or "!" or "?";
            var (path, next, _) = _decoder.Decode(chunk.Tokens.Count, _options.Find(chunk), state, ends);
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
