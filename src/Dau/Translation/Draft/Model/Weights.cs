namespace Dau.Translation.Draft.Model;

/// <summary>How much each feature counts when the decoder compares translations. Tuned on development data.</summary>
internal sealed record Weights(float[] Values)
{
    /// <summary>Names in the order of the file.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["phrase e|f", "lexical e|f", "phrase f|e", "lexical f|e", "language model", "word", "phrase", "distortion", "term", "order"];

    /// <summary>Their length in the file.</summary>
    public static int Bytes => Names.Count * sizeof(float);

    /// <summary>What the last tuning found; where the next one starts.</summary>
    public static Weights Default => new([0.05f, 0.1f, 0.45f, 0.2f, 0.45f, 0.45f, -0.2f, 0.1f, 0.1f, 0.2f]);

    public float LanguageModel => Values[4];

    public float Word => Values[5];

    public float Phrase => Values[6];

    public float Distortion => Values[7];

    public float Term => Values[8];

    public float Order => Values[9];
}
