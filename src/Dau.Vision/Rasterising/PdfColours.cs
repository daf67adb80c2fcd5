using System.ComponentModel;
using System.Diagnostics;

namespace Dau.Vision.Rasterising;

/// <summary>Tells scans without colour: their pictures are made in half the time.</summary>
internal static class PdfColours
{
    private const int MostLines = 2000;

    /// <summary>Whether the page is a scan whose images are all black and white or grey.</summary>
    public static bool IsGreyScan(PageSource source)
    {
        if (source.Page.TextLayer is not null)
        {
            return false;
        }

        try
        {
            using Process process = Process.Start(PopplerCommand.Describe(source, "pdfimages", ["-list"]))!;
            using var timer = new Timer(_ => process.Kill(), null, source.Timeout, Timeout.InfiniteTimeSpan);
            process.StandardInput.Close();
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var lines = new List<string>();
            while (lines.Count < MostLines && process.StandardOutput.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            bool whole = lines.Count < MostLines;
            if (!whole)
            {
                process.Kill();
            }

            process.WaitForExit();
            return whole && process.ExitCode == 0 && AreGrey(lines);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Reads what <c>pdfimages -list</c> prints: two lines of heading, then an image a line: page, number, type, width, height, colour, components …</summary>
    internal static bool AreGrey(IReadOnlyList<string> lines)
    {
        bool any = false;
        foreach (string line in lines.Skip(2))
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 7)
            {
                return false;
            }

            // Masks have no colour of their own; a stencil is painted in any colour.
            if (fields[2] is "smask" or "mask")
            {
                continue;
            }

            if (fields[2] != "image" || !(fields[5] == "gray" || (fields[5] == "icc" && fields[6] == "1")))
            {
                return false;
            }

            any = true;
        }

        return any;
    }
}
