namespace Dau.Translation.Neural.Opus;

/// <summary>English of one sentence while it is looked for: the likeliest beginnings, and the ends found. With one beam it is greedy search.</summary>
/// <remarks>As Hugging Face's beam search with a length penalty of 1, not stopped early: what is compared is the mean logarithm of the chosen pieces' shares.</remarks>
internal sealed class BeamSearch(int width, int limit, OpusConfiguration configuration, int unknown)
{
    private readonly List<Ending> _endings = [];
    private readonly List<Candidate> _found = [];

    /// <summary>The beginnings that are gone on from, the likeliest first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Beams { get; private set; } = [[]];

    /// <summary>For each of them, which of those before the last step it goes on from.</summary>
    public IReadOnlyList<int> Parents { get; private set; } = [0];

    /// <summary>Whether the best is found.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The best so far: its pieces without the end, the mean of the logarithms, and whether the model ended it.</summary>
    public (IReadOnlyList<int> Pieces, double Mean, bool IsFinished) Best => (_endings[0].Pieces, _endings[0].Mean, _endings[0].IsFinished);

    private double[] _scores = [0];

    /// <summary>Goes on by a piece.</summary>
    /// <param name="logits">For each beam, a number for each piece.</param>
    public void Advance(ReadOnlySpan<float> logits)
    {
        var step = Beams[0].Count + 1;
        _found.Clear();
        for (var b = 0; b < Beams.Count; b++)
        {
            Offer(b, logits.Slice(b * configuration.Vocabulary, configuration.Vocabulary));
        }

        if (_found.Count == 0)
        {
            throw new InvalidDataException("The model fails while it translates: it gives no numbers.");
        }

        var next = new List<Candidate>();
        for (var rank = 0; rank < _found.Count; rank++)
        {
            if (_found[rank].Piece != configuration.End)
            {
                next.AddRange(next.Count < width ? [_found[rank]] : Array.Empty<Candidate>());
            }
            else if (rank < width)
            {
                End(Beams[_found[rank].Beam], _found[rank].Score / step, isFinished: true);
            }
        }

        IsDone = next.Count == 0 || (_endings.Count == width && _endings[^1].Mean >= _found[0].Score / step);
        var beams = next.ConvertAll(IReadOnlyList<int> (c) => [.. Beams[c.Beam], c.Piece]);
        (Parents, _scores, Beams) = (next.ConvertAll(static c => c.Beam), [.. next.Select(static c => c.Score)], beams);
        if (!IsDone && step == limit)
        {
            for (var b = 0; b < Beams.Count; b++)
            {
                End(Beams[b], _scores[b] / step, isFinished: false);
            }

            IsDone = true;
        }
    }

    // The likeliest candidates of all beams, twice as many as there are beams: so many ends may be among them.
    private void Offer(int beam, ReadOnlySpan<float> logits)
    {
        var most = float.NegativeInfinity;
        for (var i = 0; i < logits.Length; i++)
        {
            most = IsChosen(i) ? Math.Max(most, logits[i]) : most;
        }

        if (!float.IsFinite(most))
        {
            return;
        }

        var sum = 0.0;
        for (var i = 0; i < logits.Length; i++)
        {
            sum += IsChosen(i) ? Math.Exp((double)logits[i] - most) : 0;
        }

        var offset = _scores[beam] - most - Math.Log(sum);
        for (var i = 0; i < logits.Length; i++)
        {
            var score = logits[i] + offset;
            if (IsChosen(i) && (_found.Count < 2 * width || score > _found[^1].Score))
            {
                Insert(new Candidate(beam, i, score));
            }
        }
    }

    private void Insert(Candidate candidate)
    {
        var at = _found.Count;
        while (at > 0 && candidate.Score > _found[at - 1].Score)
        {
            at--;
        }

        _found.Insert(at, candidate);
        if (_found.Count > 2 * width)
        {
            _found.RemoveAt(2 * width);
        }
    }

    private void End(IReadOnlyList<int> pieces, double mean, bool isFinished)
    {
        var at = _endings.FindIndex(e => mean > e.Mean);
        _endings.Insert(at < 0 ? _endings.Count : at, new Ending(pieces, mean, isFinished));
        if (_endings.Count > width && isFinished)
        {
            _endings.RemoveAt(width);
        }
    }

    private bool IsChosen(int piece) => piece != configuration.Padding && piece != unknown;

    private readonly record struct Candidate(int Beam, int Piece, double Score);

    private readonly record struct Ending(IReadOnlyList<int> Pieces, double Mean, bool IsFinished);
}
