using System.Text.Json;
using Dau.Benchmarks.Measures;
using Dau.Model;
using Dau.Output;
using Dau.ScanForge.Output;

namespace Dau.Benchmarks;

/// <summary>A scan with truth, and what the program made of it.</summary>
internal sealed record Reading(Truth Truth, DocumentRecord Document)
{
    /// <summary>Reads a folder of scans with <c>NAME.truth.json</c> beside them, and scores all of them.</summary>
    public static async Task<IReadOnlyList<Reading>> ReadAllAsync(string scans, string output, params IEnumerable<string> options)
    {
        Run run = await Tools.RunAsync(Tools.Dau, ["read", scans, "--out", output, .. options]);
        if (run.Code is not (0 or 8))
        {
            throw new InvalidOperationException($"read ended with {run.Code}: {run.Output}{run.Errors}");
        }

        var readings = new List<Reading>();
        foreach (string file in Directory.GetFiles(scans, "*.truth.json").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file)[..^".truth.json".Length];
            Truth truth = JsonSerializer.Deserialize<Truth>(await File.ReadAllTextAsync(file), DocumentJson.Contract)
                ?? throw new InvalidDataException($"{file} is empty.");
            readings.Add(new Reading(truth, await DocumentJson.ReadAsync(Path.Combine(output, name, DocumentJson.FileName), CancellationToken.None)));
        }

        return readings;
    }

    /// <summary>Errors in the body before correction.</summary>
    public SyllableErrors Raw() => Errors(static segment => segment.Ocr);

    /// <summary>Errors in the body after correction.</summary>
    public SyllableErrors Corrected() => Errors(static segment => segment.Source);

    public BlockScore Blocks() => BlockScore.Measure([.. Truth.Blocks.Select(static block => (block.Section, block.Text))], Document.Blocks);

    public FactScore Facts() => FactScore.Measure(Truth.Facts, Truth.Handwritten, Document.Facts);

    // A footnote stands behind the paragraph that cites it and is no part of the body's truth: its words, all right, would count as put in.
    private SyllableErrors Errors(Func<Segment, string> text) => SyllableErrors.Measure(
        string.Join(' ', Truth.Body),
        string.Join(' ', Document.Blocks.Where(static block => block.Section != Section.Footnote).SelectMany(static block => block.Segments).Select(text)));
}
