namespace Dau.EndToEnd.Tests;

/// <summary>The invented letters of <c>samples/</c>.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.Combine(Cli.Root, "samples");

    public static IReadOnlyList<string> All { get; } = [.. Directory.GetFiles(Folder, "*.pdf").Order(StringComparer.Ordinal)];

    /// <summary>The smallest sample file: a letter of one page.</summary>
    public static string OnePage() => All.OrderBy(static path => new FileInfo(path).Length).First();
}
