namespace Dau.Translation.Neural;

/// <summary>Names of the files of a model in its folder.</summary>
internal static class ModelFiles
{
    /// <summary>Weights in Marian's binary container.</summary>
    public const string Model = "model.bin";

    /// <summary>The SentencePiece vocabulary of both languages.</summary>
    public const string Vocabulary = "vocab.spm";

    /// <summary>The shortlist of pieces; may be absent.</summary>
    public const string Shortlist = "lex.bin";
}
