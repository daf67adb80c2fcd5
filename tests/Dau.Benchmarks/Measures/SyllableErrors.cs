namespace Dau.Benchmarks.Measures;

/// <summary>Errors of a reading against a reference.</summary>
/// <param name="Syllables">Syllables of the reference.</param>
/// <param name="Errors">Substitutions, deletions and insertions.</param>
/// <param name="MarkErrors">Those substitutions whose letters agree once marks and case are set aside.</param>
/// <param name="Characters">Characters of the reference.</param>
/// <param name="CharacterErrors">Errors counted in characters; 0 where they were not counted.</param>
internal sealed record SyllableErrors(int Syllables, int Errors, int MarkErrors, int Characters = 0, int CharacterErrors = 0)
{
    /// <summary>Share of syllables in error (SER).</summary>
    public double Rate => Syllables == 0 ? 0 : Errors / (double)Syllables;

    /// <summary>Share of syllables where only marks are wrong (DER).</summary>
    public double MarkRate => Syllables == 0 ? 0 : MarkErrors / (double)Syllables;

    /// <summary>Share of characters in error (CER).</summary>
    public double CharacterRate => Characters == 0 ? 0 : CharacterErrors / (double)Characters;

    /// <summary>Two measurements taken together.</summary>
    public static SyllableErrors operator +(SyllableErrors a, SyllableErrors b) =>
        new(a.Syllables + b.Syllables, a.Errors + b.Errors, a.MarkErrors + b.MarkErrors, a.Characters + b.Characters, a.CharacterErrors + b.CharacterErrors);

    /// <summary>Measures a reading; the reference is aligned inside it, both ends of the reading free.</summary>
    /// <param name="reference">What the body says: its paragraphs joined.</param>
    /// <param name="reading">All the text that was read, in reading order.</param>
    /// <param name="characters">Whether characters are counted too (slow for long texts).</param>
    public static SyllableErrors Measure(string reference, string reading, bool characters = false)
    {
        string[] wanted = NormalForm.Syllables(reference), read = NormalForm.Syllables(reading);
        Alignment alignment = Alignment.Inside(wanted, read);
        int marks = alignment.Substitutions.Count(s => NormalForm.Bare(wanted[s.Reference]) == NormalForm.Bare(read[s.Read]));
        if (!characters)
        {
            return new SyllableErrors(wanted.Length, alignment.Errors, marks);
        }

        char[] letters = NormalForm.Of(reference).ToCharArray();
        return new SyllableErrors(wanted.Length, alignment.Errors, marks, letters.Length, Alignment.Inside(letters, NormalForm.Of(reading).ToCharArray()).Errors);
    }
}
