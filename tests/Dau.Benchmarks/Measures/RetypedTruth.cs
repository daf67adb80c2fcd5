namespace Dau.Benchmarks.Measures;

/// <summary>Measures lines against a truth that was retyped by somebody else: what cannot be found in it says nothing and is left out.</summary>
/// <param name="Errors">Errors of the lines that were placed.</param>
/// <param name="Lines">Runs of syllables that were long enough to look for.</param>
/// <param name="Placed">Those of them that were found.</param>
internal sealed record RetypedTruth(SyllableErrors Errors, int Lines, int Placed)
{
    private const int Shortest = 8, Longest = 24;
    private const double FarOff = 0.35;

    /// <summary>Share of the lines that were found in the truth.</summary>
    public double PlacedShare => Lines == 0 ? 0 : Placed / (double)Lines;

    /// <summary>Measures each line of 8 or more syllables, longer ones in runs of 24.</summary>
    public static RetypedTruth Measure(string truth, IEnumerable<string> lines)
    {
        string[] wanted = NormalForm.Syllables(truth);
        SyllableErrors errors = new(0, 0, 0);
        int looked = 0, placed = 0;
        foreach (string[] run in lines.SelectMany(Runs))
        {
            looked++;
            Alignment alignment = Alignment.Inside(run, wanted);
            if (alignment.Errors > FarOff * run.Length)
            {
                continue;
            }

            placed++;
            int marks = alignment.Substitutions.Count(s => NormalForm.Bare(run[s.Reference]) == NormalForm.Bare(wanted[s.Read]));
            errors += new SyllableErrors(alignment.End - alignment.Start, alignment.Errors, marks);
        }

        return new RetypedTruth(errors, looked, placed);
    }

    private static IEnumerable<string[]> Runs(string line) =>
        NormalForm.Syllables(line).Chunk(Longest).Where(static run => run.Length >= Shortest);
}
