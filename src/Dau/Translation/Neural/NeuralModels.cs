using System.Security.Cryptography;
using Dau.Translation.Neural.Opus;

namespace Dau.Translation.Neural;

/// <summary>A model that can be used.</summary>
/// <param name="Name">Its name: that of its folder.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="IsBuiltIn">Whether it came with the program.</param>
internal sealed record NeuralModel(string Name, string Folder, bool IsBuiltIn)
{
    /// <summary>SHA-256 of the weights, in small hexadecimal letters; where they lie in several files, of all of them one after the other (encoder, decoders).</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var path in OpusFiles.AreIn(Folder) ? OpusFiles.Weights(Folder) : [Path.Combine(Folder, ModelFiles.Model)])
        {
            using var file = File.OpenRead(path);
            for (var count = file.Read(buffer); count > 0; count = file.Read(buffer))
            {
                hash.AppendData(buffer, 0, count);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Where models lie. One that the user has installed goes before the one that comes with the program.</summary>
internal static class NeuralModels
{
    /// <summary>The variable that names another folder for installed models.</summary>
    public const string Variable = "DAU_MODELS";

    private const string BuiltInName = "dau-vi-en";

    /// <summary>The folder for installed models; each has a folder in it.</summary>
    public static string UserFolder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } other
        ? other
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "dau", "models");

    /// <summary>The folder of the model that comes with the program.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "neural");

    /// <summary>All models, the one in use first.</summary>
    public static IReadOnlyList<NeuralModel> All() => All(UserFolder, BuiltInFolder);

    /// <summary>The same for other folders.</summary>
    public static IReadOnlyList<NeuralModel> All(string userFolder, string builtIn)
    {
        var models = new List<NeuralModel>();
        if (Directory.Exists(userFolder))
        {
            models.AddRange(Directory.EnumerateDirectories(userFolder).Where(IsModel).Order(StringComparer.Ordinal).Select(static folder => new NeuralModel(Path.GetFileName(folder), folder, false)));
        }

        if (IsModel(builtIn))
        {
            models.Add(new NeuralModel(BuiltInName, builtIn, true));
        }

        return models;
    }

    /// <summary>Whether a folder has what a model needs; its contents are not looked at.</summary>
    public static bool IsModel(string folder) =>
        (File.Exists(Path.Combine(folder, ModelFiles.Model)) && File.Exists(Path.Combine(folder, ModelFiles.Vocabulary))) || OpusFiles.AreIn(folder);
}
