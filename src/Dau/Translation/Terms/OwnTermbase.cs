using Dau.Translation.Exchange;

namespace Dau.Translation.Terms;

/// <summary>Loads the user's own terms. A file that is named goes before those of the user's folder, and these in the order of their names.</summary>
internal static class OwnTermbase
{
    /// <summary>The terms of the files; null where there are none.</summary>
    /// <exception cref="InputException">A file cannot be read or contradicts itself.</exception>
    public static OwnTerms? Load(IReadOnlyList<string> files)
    {
        var entries = new List<TermEntry>();
        foreach (var file in files)
        {
            var read = TermFiles.Read(file);
            TermCheck.Refuse(file, read);
            entries.AddRange(read);
        }

        return entries.Count == 0 ? null : new OwnTerms(entries);
    }
}
