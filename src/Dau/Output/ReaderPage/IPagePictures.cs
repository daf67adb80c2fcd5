namespace Dau.Output.ReaderPage;

/// <summary>Supplies the pictures of pages that the reader page shows: the scan itself, or a smaller form of it.</summary>
public interface IPagePictures
{
    /// <summary>The picture of one page.</summary>
    /// <param name="page">The page; its <see cref="Page.Image"/> is not null.</param>
    /// <param name="folder">The document's folder, which <see cref="Page.Image"/> is relative to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The picture; null where there is none any more. It shows the whole page, upright; only its size in pixels may differ.</returns>
    Task<PagePicture?> GetAsync(Page page, string folder, CancellationToken cancellationToken);
}

/// <summary>A picture to be embedded.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
/// <param name="Width">Width of the page it shows, px of <see cref="Page.Width"/>.</param>
/// <param name="Height">Height of the page it shows, px of <see cref="Page.Height"/>.</param>
public sealed record PagePicture(ReadOnlyMemory<byte> Bytes, string MediaType, int Width, int Height);
