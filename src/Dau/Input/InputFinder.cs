namespace Dau.Input;

/// <summary>Turns the paths on the command line into the files to be read.</summary>
internal static class InputFinder
{
    /// <summary>The file that marks a folder as a case of Dấu; what lies below it is output and never input.</summary>
    internal const string CaseMarker = ".dau-case.json";

    private static readonly string[] s_extensions = [".pdf", ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff"];

    /// <summary>
    /// Lists the files: one that is named is taken whatever its extension; a folder gives every file below it that has a known extension and neither is
    /// hidden nor lies in a hidden folder or a case. Sorted within each folder by the bytes of the name; each file once.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <returns>Absolute paths.</returns>
    /// <exception cref="InputException">A path does not exist, a folder cannot be read, or nothing was found.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool any = false;
        foreach (string path in paths)
        {
            any = true;
            string full = Path.GetFullPath(path);
            if (File.Exists(full))
            {
                Add(full);
            }
            else if (Directory.Exists(full))
            {
                int before = found.Count;
                if (File.Exists(Path.Combine(full, CaseMarker)))
                {
                    throw new InputException($"{path} is a case that Dấu wrote, not a folder of letters. Name the folder that holds the scans.");
                }

                foreach (string file in Below(path, full))
                {
                    Add(file);
                }

                if (found.Count == before && !WasListed(full, seen))
                {
                    throw new InputException($"There is nothing to read in {path}: no PDF, JPEG, PNG, WebP or TIFF file. Name the file itself if its extension is another.");
                }
            }
            else
            {
                throw new InputException($"{path} does not exist. Check the spelling and the folder you are in.");
            }
        }

        return any ? found : throw new InputException("No input was named. Name at least one file or folder.");

        void Add(string file)
        {
            if (seen.Add(file))
            {
                found.Add(file);
            }
        }

        // A folder whose files were all listed through an earlier path is not an empty one.
        static bool WasListed(string folder, HashSet<string> seen) =>
            seen.Any(file => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Below(string named, string folder)
    {
        string[] files;
        string[] folders;
        try
        {
            files = Directory.GetFiles(folder);
            folders = Directory.GetDirectories(folder);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new InputException($"The folder {folder} cannot be read (asked for through {named}). Check its permissions, or leave it out.", error);
        }

        Array.Sort(files, StringComparer.Ordinal);
        Array.Sort(folders, StringComparer.Ordinal);
        foreach (string file in files)
        {
            if (!IsHidden(file) && s_extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            {
                yield return file;
            }
        }

        foreach (string below in folders)
        {
            // A link to a folder could lead back to where it lies.
            if (IsHidden(below) || File.Exists(Path.Combine(below, CaseMarker)) || new DirectoryInfo(below).LinkTarget is not null)
            {
                continue;
            }

            foreach (string file in Below(named, below))
            {
                yield return file;
            }
        }
    }

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');
}
