namespace Dau.Facts;

/// <summary>Reads off the blocks what a letter says about itself.</summary>
public interface IFactReader
{
    /// <summary>Reads the facts of one document.</summary>
    /// <param name="blocks">Its blocks, in reading order.</param>
    /// <param name="pages">Its pages, for the words' confidence and the marks on them.</param>
    DocumentFacts Read(IReadOnlyList<Block> blocks, IReadOnlyList<Page> pages);
}
