using Dau.Translation.Draft.Model;

namespace Dau.Translation.Draft.Decoding;

/// <summary>Counts, phrase by phrase, what <see cref="QualityModel"/> judges by.</summary>
internal sealed class DraftFeatures(DraftModel model)
{
    private ulong _state = model.Language.Start;
    private int _tokens;
    private int _unknown;
    private int _phrases;
    private int _words;
    private int _jumps;
    private int _locks;
    private int _alone;
    private int _lastEnd;
    private double _language;
    private double _scores;

    /// <summary>A new chunk.</summary>
    public void Begin(bool startsSentence)
    {
        _lastEnd = 0;
        _state = startsSentence ? model.Language.Start : _state;
    }

    /// <summary>A phrase that was chosen.</summary>
    public void Add(PhraseOption option)
    {
        var length = option.End - option.Start;
        var locks = option.Locks.Count(static l => l is not null);
        _tokens += length;
        _phrases++;
        _locks += locks;
        _unknown += option.IsUnknown ? length : 0;
        _alone += length == 1 && locks == 0 ? 1 : 0;
        _jumps += option.Start == _lastEnd ? 0 : 1;
        _lastEnd = option.End;
        if (option.Number >= 0)
        {
            _scores += (model.Phrases.Score(option.Number, 0) + model.Phrases.Score(option.Number, 2)) / 2;
        }

        foreach (var word in option.Target)
        {
            var (official, general) = model.Language.Score(_state, word);
            _language += Math.Max(official, general);
            _state = LanguageModel.Push(_state, word);
            _words++;
        }
    }

    /// <summary>The values, in the order of <see cref="QualityModel.Names"/>.</summary>
    public IReadOnlyList<double> Values()
    {
        double tokens = Math.Max(1, _tokens), phrases = Math.Max(1, _phrases);
        return
        [
            1, 1 - (_unknown / tokens), Math.Min(4, _tokens / phrases), Math.Max(-12, _language / Math.Max(1, _words)), _scores / tokens, _jumps / phrases,
            Math.Log(tokens), _locks / tokens, _alone / tokens,
        ];
    }
}
