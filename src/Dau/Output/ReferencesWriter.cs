using System.Text.Json;
using Dau.Facts.Checks;

namespace Dau.Output;

/// <summary>Writes <c>references.json</c> of a case.</summary>
internal static class ReferencesWriter
{
    private static readonly JsonSerializerOptions Options = new(DocumentJson.Contract) { WriteIndented = true };

    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static void Write(string folder, CaseReferences references) =>
        AtomicFile.Write(Path.Combine(folder, CaseReferences.FileName), JsonSerializer.SerializeToUtf8Bytes(references, Options));
}
