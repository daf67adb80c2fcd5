using Dau.Facts.Checks;

namespace Dau.Output;

/// <summary>What is written of a case as a whole, over and over as documents come and change: <c>references.json</c>, <c>index.html</c>, and the links between its reader pages.</summary>
internal static class CaseLists
{
    /// <summary>Writes all three.</summary>
    /// <param name="folder">The case's folder.</param>
    /// <param name="documents">Its documents, in the order they are to be listed.</param>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static async Task<CaseReferences> WriteAsync(string folder, IReadOnlyList<CaseRow> documents)
    {
        CaseReferences references = CaseReferences.Of([.. documents.Select(static row => (row.Document, row.Facts))]);
        ReferencesWriter.Write(folder, references);
        CaseIndexWriter.Write(folder, documents, references);
        foreach (CaseRow row in documents)
        {
            await CitationLinks.RenewAsync(folder, row, references).ConfigureAwait(false);
        }

        return references;
    }
}
