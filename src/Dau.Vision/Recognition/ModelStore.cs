using System.Security.Cryptography;
using Dau.Recognition;

namespace Dau.Vision.Recognition;

/// <summary>A Tesseract model on the disk.</summary>
/// <param name="Name">As it is reported: <c>vie.best_int</c>, <c>vie</c>.</param>
/// <param name="Folder">Where it lies.</param>
internal sealed record ModelFile(string Name, string Folder)
{
    public string Path => System.IO.Path.Combine(Folder, Name + ".traineddata");

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string ComputeSha256()
    {
        using FileStream file = File.OpenRead(Path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

/// <summary>Finds the models: the better one that is shipped with Dấu, and the one that the system's package brings.</summary>
internal static class ModelStore
{
    private const string BestName = "vie.best_int";
    private const string FastName = "vie";
    private const string Advice = "Install it with: apt-get install -y tesseract-ocr-vie";

    /// <summary>Where models are looked for, in this order, unless a run names other folders.</summary>
    public static IReadOnlyList<string> DefaultFolders { get; } = FindDefaultFolders();

    /// <summary>The model that <paramref name="wanted"/> asks for.</summary>
    /// <exception cref="MissingToolException">It is in none of <paramref name="folders"/>.</exception>
    public static ModelFile Find(RecognitionModel wanted, IReadOnlyList<string> folders)
    {
        ModelFile? best = wanted is RecognitionModel.Fast ? null : Find(BestName, folders);
        ModelFile? found = best ?? (wanted is RecognitionModel.Best ? null : Find(FastName, folders));
        return found ?? throw new MissingToolException(wanted is RecognitionModel.Best
            ? $"The model '{BestName}.traineddata', which is shipped with Dấu, is not in {string.Join(" or ", folders)}. Restore it (see src/Dau.Vision/Models/README.md), or read with --model fast."
            : $"Tesseract's model for Vietnamese is not installed. {Advice}");
    }

    private static ModelFile? Find(string name, IReadOnlyList<string> folders) =>
        folders.Select(folder => new ModelFile(name, folder)).FirstOrDefault(static model => File.Exists(model.Path));

    private static List<string> FindDefaultFolders()
    {
        var folders = new List<string> { Path.Combine(AppContext.BaseDirectory, "Models") };
        if (Environment.GetEnvironmentVariable("TESSDATA_PREFIX") is { Length: > 0 } prefix)
        {
            folders.Add(prefix);
        }

        folders.Add("/usr/share/tesseract-ocr/5/tessdata");
        folders.Add("/usr/share/tessdata");
        return folders;
    }
}
