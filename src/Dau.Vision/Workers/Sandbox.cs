using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dau.Vision.Workers;

/// <summary>
/// The sandbox that a worker runs in, made by bubblewrap: no network, no other processes in sight, a read-only file system, no capabilities.
/// Folders that hold other papers, or sockets of other programs, are empty in it, except for what is read.
/// </summary>
internal static class Sandbox
{
    private const string Program = "bwrap";

    // A socket can be talked to on a read-only file system too, so the folders where sockets live are covered up.
    private static readonly string[] Hidden = ["/tmp", "/var/tmp", "/run", "/home", "/root", "/media", "/mnt", "/srv"];

    // Where .NET itself lies: it may be in the user's home. Where it was published with the program, it is what lies beside it, and nothing above is shown.
    private static readonly string DotnetRoot = File.Exists(Path.Combine(AppContext.BaseDirectory, "libcoreclr.so"))
        ? AppContext.BaseDirectory
        : Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Whether a sandbox can be made here.</summary>
    public static SandboxProbe Probe()
    {
        try
        {
            using Process process = Process.Start(Describe(new WorkerCommand("/bin/true", []), []))!;
            process.StandardInput.Close();
            string message = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? new SandboxProbe(true, "Files are read in a bubblewrap sandbox: no network, read-only file system.")
                : new SandboxProbe(false, $"Files are read without a sandbox, because bubblewrap cannot make one here ({message.Trim().Split('\n')[0]}); limits on time and memory still hold.");
        }
        catch (Win32Exception)
        {
            return new SandboxProbe(false, "Files are read without a sandbox, because bubblewrap is not installed (apt-get install -y bubblewrap); limits on time and memory still hold.");
        }
    }

    /// <summary>A command that starts <paramref name="worker"/> in a sandbox.</summary>
    /// <param name="worker">The program.</param>
    /// <param name="visible">Files and folders that it reads, besides itself and the system.</param>
    public static ProcessStartInfo Describe(WorkerCommand worker, IEnumerable<string> visible)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var arguments = new List<string> { "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc" };
        foreach (string folder in Hidden.Where(static folder => Directory.Exists(folder) && new DirectoryInfo(folder).LinkTarget is null))
        {
            arguments.AddRange(["--tmpfs", folder]);
        }

        IEnumerable<string> needed = [.. visible, AppContext.BaseDirectory, Path.GetDirectoryName(worker.FileName)!, DotnetRoot];
        foreach (string path in needed.Where(IsHidden).Distinct(StringComparer.Ordinal))
        {
            arguments.AddRange(["--ro-bind-try", path, path]);
        }

        arguments.AddRange(["--chdir", "/", "--", worker.FileName, .. worker.Arguments]);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Whether a path lies in a folder that is empty in the sandbox.</summary>
    public static bool IsHidden(string path) => Hidden.Any(folder => Covers(folder, path));

    /// <summary>Whether <paramref name="folder"/> is <paramref name="path"/> or holds it.</summary>
    public static bool Covers(string folder, string path) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/' || folder.EndsWith('/'));

    /// <summary>What is made visible so that <paramref name="path"/> can be read: its folder, so that its neighbours need no new worker, unless the folder is too wide.</summary>
    public static string ToMakeVisible(string path)
    {
        string folder = Path.GetDirectoryName(path) ?? path;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Hidden.Contains(folder, StringComparer.Ordinal) || folder == home || folder == "/" ? path : folder;
    }
}
