using Dau.Model;
using System.Globalization;
using System.Text;
using Dau.Correction;

namespace Dau.Training.Channel;

/// <summary>Counts which letters the engine takes for which, on readings whose truth is known.</summary>
internal sealed class ConfusionCounter
{
    private const double Same = 0, Mark = 1, Other = 2, Two = 2.5;

    private readonly Dictionary<(string Truth, string Read), int> _counts = [];

    /// <summary>Syllables that were looked at.</summary>
    public int Syllables { get; private set; }

    /// <summary>Counts a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="times">-1 takes it away again.</param>
    public void Add(ScanReading reading, int times = 1)
    {
        foreach (AlignedSyllable one in TruthAlignment.Of(reading))
        {
            string read = one.Read.ToLowerInvariant(), truth = one.Truth.ToLowerInvariant();
            if (one.Sure && truth.Any(char.IsLetter) && VietnameseSyllable.IsLawful(truth.Split(' ')[0]) && IsNear(read, truth))
            {
                Syllables += times;
                foreach ((string Truth, string Read) letter in Letters(truth, read))
                {
                    _counts[letter] = _counts.GetValueOrDefault(letter) + times;
                }
            }
        }
    }

    /// <summary>Takes over a table.</summary>
    public void Add(IEnumerable<string> table)
    {
        foreach (string[] cells in table.Skip(1).Select(static line => line.Replace(Confusions.Space, ' ').Split('\t')))
        {
            _counts[(cells[0], cells[1])] = int.Parse(cells[2], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The table, a confusion a line: truth, read, how often; a letter read as itself gives the total that its confusions are measured against.</summary>
    public string ToTable()
    {
        var text = new StringBuilder("truth\tread\tcount\n");
        foreach (((string truth, string read), int count) in _counts.Where(static c => c.Value > 0).OrderBy(static c => c.Key.Truth, StringComparer.Ordinal).ThenByDescending(static c => c.Value).ThenBy(static c => c.Key.Read, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{truth.Replace(' ', Confusions.Space)}\t{read.Replace(' ', Confusions.Space)}\t{count}\n");
        }

        return text.ToString();
    }

    // Whole syllables taken for others say nothing of letters: they are misplaced, or unreadable.
    private static bool IsNear(string read, string truth) => Cost(truth, read)[truth.Length, read.Length] <= 1 + (0.5 * truth.Length);

    private static IEnumerable<(string Truth, string Read)> Letters(string truth, string read)
    {
        double[,] cost = Cost(truth, read);
        int i = truth.Length, j = read.Length;
        while (i > 0 || j > 0)
        {
            (int up, int left) = Step(cost, truth, read, i, j);
            yield return (truth.Substring(i - up, up), read.Substring(j - left, left));
            (i, j) = (i - up, j - left);
        }
    }

    private static double[,] Cost(string truth, string read)
    {
        double[,] cost = new double[truth.Length + 1, read.Length + 1];
        for (int i = 0; i <= truth.Length; i++)
        {
            for (int j = 0; j <= read.Length; j++)
            {
                if (i + j > 0)
                {
                    (int up, int left) = Step(cost, truth, read, i, j);
                    cost[i, j] = cost[i - up, j - left] + Of(truth, read, i, j, up, left);
                }
            }
        }

        return cost;
    }

    private static (int Up, int Left) Step(double[,] cost, string truth, string read, int i, int j) =>
        new (int Up, int Left)[] { (1, 1), (1, 0), (0, 1), (2, 1), (1, 2) }.Where(step => step.Up <= i && step.Left <= j)
            .MinBy(step => cost[i - step.Up, j - step.Left] + Of(truth, read, i, j, step.Up, step.Left));

    private static double Of(string truth, string read, int i, int j, int up, int left) =>
        (up, left) is not (1, 1) ? (up + left == 3 ? Two : Other)
        : truth[i - 1] == read[j - 1] ? Same
        : VietnameseLetters.Bare(truth[i - 1]) == VietnameseLetters.Bare(read[j - 1]) ? Mark : Other;
}
