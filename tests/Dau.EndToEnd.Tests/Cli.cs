using System.Diagnostics;

namespace Dau.EndToEnd.Tests;

/// <summary>Runs the program as a user does: a process, its words and its exit code.</summary>
internal static class Cli
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The built program; it stands beside the tests because they refer to its project.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Dau.Cli");

    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    public static async Task<CliResult> RunAsync(params string[] args)
    {
        using Process process = Start(args);
        return await FinishAsync(process).ConfigureAwait(false);
    }

    /// <summary>The same with variables of the environment.</summary>
    public static async Task<CliResult> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using Process process = Start(environment, args);
        return await FinishAsync(process).ConfigureAwait(false);
    }

    public static Process Start(params string[] args) => Start(new Dictionary<string, string>(), args);

    private static Process Start(IReadOnlyDictionary<string, string> environment, string[] args)
    {
        var start = new ProcessStartInfo(Program, args)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["TERM"] = "dumb";
        start.Environment["COLUMNS"] = "240";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static async Task<CliResult> FinishAsync(Process process)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(late.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(late.Token);
        try
        {
            await process.WaitForExitAsync(late.Token).ConfigureAwait(false);
            return new CliResult(process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout.");
    }
}

/// <summary>How a run of the program ended.</summary>
internal sealed record CliResult(int Code, string Output, string Errors)
{
    public string All => Output + Errors;
}
