namespace Dau.Training.Translation;

/// <summary>
/// Word alignment as a hidden Markov chain (Vogel, Ney and Tillmann 1996): a word's partner lies near the partner of the word before it, however far
/// both are from the diagonal. Empty partners remember the last real one (Och and Ney 2003).
/// </summary>
internal sealed class JumpModel
{
    private const int Reach = 127;
    private const double Empty = 0.1;

    private readonly double[] _jump = new double[(2 * Reach) + 1];
    private readonly double[] _counts = new double[(2 * Reach) + 1];
    private readonly double[] _room = new double[Reach + 1];
    private double[] _alpha = [];
    private double[] _beta = [];

    public JumpModel()
    {
        for (var d = -Reach; d <= Reach; d++)
        {
            _jump[d + Reach] = Math.Exp(-0.4 * Math.Abs(d - 1)) + 1e-4;
        }
    }

    /// <summary>Adds what a pair tells to the counts of word pairs and of jumps, and names the likeliest partner of each word (-1 for none).</summary>
    /// <param name="place">For each word of the English side and each of the other (0 the empty word), the cell of the pair.</param>
    /// <param name="from">Words of the other side.</param>
    /// <param name="to">Words of this side.</param>
    /// <param name="weight">How often the pair counts.</param>
    /// <param name="probability">Of each cell.</param>
    /// <param name="counts">Of each cell; null when only the partners are asked for.</param>
    public int[] Expect(int[] place, int from, int to, float weight, float[] probability, float[]? counts)
    {
        if (_alpha.Length < to * from * 2)
        {
            _alpha = new double[to * from * 2];
            _beta = new double[to * from * 2];
        }

        for (var i = 0; i < from; i++)
        {
            _room[i] = 0;
            for (var k = 0; k < from; k++)
            {
                _room[i] += _jump[k - i + Reach];
            }
        }

        var scale = new double[to];
        Forward(place, from, to, probability, scale);
        Backward(place, from, to, probability, scale, counts is null ? 0 : weight);
        var best = new int[to];
        for (var j = 0; j < to; j++)
        {
            var (top, none) = (0d, 0d);
            for (var i = 0; i < from; i++)
            {
                var word = _alpha[(j * 2 * from) + i] * _beta[(j * 2 * from) + i];
                var empty = _alpha[(((j * 2) + 1) * from) + i] * _beta[(((j * 2) + 1) * from) + i];
                none += empty;
                if (counts is not null)
                {
                    counts[place[(j * (from + 1)) + i + 1]] += (float)(word * weight);
                }

                if (word > top)
                {
                    (top, best[j]) = (word, i);
                }
            }

            if (counts is not null)
            {
                counts[place[j * (from + 1)]] += (float)(none * weight);
            }

            best[j] = none > top ? -1 : best[j];
        }

        return best;
    }

    /// <summary>Takes the jumps counted since the last time as their probabilities.</summary>
    public void Update()
    {
        var sum = _counts.Sum();
        for (var d = 0; d < _jump.Length; d++)
        {
            _jump[d] = (_counts[d] / sum) + 1e-5;
        }

        Array.Clear(_counts);
    }

    private void Forward(int[] place, int from, int to, float[] probability, double[] scale)
    {
        var before = new double[from];
        for (var j = 0; j < to; j++)
        {
            var row = j * 2 * from;
            var none = probability[place[j * (from + 1)]];
            var sum = 0d;
            for (var i = 0; i < from; i++)
            {
                double arrives;
                if (j == 0)
                {
                    arrives = (1 - Empty) / from;
                    _alpha[row + from + i] = i == 0 ? Empty * none : 0;
                }
                else
                {
                    arrives = 0;
                    for (var k = 0; k < from; k++)
                    {
                        arrives += before[k] * _jump[i - k + Reach];
                    }

                    arrives *= 1 - Empty;
                    _alpha[row + from + i] = Empty * before[i] * _room[i] * none;
                }

                _alpha[row + i] = arrives * probability[place[(j * (from + 1)) + i + 1]];
                sum += _alpha[row + i] + _alpha[row + from + i];
            }

            scale[j] = Math.Max(sum, 1e-300);
            for (var i = 0; i < from; i++)
            {
                _alpha[row + i] /= scale[j];
                _alpha[row + from + i] /= scale[j];
                before[i] = (_alpha[row + i] + _alpha[row + from + i]) / _room[i];
            }
        }
    }

    private void Backward(int[] place, int from, int to, float[] probability, double[] scale, float weight)
    {
        _beta.AsSpan((to - 1) * 2 * from, 2 * from).Fill(1);
        var next = new double[from];
        for (var j = to - 2; j >= 0; j--)
        {
            var row = j * 2 * from;
            var after = row + (2 * from);
            var none = probability[place[(j + 1) * (from + 1)]];
            for (var i = 0; i < from; i++)
            {
                next[i] = (1 - Empty) * _beta[after + i] * probability[place[((j + 1) * (from + 1)) + i + 1]] / scale[j + 1];
            }

            for (var k = 0; k < from; k++)
            {
                var leaves = 0d;
                var mass = (_alpha[row + k] + _alpha[row + from + k]) / _room[k] * weight;
                for (var i = 0; i < from; i++)
                {
                    var step = _jump[i - k + Reach] * next[i];
                    leaves += step;
                    _counts[i - k + Reach] += mass * step;
                }

                _beta[row + k] = _beta[row + from + k] = (leaves / _room[k]) + (Empty * _beta[after + from + k] * none / scale[j + 1]);
            }
        }
    }
}
