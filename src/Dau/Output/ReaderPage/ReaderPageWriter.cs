
namespace Dau.Output.ReaderPage;

/// <summary>
/// Writes <c>reader.html</c>: one file that holds scan, Vietnamese and English and needs nothing else. It is written page by page, so that a long document's
/// pictures are never in memory together. Its content policy allows its own style and script, by their hashes, and embedded pictures; nothing else can run or load.
/// </summary>
/// <param name="pictures">Supplies the pages' pictures; null for the PNG files in the document's folder.</param>
internal sealed class ReaderPageWriter(IPagePictures? pictures = null) : IDocumentWriter
{
    /// <summary>Name of the file in a document's folder.</summary>
    internal const string FileName = "reader.html";

    private readonly IPagePictures pictures = pictures ?? new StoredPagePictures();

    /// <inheritdoc />
    public Task WriteAsync(DocumentRecord document, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return AtomicFile.WriteAsync(Path.Combine(folder, FileName), (stream, token) => WriteAsync(document, folder, stream, token), cancellationToken);
    }

    private async Task WriteAsync(DocumentRecord document, string folder, Stream stream, CancellationToken cancellationToken)
    {
        var html = new HtmlWriter(stream);
        var lookup = new Lookup(document);
        var section = new PageSection(lookup, html, pictures, folder);
        await PageTemplate.WriteAsync("reader", html, gap => gap switch
        {
            "title" => Now(() => html.Text(document.Facts.Number is { } number ? $"{number} · {document.Source.FileName}" : document.Source.FileName)),
            "file" => Now(() => html.Text(document.Source.FileName)),
            "last" => Now(() => html.Number(document.Pages.Count == 0 ? 0 : document.Pages[^1].Number)),
            "facts" => Now(() =>
            {
                new FactsPanel(lookup, html).Write();
                Review.Write(lookup, html);
            }),
            "pages" => PagesAsync(),
            "pictures" => PicturesAsync(),
            "foot" => Now(() => Foot.Write(lookup, html)),
            _ => throw new InvalidOperationException($"The page's frame names {gap}, which nothing writes."),
        });
        await html.FlushAsync(cancellationToken);

        async Task PagesAsync()
        {
            foreach (Page page in document.Pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await section.WriteAsync(page, cancellationToken);
            }
        }

        async Task PicturesAsync()
        {
            foreach (Page page in document.Pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await section.WritePictureAsync(page, cancellationToken);
            }
        }
    }

    private static Task Now(Action write)
    {
        write();
        return Task.CompletedTask;
    }
}
