namespace Dau.Segmentation;

/// <summary>A block before it has its number.</summary>
/// <param name="Section">The part of the letter.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Segments">Its segments, in reading order.</param>
/// <param name="Level">Depth of a heading or list item, from 1.</param>
internal sealed record DraftBlock(Section Section, BlockKind Kind, IReadOnlyList<DraftSegment> Segments, int? Level = null)
{
    /// <summary>A block whose lines are a segment each.</summary>
    internal static DraftBlock OfLines(Section section, BlockKind kind, IEnumerable<TextLine> lines) =>
        new(section, kind, [.. lines.Select(static l => new DraftSegment(l.Tokens))]);

    /// <summary>A block of one segment that runs over all the lines.</summary>
    internal static DraftBlock OfOne(Section section, BlockKind kind, IEnumerable<TextLine> lines) =>
        new(section, kind, [new DraftSegment([.. lines.SelectMany(static l => l.Tokens)])]);

    internal IEnumerable<Token> Tokens => Segments.SelectMany(static s => s.Tokens);
}

/// <summary>A segment before it has its number.</summary>
/// <param name="Tokens">Its words, in reading order.</param>
/// <param name="Cell">Its place in a table.</param>
internal sealed record DraftSegment(IReadOnlyList<Token> Tokens, CellPlace? Cell = null);
