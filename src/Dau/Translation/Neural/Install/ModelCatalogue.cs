using Dau.Translation.Neural.Opus;

namespace Dau.Translation.Neural.Install;

/// <summary>A file of a model that can be fetched.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Bytes">Its length, packed with gzip.</param>
/// <param name="Sha256">Of the packed file, in small hexadecimal letters.</param>
/// <param name="Name">Its name in the model's folder, unpacked.</param>
internal sealed record ModelPart(Uri Address, long Bytes, string Sha256, string Name)
{
    /// <summary>SHA-256 of the unpacked file, where it is known.</summary>
    public string? UnpackedSha256 { get; init; }

    /// <summary>Name of the packed file.</summary>
    public string PackedName => Path.GetFileName(Address.AbsolutePath);
}

/// <summary>A model that is known by address, size and hash.</summary>
/// <param name="Name">What <c>./dau models install</c> calls it.</param>
/// <param name="What">What it is, in a line.</param>
/// <param name="Licence">Under which licence it may be used.</param>
/// <param name="Parts">Its files.</param>
internal sealed record ModelEntry(string Name, string What, string Licence, IReadOnlyList<ModelPart> Parts)
{
    /// <summary>Bytes to fetch.</summary>
    public long Bytes => Parts.Sum(static p => p.Bytes);
}

/// <summary>A model that is known by its addresses alone: nobody who could fetch it has written down its hashes, so it is not fetched here.</summary>
/// <param name="Name">What <c>./dau models list</c> calls it.</param>
/// <param name="What">What it is, in a line.</param>
/// <param name="Licence">Under which licence it may be used.</param>
/// <param name="Folder">The address, with a revision, below which the files are.</param>
/// <param name="Files">Their names.</param>
internal sealed record CarriedModel(string Name, string What, string Licence, string Folder, IReadOnlyList<string> Files);

/// <summary>The models that can be fetched. Addresses name a commit, so what they give cannot change.</summary>
internal static class ModelCatalogue
{
    private const string Firefox = "https://github.com/mozilla/firefox-translations-models/raw/e7957fc407441a5e3e35bbcbf9d60d9b35764618/models/tiny/vien/";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModelEntry> All { get; } =
    [
        new ModelEntry("firefox-vi-en", "Firefox's Vietnamese–English model, tiny, 1.0", "MPL-2.0 (Mozilla)",
        [
            new ModelPart(new Uri(Firefox + "model.vien.intgemm.alphas.bin.gz"), 12_914_609, "30239a051e58cbc0f8e256b46b9234a2a59b714bb09c091897f92786942e9861", ModelFiles.Model)
            {
                UnpackedSha256 = "de4bf2b9ffb4d910e32720ec3a43655fb6f4062ce5219332f824fc1bdca7a5f4",
            },
            new ModelPart(new Uri(Firefox + "lex.50.50.vien.s2t.bin.gz"), 1_887_658, "46a1a63af1fc0828e34ee23a2b2bc3daecf8ea30681a1b21dcb2461c61d1076f", ModelFiles.Shortlist),
            new ModelPart(new Uri(Firefox + "vocab.vien.spm.gz"), 375_643, "cb532c07aeeb22e22f1319b0cff91659e7e8a8bbfd67b18f1eb513d277368474", ModelFiles.Vocabulary),
        ]),
    ];

    /// <summary>Models that the user fetches and adds.</summary>
    public static IReadOnlyList<CarriedModel> Carried { get; } =
    [
        new CarriedModel("opus-mt-vi-en", "Helsinki-NLP's OPUS-MT, exported for ONNX Runtime", "Apache-2.0",
            "https://huggingface.co/icon-it-tdtu/mt-vi-en-optimum/resolve/58e097dc804dae352bb8195e05ffb82cd89bcf23/", OpusFiles.Exported),
    ];

    /// <summary>The entry of a name.</summary>
    /// <exception cref="TranslationException">There is none, or it is not fetched; the message says what to do.</exception>
    public static ModelEntry Find(string name)
    {
        if (Carried.FirstOrDefault(entry => entry.Name == name) is { } carried)
        {
            throw new TranslationException(
                $"{name} is not fetched: the SHA-256 of its files are not known here, and nothing unknown is installed over a network. Fetch {string.Join(", ", carried.Files)} "
                + $"from {carried.Folder} into a folder of your own and give './dau models add FOLDER': it tries the model and prints the SHA-256 of its weights.");
        }

        return All.FirstOrDefault(entry => entry.Name == name)
            ?? throw new TranslationException($"There is no model '{name}' to install: choose {string.Join(", ", All.Select(static entry => entry.Name))}, or bring another with './dau models add FOLDER'.");
    }
}
