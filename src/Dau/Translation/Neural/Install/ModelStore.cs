using System.IO.Compression;
using System.Security.Cryptography;
using Dau.Translation.Neural.Opus;

namespace Dau.Translation.Neural.Install;

/// <summary>The folder of installed models: puts them in whole or not at all, and takes them out.</summary>
internal sealed class ModelStore(string folder)
{
    // No packed file becomes more than so many times as large.
    private const long MostExpansion = 32;

    /// <summary>Fetches a model, checks it and installs it.</summary>
    /// <exception cref="TranslationException">Something is not as it should be; nothing was installed.</exception>
    public async Task<NeuralModel> InstallAsync(ModelEntry entry, ModelDownload download, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var cache = Path.Combine(folder, ".fetched", entry.Name);
        Make(cache);
        CheckRoom(entry);
        var packed = new Dictionary<ModelPart, string>();
        foreach (var part in entry.Parts)
        {
            packed[part] = await download.FetchAsync(part, cache, progress, cancellationToken).ConfigureAwait(false);
        }

        var model = Put(entry.Name, target =>
        {
            foreach (var (part, path) in packed)
            {
                Unpack(path, Path.Combine(target, part.Name), part);
            }
        });
        Directory.Delete(cache, recursive: true);
        return model;
    }

    /// <summary>Installs a model whose files lie in a folder: those of a known model by their hashes, packed or not, or <c>model.bin</c> and <c>vocab.spm</c> of another.</summary>
    /// <returns>The model, and whether its weights are known.</returns>
    public (NeuralModel Model, bool IsKnown) Add(string source)
    {
        if (!Directory.Exists(source))
        {
            throw new TranslationException($"There is no folder {source}.");
        }

        var files = Directory.GetFiles(source).ToDictionary(static path => path, Hash, StringComparer.Ordinal);
        foreach (var entry in ModelCatalogue.All)
        {
            var found = entry.Parts.Select(part => (part, file: files.FirstOrDefault(f => f.Value == part.Sha256 || (part.UnpackedSha256 is { } sha && f.Value == sha)))).ToList();
            if (found.TrueForAll(static f => f.file.Key is not null))
            {
                return (Put(entry.Name, target => found.ForEach(f => Unpack(f.file.Key, Path.Combine(target, f.part.Name), f.part))), true);
            }

            if (found.Exists(static f => f.file.Key is not null))
            {
                throw new TranslationException(
                    $"{source} has a part of {entry.Name}, but not {string.Join(", ", found.Where(static f => f.file.Key is null).Select(static f => f.part.PackedName))} as it is known (by SHA-256).");
            }
        }

        if (OpusFiles.Find(source) is { Count: > 0 } opus)
        {
            return (Put(NameOf(source), target => opus.ToList().ForEach(o => File.Copy(o.From, Path.Combine(target, o.Name)))), false);
        }

        var names = new[] { (Pattern: "model*.bin", Name: ModelFiles.Model), (Pattern: "vocab*.spm", Name: ModelFiles.Vocabulary), (Pattern: "lex*.bin", Name: ModelFiles.Shortlist) };
        var own = names.Select(n => (n.Name, Path: Directory.GetFiles(source, n.Pattern).Order(StringComparer.Ordinal).FirstOrDefault())).ToList();
        if (own[0].Path is null || own[1].Path is null)
        {
            throw new TranslationException(
                $"{source} has no known model, no {ModelFiles.Model} with {ModelFiles.Vocabulary}, and not the files of an ONNX export either ({string.Join(", ", OpusFiles.All)}).");
        }

        return (Put(NameOf(source), target => own.Where(static o => o.Path is not null).ToList().ForEach(o => File.Copy(o.Path!, Path.Combine(target, o.Name)))), false);
    }

    /// <summary>Takes an installed model out.</summary>
    public void Remove(string name)
    {
        var model = NeuralModels.All(folder, "").FirstOrDefault(m => m.Name == name)
            ?? throw new TranslationException($"There is no installed model '{name}' in {folder}.");
        Directory.Delete(model.Folder, recursive: true);
    }

    private static string NameOf(string source) =>
        new([.. Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source))).Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')]);

    // All is made beside its place and tried before it goes there.
    private NeuralModel Put(string name, Action<string> fill)
    {
        var making = Path.Combine(folder, $".making-{name}");
        try
        {
            if (Directory.Exists(making))
            {
                Directory.Delete(making, recursive: true);
            }

            Make(making);
            fill(making);
            (NeuralEngines.LoadEngine(making) as IDisposable)?.Dispose();
            var place = Path.Combine(folder, name);
            if (Directory.Exists(place))
            {
                Directory.Delete(place, recursive: true);
            }

            Directory.Move(making, place);
            return new NeuralModel(name, place, false);
        }
        catch (InvalidDataException e)
        {
            throw new TranslationException($"{e.Message} Nothing was installed.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TranslationException($"The model could not be written to {folder}: {e.Message} Nothing was installed.", e);
        }
        finally
        {
            if (Directory.Exists(making))
            {
                Directory.Delete(making, recursive: true);
            }
        }
    }

    private static void Unpack(string from, string to, ModelPart part)
    {
        using (var file = File.OpenRead(from))
        using (var output = File.Create(to))
        {
            var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream input = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
            var buffer = new byte[1 << 16];
            var total = 0L;
            for (var count = input.Read(buffer); count > 0; count = input.Read(buffer))
            {
                total += count;
                if (total > part.Bytes * MostExpansion)
                {
                    throw new InvalidDataException($"{part.PackedName} unpacks to more than it can hold.");
                }

                output.Write(buffer, 0, count);
            }
        }

        if (part.UnpackedSha256 is { } sha && Hash(to) != sha)
        {
            throw new InvalidDataException($"{part.PackedName} does not unpack to the known file.");
        }
    }

    private void CheckRoom(ModelEntry entry)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < entry.Bytes * 3)
        {
            throw new TranslationException($"There is not enough room in {folder} for {entry.Name}: {entry.Bytes * 3 / 1e6:0} MB are needed, {free / 1e6:0} MB are free.");
        }
    }

    private static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TranslationException($"The folder {path} cannot be made: {e.Message}", e);
        }
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
