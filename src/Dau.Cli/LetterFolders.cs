using System.Globalization;
using Dau.Input;
using Dau.Model;
using Dau.Output;

namespace Dau.Cli;

/// <summary>Names and folders of the letters that one file holds.</summary>
internal sealed class LetterFolders(CaseFolder caseFolder)
{
    private readonly SemaphoreSlim _naming = new(1);

    /// <summary>The case's folder.</summary>
    public string CaseFolder => caseFolder.Path;

    /// <summary>The name under which a letter of a file is listed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="index">The letter's place in it, from 0.</param>
    public static string Named(InputFile file, int index) => index == 0 ? file.Path
        : Path.Combine(Path.GetDirectoryName(file.Path)!, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file.Path)}-letter-{index + 1}{Path.GetExtension(file.Path)}"));

    /// <summary>The folder of a letter behind the first.</summary>
    public async Task<string> ForAsync(InputFile file, int index, CancellationToken cancellationToken)
    {
        await _naming.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await caseFolder.FolderForAsync(file with { Path = Named(file, index) }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _naming.Release();
        }
    }

    /// <summary>A document of an earlier run, and behind it the other letters that this run took out of the same file.</summary>
    public async Task<IReadOnlyList<ReadOutcome>> EarlierAsync(ReadOutcome first, CancellationToken cancellationToken)
    {
        List<ReadOutcome> letters = [first];
        while (true)
        {
            string path = Named(first.File!, letters.Count);
            string folder = Path.Combine(caseFolder.Path, Path.GetFileNameWithoutExtension(path));
            if (await PageStore.FinishedAsync(folder, cancellationToken).ConfigureAwait(false) is not { } letter || letter.Source.Sha256 != first.File!.Sha256)
            {
                return letters;
            }

            letters.Add(first with { Path = path, Folder = folder, Row = CaseRow.Of(caseFolder.Path, folder, letter) });
        }
    }
}
