namespace Dau.Output.ReaderPage;

/// <summary>The pictures in the document's folder: the smaller one that reading left there, else the page's own PNG file.</summary>
internal sealed class StoredPagePictures : IPagePictures
{
    /// <inheritdoc />
    public async Task<PagePicture?> GetAsync(Page page, string folder, CancellationToken cancellationToken)
    {
        if (page.Image is null)
        {
            return null;
        }

        try
        {
            string preview = PageStore.PreviewPath(folder, page.Number);
            return File.Exists(preview)
                ? new PagePicture(await File.ReadAllBytesAsync(preview, cancellationToken), "image/jpeg", page.Width, page.Height)
                : new PagePicture(await File.ReadAllBytesAsync(Path.Combine(folder, page.Image), cancellationToken), "image/png", page.Width, page.Height);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
