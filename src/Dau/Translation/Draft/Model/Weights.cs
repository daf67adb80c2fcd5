namespace Dau.Translation.Draft.Model;

/// <summary>How much each feature counts when the decoder compares translations. Tuned on development data.</summary>
internal sealed record Weights(float[] Values)
{
    /// <summary>Names in the order of the file.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["phrase e|f", "lexical e|f", "phrase f|e", "lexical f|e", "language model", "word", "phrase", "distortion", "term"];

    /// <summary>Before tuning.</summary>
    public static Weights Default => new([0.15f, -0.05f, 0.35f, 0.2f, 0.45f, 0.2f, -0.3f, 0.27f, 0.2f]);

    public float LanguageModel => Values[4];

    public float Word => Values[5];

    public float Phrase => Values[6];

    public float Distortion => Values[7];

    public float Term => Values[8];
}
