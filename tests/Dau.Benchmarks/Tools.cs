using System.Diagnostics;

namespace Dau.Benchmarks;

/// <summary>Runs programs and times them whole, as a user would see it.</summary>
internal static class Tools
{
    /// <summary>The program that is measured: as <c>./dau</c> built it for its user, where it did.</summary>
    public static string Dau { get; } = Built() ?? Path.Combine(AppContext.BaseDirectory, "Dau.Cli");

    /// <summary>The maker of scans.</summary>
    public static string Forge { get; } = Path.Combine(AppContext.BaseDirectory, "Dau.ScanForge");

    private static string? Built()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
        {
            folder = folder.Parent;
        }

        string? program = folder is null ? null : Path.Combine(folder.FullName, "src", "Dau.Cli", "bin", "dau", "Dau.Cli");
        if (File.Exists(program) && !IsCurrent(folder!.FullName))
        {
            Console.Error.WriteLine($"{program} is older than its sources and would be measured in their place: run './dau doctor' first.");
            Environment.Exit(2);
        }

        return File.Exists(program) ? program : null;
    }

    // As ./dau itself asks.
    private static bool IsCurrent(string root)
    {
        DateTime built = File.GetLastWriteTimeUtc(Path.Combine(root, "src", "Dau.Cli", "bin", ".built"));
        return Directory.EnumerateDirectories(Path.Combine(root, "src")).SelectMany(static project => Directory.EnumerateFileSystemEntries(project))
            .Where(static entry => Path.GetFileName(entry) is not ("bin" or "obj"))
            .SelectMany(static entry => File.Exists(entry) ? [entry] : Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories))
            .All(file => File.GetLastWriteTimeUtc(file) <= built);
    }

    /// <summary>A new folder that goes when it is disposed of.</summary>
    public static TemporaryFolder Scratch() => new(Directory.CreateTempSubdirectory("dau-bench-").FullName);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Wall time, its output and its exit code.</returns>
    public static async Task<Run> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Run(watch.Elapsed, process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a program and fails loudly where it fails.</summary>
    public static async Task<Run> MustRunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        Run run = await RunAsync(program, arguments, environment);
        return run.Code == 0 ? run : throw new InvalidOperationException($"{program} ended with {run.Code}: {run.Output}{run.Errors}");
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>How a program ended.</summary>
internal sealed record Run(TimeSpan Elapsed, int Code, string Output, string Errors);

/// <summary>A folder that is deleted at the end.</summary>
internal sealed record TemporaryFolder(string Path) : IDisposable
{
    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
