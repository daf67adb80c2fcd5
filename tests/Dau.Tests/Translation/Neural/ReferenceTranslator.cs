using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dau.Tests.Translation.Neural;

/// <summary>One matrix product that the reference computed.</summary>
internal sealed record ReferenceProduct(int Rows, int Columns, bool IsInput, float[] Values);

/// <summary>What the reference made of some sentences, and how long the processor worked on them.</summary>
internal sealed record ReferenceAnswer(IReadOnlyList<string> Texts, double Milliseconds, IReadOnlyList<ReferenceProduct> Products);

/// <summary>The reference translator of the Bergamot project (WebAssembly), run in Node by tests/marian/reference.js.</summary>
internal sealed class ReferenceTranslator : IDisposable
{
    private readonly Process _node;

    private ReferenceTranslator(Process node) => _node = node;

    /// <summary>The folder of the script.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>Why it cannot be run; null where it can.</summary>
    public static string? Missing { get; } =
        Folder is null ? "tests/marian is not beside the tests"
        : !Directory.Exists(Path.Combine(Folder, "node_modules/@browsermt/bergamot-translator")) ? "the reference translator is not there: run 'npm ci' in tests/marian"
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(static p => File.Exists(Path.Combine(p, "node"))) ? null
        : "there is no 'node' here";

    /// <summary>Starts Node.</summary>
    public static ReferenceTranslator Start() => new(Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder!, "reference.js")])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new System.Text.UTF8Encoding(false), StandardOutputEncoding = System.Text.Encoding.UTF8,
    })!);

    /// <summary>Translates sentences with the model in a folder, each in a call of its own.</summary>
    public ReferenceAnswer Translate(string folder, IReadOnlyList<string> sentences, bool shortlist = false, bool html = false, bool products = false, bool together = false)
    {
        var job = new JsonObject
        {
            ["model"] = Path.Combine(folder, "model.bin"), ["vocabulary"] = Path.Combine(folder, "vocab.spm"), ["shortlist"] = shortlist ? Path.Combine(folder, "lex.bin") : null,
            ["sentences"] = new JsonArray([.. sentences.Select(static s => (JsonNode)s)]), ["html"] = html, ["products"] = products, ["together"] = together,
        };
        _node.StandardInput.WriteLine(job.ToJsonString());
        _node.StandardInput.Flush();
        var line = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The reference translator ended.");
        var answer = JsonNode.Parse(line)!;
        return new ReferenceAnswer(
            answer["texts"].Deserialize<string[]>()!, answer["milliseconds"]!.GetValue<double>(),
            [.. (answer["products"] as JsonArray ?? []).Select(static p => new ReferenceProduct(
                p!["rows"]!.GetValue<int>(), p["columns"]!.GetValue<int>(), p["input"] is not null, p["values"].Deserialize<float[]>()!))]);
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        if (!_node.WaitForExit(5000))
        {
            _node.Kill();
        }

        _node.Dispose();
    }

    private static string? FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "tests/marian/reference.js")))
            {
                return Path.Combine(at.FullName, "tests/marian");
            }
        }

        return null;
    }
}
