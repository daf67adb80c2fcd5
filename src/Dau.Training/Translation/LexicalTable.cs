namespace Dau.Training.Translation;

/// <summary>How often words are tied to each other, and lexical weights of phrases from that.</summary>
internal sealed class LexicalTable
{
    private readonly Dictionary<long, float> _together = new(MixedKeys.Instance);
    private readonly Dictionary<int, float> _sources = [];
    private readonly Dictionary<int, float> _targets = [];

    public void Add(SentencePair pair, (int Source, int Target)[] links)
    {
        foreach (var (i, j) in links)
        {
            Count(pair.Source[i], pair.Target[j], pair.Weight);
        }

        for (var j = 0; j < pair.Target.Length; j++)
        {
            if (!Array.Exists(links, l => l.Target == j))
            {
                Count(-1, pair.Target[j], pair.Weight);
            }
        }

        for (var i = 0; i < pair.Source.Length; i++)
        {
            if (!Array.Exists(links, l => l.Source == i))
            {
                Count(pair.Source[i], -1, pair.Weight);
            }
        }
    }

    /// <summary>Lexical weights of a phrase pair: English given Vietnamese, and back.</summary>
    public (float Forward, float Backward) Weigh(SentencePair pair, (int Source, int Target)[] links, int start, int end, int from, int to)
    {
        var forward = 1f;
        for (var j = from; j < to; j++)
        {
            var (sum, count) = (0f, 0);
            foreach (var (i, k) in links)
            {
                if (k == j && i >= start && i < end)
                {
                    sum += Together(pair.Source[i], pair.Target[j]) / _sources[pair.Source[i]];
                    count++;
                }
            }

            forward *= count > 0 ? sum / count : Together(-1, pair.Target[j]) / _sources[-1];
        }

        var backward = 1f;
        for (var i = start; i < end; i++)
        {
            var (sum, count) = (0f, 0);
            foreach (var (k, j) in links)
            {
                if (k == i && j >= from && j < to)
                {
                    sum += Together(pair.Source[i], pair.Target[j]) / _targets[pair.Target[j]];
                    count++;
                }
            }

            backward *= count > 0 ? sum / count : Together(pair.Source[i], -1) / _targets[-1];
        }

        return (forward, backward);
    }

    private float Together(int source, int target) => _together.GetValueOrDefault(Key(source, target));

    private void Count(int source, int target, float weight)
    {
        _together[Key(source, target)] = Together(source, target) + weight;
        _sources[source] = _sources.GetValueOrDefault(source) + weight;
        _targets[target] = _targets.GetValueOrDefault(target) + weight;
    }

    private static long Key(int source, int target) => ((long)(source + 1) << 32) | (uint)(target + 1);
}
