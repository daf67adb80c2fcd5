namespace Dau.Segmentation;

/// <summary>Takes a document apart: which words form which block, what each block is, and in what order they are read.</summary>
public interface ISegmenter
{
    /// <summary>Segments one document. Every word of every page is in exactly one segment.</summary>
    /// <returns>Blocks in reading order, with segments that have no translation yet.</returns>
    IReadOnlyList<Block> Segment(IReadOnlyList<Page> pages);
}
