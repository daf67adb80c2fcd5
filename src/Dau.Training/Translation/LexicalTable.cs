namespace Dau.Training.Translation;

/// <summary>How often words are tied to each other, and lexical weights of phrases from that.</summary>
internal sealed class LexicalTable
{
    private readonly Dictionary<long, float> _together = new(MixedKeys.Instance);
    private readonly Dictionary<int, float> _sources = [];
    private readonly Dictionary<int, float> _targets = [];

    public void Add(LinkedPair linked)
    {
        var pair = linked.Pair;
        for (var j = 0; j < pair.Target.Length; j++)
        {
            foreach (var i in linked.SourcesOf(j))
            {
                Count(pair.Source[i], pair.Target[j], pair.Weight);
            }

            if (linked.SourcesOf(j).Count == 0)
            {
                Count(-1, pair.Target[j], pair.Weight);
            }
        }

        for (var i = 0; i < pair.Source.Length; i++)
        {
            if (linked.TargetsOf(i).Count == 0)
            {
                Count(pair.Source[i], -1, pair.Weight);
            }
        }
    }

    /// <summary>
    /// Lexical weights of each word of a pair, English given Vietnamese, and back: a phrase pair has all links of its words, so that its own are their product.
    /// </summary>
    public (float[] Forward, float[] Backward) Weigh(LinkedPair linked)
    {
        var pair = linked.Pair;
        var forward = new float[pair.Target.Length];
        for (var j = 0; j < forward.Length; j++)
        {
            var sources = linked.SourcesOf(j);
            foreach (var i in sources)
            {
                forward[j] += Together(pair.Source[i], pair.Target[j]) / _sources[pair.Source[i]] / sources.Count;
            }

            forward[j] = sources.Count > 0 ? forward[j] : Together(-1, pair.Target[j]) / _sources[-1];
        }

        var backward = new float[pair.Source.Length];
        for (var i = 0; i < backward.Length; i++)
        {
            var targets = linked.TargetsOf(i);
            foreach (var j in targets)
            {
                backward[i] += Together(pair.Source[i], pair.Target[j]) / _targets[pair.Target[j]] / targets.Count;
            }

            backward[i] = targets.Count > 0 ? backward[i] : Together(pair.Source[i], -1) / _targets[-1];
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
