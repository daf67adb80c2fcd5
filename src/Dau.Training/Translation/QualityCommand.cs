using System.Globalization;
using Dau.Benchmarks.Measures;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Terms;

namespace Dau.Training.Translation;

/// <summary><c>translation-quality</c>: fits the estimate of quality to sentence chrF on development data, and reports how far it can be relied on.</summary>
internal static class QualityCommand
{
    private const double Ridge = 1e-3;
    private const int Bins = 10;

    private sealed record Row(double[] Features, double Chrf);

    /// <summary>Runs the command; 0 when all went well.</summary>
    public static int Run(Arguments arguments)
    {
        if (arguments.Value("out") is not { } path || arguments.Value("tables") is not { } tables)
        {
            Console.Error.WriteLine("--tables FILE or --out FILE is missing.");
            return 2;
        }

        using var file = File.OpenRead(tables);
        var engine = new PhraseEngine(DraftModel.Read(file), Termbase.Default);
        var corpora = new Corpora(arguments.Value("repository") ?? ".", arguments.Value("shared") ?? "../shared");
        var fitting = Rows(engine, [.. corpora.OfficialDevelopment(), .. corpora.NewsDevelopment()]);
        var half = Fit([.. fitting.Where(static (_, i) => i % 2 == 0)]);
        Report("development data, the half that was not fitted", half, [.. fitting.Where(static (_, i) => i % 2 == 1)]);
        var weights = Fit(fitting);
        foreach (var name in new[] { "flores-dev", "news-dev" })
        {
            Report(name + ", every third", weights, Rows(engine, [.. corpora.Measured(name).Where(static (_, i) => i % 3 == 0)]));
        }

        File.WriteAllLines(path,
        [
            "# Weights of the estimate of a draft's quality, fitted by Dau.Training translation-quality.",
            .. QualityModel.Names.Zip(weights, static (n, w) => string.Create(CultureInfo.InvariantCulture, $"{n}\t{w:0.0000}")),
        ]);
        return 0;
    }

    private static List<Row> Rows(PhraseEngine engine, IReadOnlyList<TextPair> pairs) =>
    [
        .. pairs.AsParallel().AsOrdered().Select(p =>
        {
            var rendering = engine.Render(p.Source, Translators.Locks.Find(p.Source));
            var chrf = new Chrf();
            chrf.Add(rendering.Text, p.Target);
            return new Row([.. rendering.Features!], chrf.Score / 100);
        }),
    ];

    /// <summary>Least squares with a little ridge.</summary>
    private static double[] Fit(IReadOnlyList<Row> rows)
    {
        var n = QualityModel.Names.Count;
        var system = new double[n, n + 1];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                system[i, j] = rows.Sum(r => r.Features[i] * r.Features[j]) + (i == j && i > 0 ? Ridge * rows.Count : 0);
            }

            system[i, n] = rows.Sum(r => r.Features[i] * r.Chrf);
        }

        // Elimination without pivoting: the matrix is positive definite.
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                var factor = i == k ? 0 : system[i, k] / system[k, k];
                for (var j = k; j <= n && i != k; j++)
                {
                    system[i, j] -= factor * system[k, j];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => system[i, n] / system[i, i])];
    }

    private static void Report(string name, double[] weights, IReadOnlyList<Row> rows)
    {
        var model = new QualityModel(weights);
        var estimates = rows.Select(r => (Estimate: model.Estimate(r.Features), r.Chrf)).ToList();
        if (estimates.Count == 0)
        {
            return;
        }

        var (x, y) = (estimates.Average(static e => e.Estimate), estimates.Average(static e => e.Chrf));
        var covariance = estimates.Sum(e => (e.Estimate - x) * (e.Chrf - y));
        var correlation = covariance / Math.Sqrt(estimates.Sum(e => (e.Estimate - x) * (e.Estimate - x)) * estimates.Sum(e => (e.Chrf - y) * (e.Chrf - y)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {rows.Count} sentences, correlation with sentence chrF {correlation:0.00}"));
        foreach (var bin in estimates.GroupBy(static e => (int)(e.Estimate * Bins)).OrderBy(static g => g.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  estimate {bin.Key / (double)Bins:0.0}–{(bin.Key + 1) / (double)Bins:0.0}  {bin.Count(),5} sentences   mean estimate {bin.Average(static e => e.Estimate):0.00}   mean chrF {bin.Average(static e => e.Chrf):0.00}"));
        }
    }
}
