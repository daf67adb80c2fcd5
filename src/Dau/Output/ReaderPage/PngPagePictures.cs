namespace Dau.Output.ReaderPage;

/// <summary>The page's own PNG file as it is.</summary>
internal sealed class PngPagePictures : IPagePictures
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
            byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(folder, page.Image), cancellationToken);
            return new PagePicture(bytes, "image/png", page.Width, page.Height);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
