using System.Globalization;
using Dau.Correction;

namespace Dau.Training.Channel;

/// <summary>The command <c>confidence</c>: learns how sure a word is from scans whose text is known.</summary>
internal static class ConfidenceCommand
{
    private const int Rounds = 60;

    /// <summary>Keeps weights small of which the scans say little.</summary>
    private const double Ridge = 1;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        if (arguments.Value("scans") is not { } scans || arguments.Value("out") is not { } output)
        {
            Console.Error.WriteLine("Name folders of scans with their truth beside them with --scans A,B and the file to write with --out.");
            return 2;
        }

        Confusions confusions = arguments.Value("confusions") is { } table ? Confusions.Parse(File.ReadLines(table)) : Confusions.Shipped;
        var model = new Dau.Correction.LanguageModel(LanguageModelData.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "vi.lm")).ConfigureAwait(false)));
        var corrector = new ContextCorrector(model, confusions, Calibration.Shipped);
        List<(double[] Features, bool Right)> words = [.. (await TrainingScans.ReadAsync(scans, arguments).ConfigureAwait(false)).SelectMany(reading => Judge(reading, corrector))];
        double[] weights = Fit(words);
        await File.WriteAllLinesAsync(output, ["feature\tweight", .. Calibration.Features.Zip(weights, static (feature, weight) => string.Create(CultureInfo.InvariantCulture, $"{feature}\t{weight:0.0000}"))]).ConfigureAwait(false);
        Console.WriteLine($"{words.Count} words, {words.Count(static word => !word.Right)} of them wrong");
        return 0;
    }

    private static IEnumerable<(double[] Features, bool Right)> Judge(ScanReading reading, ContextCorrector corrector)
    {
        CorrectedText corrected = corrector.Correct(reading.Pages, new CorrectionOptions());
        Dictionary<int, WordDecision>[] decisions = [.. reading.Pages.Select(page => corrector.Explain(page).ToDictionary(static decision => decision.Word))];
        foreach (AlignedWord word in TruthAlignment.Words(reading))
        {
            Word after = corrected.Pages[word.Page].Words[word.Word];
            yield return (corrector.FeaturesOf(after, decisions[word.Page].GetValueOrDefault(word.Word)), word.IsRight(after.Source));
        }
    }

    /// <summary>Logistic regression by Newton's method.</summary>
    private static double[] Fit(List<(double[] Features, bool Right)> words)
    {
        int size = Calibration.Features.Count;
        double[] weights = new double[size];
        for (int round = 0; round < Rounds; round++)
        {
            var calibration = new Calibration(weights);
            double[,] curvature = new double[size, size];
            double[] slope = [.. weights.Select(static weight => -Ridge * weight)];
            for (int i = 0; i < size; i++)
            {
                curvature[i, i] = Ridge;
            }

            foreach ((double[] features, bool right) in words)
            {
                double probability = calibration.Probability(features), spread = probability * (1 - probability);
                for (int i = 0; i < size; i++)
                {
                    slope[i] += ((right ? 1 : 0) - probability) * features[i];
                    for (int j = 0; j < size; j++)
                    {
                        curvature[i, j] += spread * features[i] * features[j];
                    }
                }
            }

            double[] step = Solve(curvature, slope);
            weights = [.. weights.Zip(step, static (weight, by) => weight + Math.Clamp(by, -1, 1))];
        }

        return weights;
    }

    /// <summary>Gaussian elimination; the matrix is symmetric and positive.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        for (int row = 0; row < size; row++)
        {
            for (int below = row + 1; below < size; below++)
            {
                double factor = matrix[below, row] / matrix[row, row];
                for (int column = row; column < size; column++)
                {
                    matrix[below, column] -= factor * matrix[row, column];
                }

                right[below] -= factor * right[row];
            }
        }

        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--)
        {
            double sum = right[row];
            for (int column = row + 1; column < size; column++)
            {
                sum -= matrix[row, column] * solution[column];
            }

            solution[row] = sum / matrix[row, row];
        }

        return solution;
    }
}
