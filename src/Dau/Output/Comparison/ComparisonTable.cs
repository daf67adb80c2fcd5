using System.Globalization;
using System.Text;

namespace Dau.Output.Comparison;

/// <summary>Writes <c>compare.tsv</c>: a line for each segment, for a spreadsheet.</summary>
internal static class ComparisonTable
{
    /// <summary>Name of the file in a document's folder.</summary>
    internal const string FileName = "compare.tsv";

    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static void Write(string folder, ComparedEnglish left, ComparedEnglish right)
    {
        var table = new StringBuilder("segment\tvietnamese");
        foreach (string engine in new[] { left.Engine, right.Engine })
        {
            table.Append($"\t{engine}\t{engine} engine\t{engine} quality\t{engine} flags");
        }

        table.Append('\n');
        foreach (Segment segment in left.Document.Blocks.SelectMany(static block => block.Segments))
        {
            table.Append(segment.Id).Append('\t').Append(Field(segment.Source));
            foreach (Segment english in new[] { segment, right.Segments[segment.Id] })
            {
                table.Append(CultureInfo.InvariantCulture, $"\t{Field(english.Target ?? "")}\t{english.Engine}\t{english.Quality:0.00}\t{string.Join(' ', english.Flags)}");
            }

            table.Append('\n');
        }

        AtomicFile.Write(Path.Combine(folder, FileName), Encoding.UTF8.GetBytes(table.ToString()));
    }

    private static string Field(string text) => string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
}
