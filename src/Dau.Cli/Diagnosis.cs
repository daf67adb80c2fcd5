using System.Runtime.InteropServices;
using Dau.Recognition;
using Dau.Translation;
using Dau.Translation.Exchange;
using Dau.Translation.Neural;
using Dau.Translation.Terms;
using Dau.Vision.Workers;

namespace Dau.Cli;

/// <summary>Looks at everything that reading depends on.</summary>
internal static class Diagnosis
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>
        {
            new(FindingState.Good, "Dấu", ProductInfo.Version),
            new(FindingState.Good, "runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores"),
        };

        var pool = new WorkerPool(Composition.Worker, new PoolOptions { Jobs = 1 });
        await using (pool.ConfigureAwait(false))
        {
            findings.AddRange(await ModelsAsync(pool, cancellationToken).ConfigureAwait(false));
        }

        SandboxProbe sandbox = Sandbox.Probe();
        findings.Add(new Finding(sandbox.Works ? FindingState.Good : FindingState.Remark, "sandbox", sandbox.Explanation));
        findings.AddRange(TranslatorFindings());
        findings.AddRange(OwnFindings());
        findings.Add(new Finding(FindingState.Good, "leaves the machine", "nothing, unless --allow-network is given together with a network translator"));
        return findings;
    }

    private static async Task<IEnumerable<Finding>> ModelsAsync(WorkerPool pool, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (RecognitionModel model in new[] { RecognitionModel.Best, RecognitionModel.Fast })
        {
            string name = $"model {(model == RecognitionModel.Best ? "best" : "fast")}";
            try
            {
                IReadOnlyList<Model.Tool> tools = await pool.DescribeToolsAsync(new RecognitionOptions { Model = model }, cancellationToken).ConfigureAwait(false);
                if (findings.Count == 0)
                {
                    findings.AddRange(tools.Select(static tool => new Finding(FindingState.Good, tool.Name, tool.Version)));
                }

                Model.Tool engine = tools.First(static tool => tool.ModelSha256 is not null);
                findings.Add(new Finding(FindingState.Good, name, $"{engine.Model}, SHA-256 {engine.ModelSha256}"));
            }
            catch (DauException e)
            {
                findings.Add(new Finding(FindingState.Missing, name, e.Message));
            }
        }

        // One model is enough to read with.
        bool any = findings.Any(static finding => finding.State == FindingState.Good);
        return any ? findings.Select(static finding => finding.State == FindingState.Missing ? finding with { State = FindingState.Remark } : finding) : findings;
    }

    private static IEnumerable<Finding> TranslatorFindings()
    {
        foreach (string engine in Translators.Names)
        {
            Finding finding;
            try
            {
                // The network is allowed here only to see whether the engine has what it needs; nothing is asked of it.
                Translators.Create(new TranslationOptions { Engine = engine, AllowNetwork = true }, TimeProvider.System);
                finding = engine == NeuralTranslator.EngineName ? NeuralFinding() : new Finding(FindingState.Good, $"translator {engine}", Says(engine));
            }
            catch (TranslationException e)
            {
                finding = new Finding(FindingState.Remark, $"translator {engine}", e.Message);
            }

            yield return finding;
        }
    }

    private static string Says(string engine) => engine switch
    {
        "azure" => "set up; sends text out, and only with --allow-network",
        "libreTranslate" or "chat" => "set up; text goes to a service on this machine, or with --allow-network to another",
        _ => "offline",
    };

    /// <summary>The user's own terms and memory: whether they can be used.</summary>
    private static IEnumerable<Finding> OwnFindings()
    {
        TranslationOptions standing = TranslationChoice.Standing;
        yield return Of("own terms", "none; './dau termbase import FILE' takes them in", standing.Termbases, static files => OwnTermbase.Load(files)?.Entries.Count ?? 0, "terms");
        yield return Of("translation memory", "none; './dau memory import FILE' begins one", standing.Memories, static files => files.Sum(static file => Tmx.Read(file).Count), "sentences");

        static Finding Of(string what, string none, IReadOnlyList<string> files, Func<IReadOnlyList<string>, int> count, string noun)
        {
            try
            {
                return new Finding(FindingState.Good, what, files.Count == 0 ? none : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count(files):N0} {noun}, used by every engine ({string.Join(", ", files)})"));
            }
            catch (InputException e)
            {
                return new Finding(FindingState.Remark, what, e.Message);
            }
        }
    }

    private static Finding NeuralFinding()
    {
        const string What = "translator neural";
        if (NeuralModels.All() is not [var model, ..])
        {
            return new Finding(FindingState.Remark, What, "no model is installed, so the draft engine translates: see './dau models list'");
        }

        try
        {
            (NeuralEngines.LoadEngine(model.Folder) as IDisposable)?.Dispose();
            return new Finding(FindingState.Good, What, $"offline, model {model.Name}, SHA-256 {model.Sha256()}");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Finding(FindingState.Remark, What, e.Message);
        }
    }
}
