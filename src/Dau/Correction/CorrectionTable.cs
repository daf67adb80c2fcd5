namespace Dau.Correction;

/// <summary>The small tables of correction, which are part of the program.</summary>
internal static class CorrectionTable
{
    /// <summary>The lines of <c>Correction/Data/{name}</c>.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(CorrectionTable).Assembly.GetManifestResourceStream("Dau.Correction.Data." + name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
