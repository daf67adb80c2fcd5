using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Dau.Benchmarks;

/// <summary>Peak resident memory of the program and of each of its workers while it reads PDFs of growing length.</summary>
internal static class MemoryBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        int longest = arguments.Number("--pages", 500);
        using TemporaryFolder scratch = Tools.Scratch();
        string letters = scratch.Sub("letters");
        await Tools.MustRunAsync(Tools.Forge, ["make", letters, "--count", "5", "--seed", "5000", "--condition", "fax"]);

        var table = new Table().Title("Peak resident memory");
        table.AddColumns("pages", "program, MiB", "largest worker, MiB", "seconds");
        foreach (int pages in new[] { longest / 10, longest })
        {
            string pdf = Path.Combine(scratch.Path, $"{pages}.pdf");
            string[] all = Directory.GetFiles(letters, "*.pdf");
            IEnumerable<string> parts = Enumerable.Range(0, pages).SelectMany(index => new[] { all[index % all.Length], "1" });
            await Tools.MustRunAsync("qpdf", ["--empty", "--pages", .. parts, "--", pdf]);
            (long parent, long worker, double seconds) = await WatchAsync(["read", pdf, "--out", Path.Combine(scratch.Path, $"case-{pages}"), "--model", "fast"]);
            table.AddRow($"{pages}", $"{parent >> 20}", $"{worker >> 20}", $"{seconds:0}");
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<(long Parent, long Worker, double Seconds)> WatchAsync(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo(Tools.Dau, arguments) { RedirectStandardOutput = true })!;
        Task drained = process.StandardOutput.ReadToEndAsync();
        long parent = 0, worker = 0;
        while (!process.HasExited)
        {
            parent = Math.Max(parent, Peak(process.Id));
            foreach (int id in Workers(process.Id))
            {
                worker = Math.Max(worker, Peak(id));
            }

            await Task.Delay(100);
        }

        await drained;
        return process.ExitCode == 0 ? (parent, worker, watch.Elapsed.TotalSeconds) : throw new InvalidOperationException($"read ended with {process.ExitCode}");
    }

    /// <summary>The program's own processes below <paramref name="parent"/>, at any depth (the sandbox stands between).</summary>
    private static IEnumerable<int> Workers(int parent)
    {
        var children = new Dictionary<int, List<int>>();
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out int id) && Status(id, "PPid:") is { } above)
            {
                Below(children, (int)above).Add(id);
            }
        }

        var open = new Stack<int>([parent]);
        while (open.TryPop(out int next))
        {
            foreach (int child in children.GetValueOrDefault(next) ?? [])
            {
                open.Push(child);
                yield return child;
            }
        }

        static List<int> Below(Dictionary<int, List<int>> map, int key) => map.TryGetValue(key, out List<int>? list) ? list : map[key] = [];
    }

    private static long Peak(int id) => (Status(id, "VmHWM:") ?? 0) << 10;

    private static long? Status(int id, string field)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(text => text.StartsWith(field, StringComparison.Ordinal));
            return line is null ? null : long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // it ended in between
        }
    }
}
