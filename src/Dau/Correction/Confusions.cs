using System.Globalization;

namespace Dau.Correction;

/// <summary>
/// What the engine takes for what, learnt from scans whose text is known (see <c>Data/README.md</c>): for each letter how often it was read as itself and as
/// others. Small letters; capitals are misread alike.
/// </summary>
internal sealed class Confusions
{
    /// <summary>Stands for the space between two syllables.</summary>
    public const char Space = '␣';

    /// <summary>So many observations does the kind of change count for, beside those of the letter itself.</summary>
    private const double Trust = 30;

    /// <summary>The same for what is assumed of a kind of change that was never seen.</summary>
    private const double TrustOfKind = 300;

    /// <summary>How often a change of marks is assumed to occur of which nothing is known.</summary>
    private const double Unseen = 0.0004;

    private readonly Dictionary<(char Truth, char Read), float> _marks = [];

    private Confusions(Dictionary<(string Truth, string Read), int> counts)
    {
        Dictionary<string, int> totals = counts.GroupBy(static c => c.Key.Truth, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Sum(static c => c.Value), StringComparer.Ordinal);
        var kinds = new Dictionary<(Tone, char, Tone, char), double>();
        var ofKind = new Dictionary<(Tone, char), double>();
        foreach (((string truth, string read), int count) in counts)
        {
            if (truth.Length == 1 && read.Length == 1 && VietnameseLetters.Bare(truth[0]) == VietnameseLetters.Bare(read[0]))
            {
                (Tone tone, char shape) = Kind(truth[0]);
                (Tone readTone, char readShape) = Kind(read[0]);
                kinds[(tone, shape, readTone, readShape)] = kinds.GetValueOrDefault((tone, shape, readTone, readShape)) + count;
                ofKind[(tone, shape)] = ofKind.GetValueOrDefault((tone, shape)) + count;
            }
        }

        foreach (string row in VietnameseLetters.MarkedForms)
        {
            foreach (char truth in row)
            {
                foreach (char read in row.Where(read => read != truth))
                {
                    (Tone tone, char shape) = Kind(truth);
                    (Tone readTone, char readShape) = Kind(read);
                    double kind = (kinds.GetValueOrDefault((tone, shape, readTone, readShape)) + (TrustOfKind * Unseen)) / (ofKind.GetValueOrDefault((tone, shape)) + TrustOfKind);
                    double own = (counts.GetValueOrDefault((truth.ToString(), read.ToString())) + (Trust * kind)) / (totals.GetValueOrDefault(truth.ToString()) + Trust);
                    _marks[(truth, read)] = (float)-Math.Log(own);
                }
            }
        }
    }

    /// <summary>The table that ships.</summary>
    public static Confusions Shipped { get; } = Parse(CorrectionTable.Lines("confusions.tsv"));

    /// <summary>Reads a table.</summary>
    public static Confusions Parse(IEnumerable<string> lines) => new(lines.Skip(1).Select(static line => line.Split('\t'))
        .ToDictionary(static cells => (cells[0], cells[1]), static cells => int.Parse(cells[2], CultureInfo.InvariantCulture)));

    /// <summary>What it costs to believe that a letter was read as another of the same shape with other marks: minus the logarithm of how often it is.</summary>
    /// <param name="truth">Small letter.</param>
    /// <param name="read">Small letter.</param>
    public float OfMark(char truth, char read) => _marks[(truth, read)];

    private static (Tone Tone, char Shape) Kind(char letter)
    {
        VietnameseLetters.TryVowel(letter, out char vowel, out Tone tone);
        return (tone, vowel switch { 'â' or 'ê' or 'ô' => '^', 'ơ' or 'ư' => '+', 'ă' => '(', 'đ' => '-', 'd' => 'd', _ => ' ' });
    }
}
