using System.Globalization;
using Spectre.Console;

namespace Dau.Benchmarks.Measures;

/// <summary>What was measured on one set of letters, held against what is asked.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Facts">Their facts.</param>
/// <param name="Blocks">Their blocks but for the margin; null where the set has no truth for them.</param>
/// <param name="Cells">Cells of their tables; null where the set has no truth for them.</param>
/// <param name="Citations">Cited documents that were found rightly, that there are, and that were read.</param>
/// <param name="Milliseconds">Processor time of segmentation and facts a page.</param>
internal sealed record LayoutFigures(string Name, IReadOnlyList<FactResult> Facts, SectionScore? Blocks, CellScore? Cells, (int Right, int Wanted, int Read) Citations, double Milliseconds);

/// <summary>The table of what is asked of taking letters apart, a column for each set.</summary>
internal static class LayoutTargets
{
    /// <summary>Prints the table.</summary>
    public static void Print(IReadOnlyList<LayoutFigures> sets)
    {
        bool real = sets.All(static s => s.Blocks is null);
        var table = new Table().Title("What is asked, and what was measured");
        table.AddColumns(["", "asked", .. sets.Select(static s => s.Name)]);
        void Row(string measure, string asked, Func<LayoutFigures, string> figure) => table.AddRow([.. new[] { measure, asked }.Concat(sets.Select(figure)).Select(static cell => new Text(cell))]);

        Row("words in the right section", real ? "97 %" : "99 %", static s => s.Blocks is { } b ? Share(b.Belonging, b.Syllables) : "no truth");
        Row("blocks found", real ? "–" : "98 %", static s => s.Blocks is { } b ? Share(b.Found, b.Blocks) : "no truth");
        Row("number, printed", real ? "90 %" : "99 %", static s => Right(s, static f => f.Fact == "number" && !f.ByHand));
        Row("number or day by hand: right or uncertain", real ? "97 %" : "100 %", static s => Right(s, static f => f.Fact is "number" or "date" && f.ByHand));
        foreach (string fact in new[] { "date", "issuer", "documentType", "subject" })
        {
            Row(fact, real ? "92 %" : "98 %", s => Right(s, f => f.Fact == fact));
        }

        foreach (string fact in new[] { "signer.name", "signer.titles" })
        {
            Row(fact, real ? "90 %" : "98 %", s => Right(s, f => f.Fact == fact));
        }

        Row("citations: precision", real ? "90 %" : "98 %", static s => Share(s.Citations.Right, s.Citations.Read));
        Row("citations: recall", real ? "90 %" : "98 %", static s => Share(s.Citations.Right, s.Citations.Wanted));
        Row("table cells, text and place", real ? "–" : "95 %", static s => s.Cells is { } c ? Share(c.Found, c.Cells) : "no truth");
        Row("processor time a page", "50 ms", static s => string.Create(CultureInfo.InvariantCulture, $"{s.Milliseconds:0.0} ms"));
        Row("facts right", "", static s => Right(s, static _ => true));
        Row("wrong and not marked", "", static s => string.Create(CultureInfo.InvariantCulture, $"{s.Facts.Count(static f => f.IsWrongAndSure)} of {s.Facts.Count}"));
        AnsiConsole.Write(table);
    }

    private static string Right(LayoutFigures set, Func<FactResult, bool> which)
    {
        FactResult[] facts = [.. set.Facts.Where(which)];
        return Share(facts.Count(static f => f.IsRight), facts.Length);
    }

    private static string Share(int part, int whole) => whole == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} % of {whole}");
}
