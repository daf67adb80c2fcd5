namespace Dau.Translation.Neural.Opus;

/// <summary>Names of the files of a model that Hugging Face's optimum exported: those that a folder of such a model has.</summary>
internal static class OpusFiles
{
    public const string Encoder = "encoder_model.onnx";
    public const string First = "decoder_model.onnx";
    public const string Next = "decoder_with_past_model.onnx";
    public const string Merged = "decoder_model_merged.onnx";
    public const string SourcePieces = "source.spm";
    public const string TargetPieces = "target.spm";
    public const string Vocabulary = "vocab.json";
    public const string Configuration = "config.json";

    // Weights in 8 bits go by these names in some collections.
    private static readonly string[] Dresses = ["", "_quantized", "_int8"];

    /// <summary>Every file of a model with its weights last; of the decoders either the merged one or the first (better with the next) is enough.</summary>
    public static IReadOnlyList<string> All { get; } = [Configuration, Vocabulary, SourcePieces, TargetPieces, Encoder, First, Next, Merged];

    /// <summary>The files that an export has, without the merged decoder, which is the other two once more.</summary>
    public static IReadOnlyList<string> Exported { get; } = [.. All.Where(static name => name != Merged)];

    /// <summary>The files with weights that lie in a folder.</summary>
    public static IEnumerable<string> Weights(string folder) => All.Where(static name => name.EndsWith(".onnx", StringComparison.Ordinal)).Select(name => Path.Combine(folder, name)).Where(File.Exists);

    /// <summary>Whether a folder has what a model needs; its contents are not looked at.</summary>
    public static bool AreIn(string folder) => Has(folder, Configuration) && Has(folder, Vocabulary) && Has(folder, SourcePieces) && Has(folder, Encoder) && (Has(folder, First) || Has(folder, Merged));

    /// <summary>A model's files in a folder as it was exported or fetched, each with the name that it gets; empty where something is missing.</summary>
    public static IReadOnlyList<(string From, string Name)> Find(string folder)
    {
        var found = All.Select(name => (From: Locate(folder, name), Name: name)).Where(static f => f.From is not null).Select(static f => (f.From!, f.Name)).ToList();
        bool Found(string name) => found.Exists(f => f.Name == name);
        return Found(Configuration) && Found(Vocabulary) && Found(SourcePieces) && Found(Encoder) && (Found(First) || Found(Merged)) ? found : [];
    }

    private static string? Locate(string folder, string name) =>
        Dresses.SelectMany(dress => new[] { "", "onnx" }.Select(inner => Path.Combine(folder, inner, name.Replace(".onnx", $"{dress}.onnx", StringComparison.Ordinal)))).FirstOrDefault(File.Exists);

    private static bool Has(string folder, string name) => File.Exists(Path.Combine(folder, name));
}
