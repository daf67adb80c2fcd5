namespace Dau.ScanForge.Layout;

/// <summary>Measures that differ from office to office within what the decree allows; lengths in points.</summary>
internal sealed record LetterStyle
{
    private const float Millimetre = 72 / 25.4f;

    public float Left { get; init; } = 30 * Millimetre;

    public float Right { get; init; } = 17 * Millimetre;

    public float Top { get; init; } = 20 * Millimetre;

    public float Bottom { get; init; } = 20 * Millimetre;

    public float HeadSize { get; init; } = 13;

    public float BodySize { get; init; } = 14;

    public float SubjectSize { get; init; } = 12;

    public float ListSize { get; init; } = 11;

    /// <summary>Baseline to baseline, as a multiple of the size.</summary>
    public float Leading { get; init; } = 1.25f;

    public float ParagraphSpace { get; init; } = 5;

    public float Indent { get; init; } = 36;

    /// <summary>Whether a paragraph's first or last line may not stand alone on a page.</summary>
    public bool WidowControl { get; init; } = true;

    /// <summary>Between the words of the motto.</summary>
    public string MottoDash { get; init; } = "-";

    /// <summary>The style of an office, drawn from its seed.</summary>
    public static LetterStyle Draw(ForgeRandom random) => new()
    {
        Left = (float)random.Between(29.0, 34.0) * Millimetre,
        Right = (float)random.Between(15.0, 20.0) * Millimetre,
        Top = (float)random.Between(18.0, 23.0) * Millimetre,
        HeadSize = random.Chance(0.7) ? 13 : 12,
        BodySize = random.Chance(0.7) ? 14 : 13,
        SubjectSize = random.Chance(0.7) ? 12 : 13,
        Leading = (float)random.Between(1.16, 1.36),
        ParagraphSpace = (float)random.Between(3.0, 7.0),
        Indent = random.Chance(0.7) ? 36 : 28.35f,
        WidowControl = random.Chance(0.5),
        MottoDash = random.Chance(0.75) ? "-" : "–",
    };
}
