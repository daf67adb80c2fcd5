namespace Dau.Translation.Draft.Model;

/// <summary>How much each feature counts when the decoder compares translations. Tuned on development data.</summary>
internal sealed record Weights(float[] Values)
{
    /// <summary>Names in the order of the file; the first ones are the scores of <see cref="PhraseTable"/>, the last ones its orders.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "phrase e|f", "lexical e|f", "phrase f|e", "lexical f|e", "official e|f", "general e|f", "seen once", "seen twice", "dictionary only",
        "official language", "general language", "word", "phrase", "distortion", "term",
        "before in order", "before swapped", "before elsewhere", "after in order", "after swapped", "after elsewhere",
    ];

    /// <summary>Where the orders start.</summary>
    public const int Orders = 15;

    /// <summary>Their length in the file.</summary>
    public static int Bytes => Names.Count * sizeof(float);

    /// <summary>What the last tuning found for text of the register; where the next one starts.</summary>
    public static Weights UsualOfficial => new(
    [
        0.220f, 0.005f, 0.748f, 0.290f, 0.180f, -0.084f, -0.103f, 0.008f, 0.003f,
        0.510f, 0.242f, 0.555f, -0.074f, 0.147f, 0.086f, 0.203f, 0.175f, 0.350f, 0.168f, 0.255f, 0.308f,
    ]);

    /// <summary>The same for other text.</summary>
    public static Weights UsualGeneral => new(
    [
        0.090f, 0.111f, 0.427f, 0.219f, -0.060f, 0.195f, -0.031f, 0.009f, 0,
        0.259f, 0.263f, 0.475f, -0.123f, 0.176f, 0.078f, 0.238f, 0.180f, 0.266f, 0.247f, 0.163f, 0.266f,
    ]);

    /// <summary>Whether a weight can only be positive: language models, jumps, orders. The decoder's bounds rely on it.</summary>
    public static bool IsPositive(int which) => which is 9 or 10 or 13 or >= Orders;

    public float SeenOnce => Values[6];

    public float SeenTwice => Values[7];

    public float DictionaryOnly => Values[8];

    public float OfficialLanguage => Values[9];

    public float GeneralLanguage => Values[10];

    public float Word => Values[11];

    public float Phrase => Values[12];

    public float Distortion => Values[13];

    public float Term => Values[14];
}
