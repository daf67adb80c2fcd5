using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dau.Input;
using Dau.Recognition;

namespace Dau.Output;

/// <summary>
/// The folder of one document while it is being read: page pictures, and a note of each page that was read (in <c>.reading/</c>), so that a run
/// that was stopped goes on where it was. The notes go once the document is finished and no page failed.
/// </summary>
internal sealed class PageStore
{
    private const string NotesFolder = ".reading";
    private const string PagesFolder = "pages";

    private readonly string _folder;
    private readonly string _notes;

    private PageStore(string folder) => (_folder, _notes) = (folder, Path.Combine(folder, NotesFolder));

    /// <summary>Opens the folder for a file; notes of another file, or read with other options, are thrown away.</summary>
    public static PageStore Open(string folder, InputFile file, IReadOnlyDictionary<string, string> readingOptions)
    {
        var store = new PageStore(folder);
        string identity = JsonSerializer.Serialize(new SortedDictionary<string, string>(
            readingOptions.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            ["sha256"] = file.Sha256,
            ["version"] = ProductInfo.Version,
        });
        string identityFile = Path.Combine(store._notes, "of.json");
        AtomicFile.Guard(folder, () =>
        {
            Directory.CreateDirectory(Path.Combine(folder, PagesFolder));
            if (!File.Exists(identityFile) || File.ReadAllText(identityFile) != identity)
            {
                if (Directory.Exists(store._notes))
                {
                    Directory.Delete(store._notes, recursive: true);
                }

                Directory.CreateDirectory(store._notes);
                AtomicFile.Write(identityFile, Encoding.UTF8.GetBytes(identity));
            }
        });
        return store;
    }

    /// <summary>The finished record in a folder; null where there is none that can be read.</summary>
    public static async Task<DocumentRecord?> FinishedAsync(string folder, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, DocumentJson.FileName);
        try
        {
            return File.Exists(path) ? await DocumentJson.ReadAsync(path, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>A page that an earlier run read.</summary>
    public bool TryLoad(int number, [NotNullWhen(true)] out Page? page)
    {
        page = null;
        try
        {
            string note = NotePath(number);
            if (File.Exists(note))
            {
                using FileStream stream = File.OpenRead(note);
                page = JsonSerializer.Deserialize<Page>(stream, DocumentJson.Working);
            }
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return false;
        }

        return page is not null && (page.Image is null || File.Exists(Path.Combine(_folder, page.Image)));
    }

    /// <summary>Keeps a page's picture and, unless it failed, a note of its words.</summary>
    /// <returns>The page with the place of its picture.</returns>
    public Page Save(PageReading reading)
    {
        Page page = reading.Page;
        AtomicFile.Guard(_folder, () =>
        {
            if (!reading.Png.IsEmpty)
            {
                page = page with { Image = $"{PagesFolder}/{page.Number.ToString("D4", CultureInfo.InvariantCulture)}.png" };
                AtomicFile.Write(Path.Combine(_folder, page.Image), reading.Png.Span);
            }

            if (!reading.Preview.IsEmpty)
            {
                AtomicFile.Write(PreviewPath(_folder, page.Number), reading.Preview.Span);
            }

            if (page.Status != PageStatus.Failed)
            {
                byte[] note = JsonSerializer.SerializeToUtf8Bytes(page, DocumentJson.Working);
                AtomicFile.Write(NotePath(page.Number), note);
                AtomicFile.Write(LettersPath(_folder, page.Number), Pack(note));
            }
        });
        return page;
    }

    /// <summary>Takes over pages of another document's folder with their pictures.</summary>
    public void CopyFrom(PageStore other, IEnumerable<Page> pages) => AtomicFile.Guard(_folder, () =>
    {
        foreach (Page page in pages)
        {
            Copy(page.Image is null ? null : Path.Combine(other._folder, page.Image), page.Image is null ? null : Path.Combine(_folder, page.Image));
            Copy(PreviewPath(other._folder, page.Number), PreviewPath(_folder, page.Number));
            Copy(LettersPath(other._folder, page.Number), LettersPath(_folder, page.Number));
        }

        static void Copy(string? from, string? to)
        {
            if (File.Exists(from))
            {
                File.Copy(from, to!, overwrite: true);
            }
        }
    });

    /// <summary>Throws away what is kept of other pages.</summary>
    public void KeepOnly(IReadOnlySet<int> numbers) => AtomicFile.Guard(_folder, () =>
    {
        foreach (string picture in Directory.EnumerateFiles(Path.Combine(_folder, PagesFolder)))
        {
            if (!int.TryParse(Path.GetFileName(picture).Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || !numbers.Contains(number))
            {
                File.Delete(picture);
            }
        }
    });

    /// <summary>Throws the notes away, unless a page failed and another run may do better.</summary>
    public void Finish(DocumentRecord document)
    {
        if (document.Pages.All(static page => page.Status != PageStatus.Failed))
        {
            AtomicFile.Guard(_folder, () => Directory.Delete(_notes, recursive: true));
        }
    }

    /// <summary>Where the smaller picture of a page is kept until its reader page is written.</summary>
    public static string PreviewPath(string folder, int number) => Path.Combine(folder, NotesFolder, number.ToString("D4", CultureInfo.InvariantCulture) + ".jpg");

    /// <summary>A page as the engine read it, letter by letter with what else each letter could be; null where the folder does not hold it.</summary>
    /// <exception cref="InputException">The file is there and cannot be read.</exception>
    public static Page? AsRead(string folder, int number)
    {
        string path = LettersPath(folder, number);
        try
        {
            using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Page>(packed, DocumentJson.Working);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static byte[] Pack(byte[] note)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(note);
        }

        return packed.ToArray();
    }

    private static string LettersPath(string folder, int number) => Path.Combine(folder, PagesFolder, number.ToString("D4", CultureInfo.InvariantCulture) + ".letters.json.gz");

    private string NotePath(int number) => Path.Combine(_notes, number.ToString("D4", CultureInfo.InvariantCulture) + ".json");
}
