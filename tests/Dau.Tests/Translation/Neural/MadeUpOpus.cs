using System.IO.Compression;

namespace Dau.Tests.Translation.Neural;

/// <summary>A folder with the small OPUS-MT that tests/opus/export.py made; removed at the end.</summary>
internal sealed class MadeUpOpus : IDisposable
{
    public MadeUpOpus(params string[] without)
    {
        ZipFile.ExtractToDirectory(Data("opus.zip"), Path);
        foreach (var name in without)
        {
            System.IO.File.Delete(File(name));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("dau-opus-").FullName;

    /// <summary>What the script's own search wrote.</summary>
    public static IReadOnlyList<(string Text, int[] Pieces, int[] Greedy, int[] Beam)> Expected { get; } =
        [.. System.IO.File.ReadLines(Data("opus.tsv")).Select(static line => line.Split('\t')).Select(static f => (f[0], Ids(f[1]), Ids(f[2]), Ids(f[3])))];

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static int[] Ids(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture))];

    private static string Data(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Translation", "Neural", "Data", name);
}
