namespace Dau.Segmentation;

/// <summary>A word on its way into a block. Two tokens are never the same word, so that each word can be placed exactly once.</summary>
internal sealed class Token(Word word, int page)
{
    /// <summary>The word.</summary>
    internal Word Word { get; } = word;

    /// <summary>Its page's place in the list of pages, from 0.</summary>
    internal int Page { get; } = page;

    /// <summary>Where it stands on the straightened page, px; the picture's box where the recogniser gave no other.</summary>
    internal PixelBox Place { get; } = word.Layout.IsEmpty ? word.Box : word.Layout;

    /// <summary>Its text after correction.</summary>
    internal string Text => Word.Source;
}
