using Dau.Model;
using Dau.Output;

namespace Dau.Cli;

/// <summary>Finds the documents of cases that <c>dau read</c> has written.</summary>
internal static class CaseDocuments
{
    /// <summary>The documents at the places named: a <c>document.json</c>, a document's folder, or a case with such folders.</summary>
    /// <exception cref="InputException">Nothing is there, or a file cannot be read.</exception>
    public static async Task<IReadOnlyList<CaseDocument>> LoadAsync(IReadOnlyList<string> places, CancellationToken cancellationToken)
    {
        List<CaseDocument> documents = [];
        foreach (string file in Find(places))
        {
            documents.Add(await LoadAsync(file, cancellationToken).ConfigureAwait(false));
        }

        return documents;
    }

    /// <summary>One of the files that <see cref="Find"/> has found.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static async Task<CaseDocument> LoadAsync(string file, CancellationToken cancellationToken) =>
        new(Path.GetDirectoryName(Path.GetFullPath(file))!, await DocumentJson.ReadAsync(file, cancellationToken).ConfigureAwait(false));

    /// <summary>The files of the documents at the places named.</summary>
    /// <exception cref="InputException">Nothing is there.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> places)
    {
        List<string> found = [];
        foreach (string place in places)
        {
            string[] files = File.Exists(place) ? [place]
                : Directory.Exists(place) ? [.. Directory.EnumerateFiles(place, DocumentJson.FileName, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }).Order(StringComparer.Ordinal)]
                : throw new InputException($"{place} does not exist. Name a case, a document's folder in it, or a document.json.");
            if (files.Length == 0 || (File.Exists(place) && Path.GetExtension(place) != ".json"))
            {
                throw new InputException($"{place} holds no {DocumentJson.FileName}. Read the scan first: ./dau read {place} --out case; then name the case.");
            }

            found.AddRange(files);
        }

        return found;
    }
}

/// <summary>A document of a case.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Document">What was read.</param>
internal sealed record CaseDocument(string Folder, DocumentRecord Document)
{
    /// <summary>Name of the folder.</summary>
    public string Name => Path.GetFileName(Folder);
}
