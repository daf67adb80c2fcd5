using System.Globalization;
using Dau.Input;
using Dau.Model;
using Dau.Output;
using Dau.Segmentation;

namespace Dau.Cli;

/// <summary>Takes a file that holds several letters apart into documents, each with its pages and a folder of its own.</summary>
internal sealed class LetterSplit(DocumentReader reader, CaseFolder caseFolder, Action<string> say)
{
    /// <summary>The outcomes with one for each letter.</summary>
    public async Task<List<ReadOutcome>> ApplyAsync(IReadOnlyList<ReadOutcome> outcomes, CancellationToken cancellationToken)
    {
        List<ReadOutcome> split = [];
        foreach (ReadOutcome outcome in outcomes)
        {
            if (outcome is not { Document: { } document, File: { } file, Folder: { } folder })
            {
                split.Add(outcome);
                continue;
            }

            IReadOnlyList<IReadOnlyList<int>> letters = LetterSplitter.Split(document.Pages);
            if (letters.Count == 1)
            {
                split.Add(outcome);
                split.AddRange(outcome.Kept ? await EarlierAsync(outcome, cancellationToken).ConfigureAwait(false) : []);
                continue;
            }

            say(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(outcome.Path)}: {letters.Count} letters, read as {letters.Count} documents."));
            AtomicFile.Guard(folder, () => Directory.Delete(folder, recursive: true));
            for (int i = 0; i < letters.Count; i++)
            {
                InputFile part = Part(file, letters, i);
                string place = i == 0 ? folder : await caseFolder.FolderForAsync(part with { Path = Named(file, i) }, cancellationToken).ConfigureAwait(false);
                DocumentRecord letter = await reader.ReadAsync(part, place, null, cancellationToken).ConfigureAwait(false);
                split.Add(outcome with { Path = Named(file, i), File = part, Folder = place, Document = letter });
            }
        }

        return split;
    }

    private static InputFile Part(InputFile file, IReadOnlyList<IReadOnlyList<int>> letters, int index)
    {
        HashSet<int> pages = [.. letters[index]];
        return file with
        {
            Pages = [.. file.Pages.Where(p => pages.Contains(p.Number))],
            Warnings = [.. file.Warnings, string.Create(CultureInfo.InvariantCulture, $"The file holds {letters.Count} letters. This is number {index + 1}, from page {letters[index][0]} to page {letters[index][^1]}.")],
        };
    }

    // The letters behind the first that an earlier run took out of the same file.
    private async Task<List<ReadOutcome>> EarlierAsync(ReadOutcome first, CancellationToken cancellationToken)
    {
        List<ReadOutcome> others = [];
        while (await PageStore.FinishedAsync(Path.Combine(caseFolder.Path, Path.GetFileNameWithoutExtension(Named(first.File!, others.Count + 1))), cancellationToken).ConfigureAwait(false) is { } letter
            && letter.Source.Sha256 == first.File!.Sha256)
        {
            string path = Named(first.File!, others.Count + 1);
            others.Add(first with { Path = path, Folder = Path.Combine(caseFolder.Path, Path.GetFileNameWithoutExtension(path)), Document = letter });
        }

        return others;
    }

    private static string Named(InputFile file, int index) => index == 0 ? file.Path
        : Path.Combine(Path.GetDirectoryName(file.Path)!, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file.Path)}-letter-{index + 1}{Path.GetExtension(file.Path)}"));
}
