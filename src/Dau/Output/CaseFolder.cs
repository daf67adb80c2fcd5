using System.Collections.Concurrent;
using Dau.Input;

namespace Dau.Output;

/// <summary>The folder that a run writes to: one folder a document, and a marker that says it is a case of ours.</summary>
internal sealed class CaseFolder
{
    private readonly ConcurrentDictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _replace;

    private CaseFolder(string path, bool replace) => (Path, _replace) = (path, replace);

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Opens or makes the folder, and checks that it can be written to.</summary>
    /// <param name="path">Where.</param>
    /// <param name="replace">Whether documents of the same name but another file may be written over.</param>
    /// <exception cref="OutputException">It holds something else, or cannot be written to.</exception>
    public static CaseFolder Open(string path, bool replace)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
        {
            throw new OutputException($"'{path}' is a file. Give a folder with --out.");
        }

        string marker = System.IO.Path.Combine(full, InputFinder.CaseMarker);
        AtomicFile.Guard(path, () =>
        {
            Directory.CreateDirectory(full);
            if (!File.Exists(marker) && Directory.EnumerateFileSystemEntries(full).Any())
            {
                throw new OutputException($"'{path}' already holds files that are not a case of Dấu. Choose an empty or a new folder with --out.");
            }

            AtomicFile.Write(marker, "{\"schema\":\"dau/case/1\"}\n"u8);
        });
        return new CaseFolder(full, replace);
    }

    /// <summary>The folder for a document: the input's name without extension, with a number where another input of this run has that name.</summary>
    /// <exception cref="OutputException">The folder holds a document made from another file.</exception>
    public async Task<string> FolderForAsync(InputFile file, CancellationToken cancellationToken)
    {
        string stem = SafeName(System.IO.Path.GetFileNameWithoutExtension(file.Path));
        string name = stem;
        for (int copy = 2; !_taken.TryAdd(name, file.Path); copy++)
        {
            name = $"{stem}-{copy}";
        }

        string folder = System.IO.Path.Combine(Path, name);
        if (!_replace && await PageStore.FinishedAsync(folder, cancellationToken).ConfigureAwait(false) is { } earlier && earlier.Source.Sha256 != file.Sha256)
        {
            throw new OutputException(
                $"'{folder}' holds what was read from another file of that name. Choose another folder with --out, or give --again to replace it.");
        }

        return folder;
    }

    /// <summary>A name that stays inside the case folder, whatever the input is called.</summary>
    private static string SafeName(string stem)
    {
        string name = string.Concat(stem.Select(static c => char.IsControl(c) || c is '/' or '\\' ? '_' : c)).Trim().TrimStart('.');
        return name.Length == 0 ? "document" : name;
    }
}
