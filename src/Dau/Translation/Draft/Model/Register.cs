namespace Dau.Translation.Draft.Model;

/// <summary>Tells official text from other text by its words: each has a logarithm of how much more often it stands in official text.</summary>
internal sealed class Register
{
    /// <summary>Steps of the file to the natural logarithm of 1.</summary>
    public const float Steps = 16;

    // What is read is official text more often than not, and a line of three words says little.
    private const float Prior = 3;

    private readonly Vocabulary _words;
    private readonly Column<byte> _ratios; // 128 for words that are as frequent in both

    private Register(Vocabulary words, Column<byte> ratios) => (_words, _ratios) = (words, ratios);

    /// <summary>Reads its part of the file: a byte for each word.</summary>
    public static Register Read(TableReader reader, Vocabulary words)
    {
        var ratios = new Column<byte>(words.Count);
        reader.Copy(ratios.Span);
        return new Register(words, ratios);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static Register Load(UnpackedReader reader, Vocabulary words) => new(words, reader.Column<byte>());

    public void Save(UnpackedWriter writer) => writer.Write(_ratios.Span);

    /// <summary>A logarithm as a byte of the file.</summary>
    public static byte Quantise(double logarithm) => (byte)Math.Clamp(Math.Round(128 + (logarithm * Steps)), 0, 255);

    /// <summary>Whether a text is official rather than news or talk.</summary>
    public bool IsOfficial(IReadOnlyList<SourceToken> tokens) => Score(tokens) > 0;

    /// <summary>How much more likely a text is among official ones, as a natural logarithm.</summary>
    public float Score(IReadOnlyList<SourceToken> tokens)
    {
        var total = Prior;
        foreach (var token in tokens)
        {
            if (token.Lock is null && _words.Find(token.Key) is >= 0 and var word)
            {
                total += (_ratios[word] - 128) / Steps;
            }
        }

        return total;
    }
}
