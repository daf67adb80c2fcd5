using Dau.Model;
using System.Diagnostics;

namespace Dau.Training.SyllableModel;

/// <summary>A text, a paragraph a line, under xz or bare.</summary>
/// <param name="Path">The file.</param>
/// <param name="Weight">How often each of its lines counts.</param>
internal sealed record Corpus(string Path, int Weight)
{
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>Its lines, NFC.</summary>
    public IEnumerable<string> Lines()
    {
        if (!Path.EndsWith(".xz", StringComparison.Ordinal))
        {
            foreach (string line in File.ReadLines(Path))
            {
                yield return VietnameseLetters.Compose(line);
            }

            yield break;
        }

        using Process xz = Process.Start(new ProcessStartInfo("xz", ["-dc", Path]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("xz cannot be started; install xz-utils.");
        while (xz.StandardOutput.ReadLine() is { } line)
        {
            yield return VietnameseLetters.Compose(line);
        }
    }
}
