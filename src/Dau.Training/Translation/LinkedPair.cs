namespace Dau.Training.Translation;

/// <summary>A pair of sentences with the links of its words, by either side.</summary>
internal sealed class LinkedPair
{
    private readonly List<int>[] _targets;
    private readonly List<int>[] _sources;

    public LinkedPair(SentencePair pair, (int Source, int Target)[] links)
    {
        Pair = pair;
        _targets = [.. pair.Source.Select(static _ => new List<int>(1))];
        _sources = [.. pair.Target.Select(static _ => new List<int>(1))];
        foreach (var (i, j) in links)
        {
            _targets[i].Add(j);
            _sources[j].Add(i);
        }
    }

    public SentencePair Pair { get; }

    /// <summary>Target words of a source word.</summary>
    public List<int> TargetsOf(int source) => _targets[source];

    /// <summary>Source words of a target word.</summary>
    public List<int> SourcesOf(int target) => _sources[target];
}
