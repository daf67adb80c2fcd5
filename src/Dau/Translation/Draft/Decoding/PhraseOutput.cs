using System.Text;
using Dau.Translation.Draft.Model;
using Dau.Translation.Text;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Writes the chosen phrases: spacing, capitals, locks, links.</summary>
internal sealed class PhraseOutput(DraftModel model, bool caps)
{
    private readonly StringBuilder _text = new();
    private readonly List<Link> _links = [];
    private readonly EnglishSpacing _spacing = new();
    private readonly DraftFeatures _features = new(model);
    private bool _capital;
    private string? _mark;
    private bool _untranslated;
    private bool _negationLost;

    /// <summary>A new chunk.</summary>
    public void Begin(Chunk chunk)
    {
        _capital = chunk.StartsSentence && chunk.IsCapitalised;
        _mark = chunk.HasLetterMark ? chunk.Tokens[0].Text : null;
        _features.Begin(chunk.StartsSentence);
    }

    /// <summary>Writes a phrase.</summary>
    public void Add(PhraseOption option, IReadOnlyList<SourceToken> tokens)
    {
        var from = -1;
        for (var i = 0; i < option.Target.Length; i++)
        {
            var locked = option.Locks[i];
            var word = locked?.Rendering ?? option.Surface ?? model.Target[option.Target[i]];
            if (_spacing.SpaceBefore(word) && _text.Length > 0)
            {
                _text.Append(' ');
            }

            from = from < 0 ? _text.Length : from;
            var start = _text.Length;
            _text.Append(Cased(word, locked is not null));
            if (locked is not null && option.Target.Length > 1)
            {
                _links.Add(new Link(new TextSpan(locked.Start, locked.End), new TextSpan(start, _text.Length)));
            }
        }

        var source = new TextSpan(tokens[option.Start].Start, tokens[option.End - 1].End);
        _links.Add(new Link(source, new TextSpan(from, _text.Length)));
        _features.Add(option);
        _negationLost |= option.LosesNegation;
        _untranslated |= option.IsUnknown && option.Target[0] < 0 && char.IsLetter(option.Surface![0]);
    }

    /// <summary>The whole.</summary>
    public Rendering Finish()
    {
        var features = _features.Values();
        var (whole, all) = Doublings.TakeOut(_text.ToString(), _links);
        var (text, links) = new Agreement(w => model.Target.Find(w) >= 0).Restore(whole, all);
        return new Rendering(text, links, QualityModel.Default.Estimate(features), [.. Flagged()]) { Features = features };
    }

    private IEnumerable<string> Flagged()
    {
        if (_untranslated)
        {
            yield return Flags.Untranslated;
        }

        if (_negationLost)
        {
            yield return Flags.NegationLost;
        }
    }

    private string Cased(string word, bool locked)
    {
        if (caps && !locked)
        {
            return word.ToUpperInvariant();
        }

        if (_mark is { } mark && word.Equals(mark, StringComparison.OrdinalIgnoreCase))
        {
            _mark = null;
            return mark;
        }

        if (_capital && char.IsLetterOrDigit(word[0]))
        {
            _capital = false;
            return locked ? word : Vietnamese.Capitalise(word);
        }

        return word;
    }
}
