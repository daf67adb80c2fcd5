namespace Dau.Output;

/// <summary>Writes <c>document.json</c>.</summary>
internal sealed class DocumentJsonWriter : IDocumentWriter
{
    /// <inheritdoc />
    public Task WriteAsync(DocumentRecord document, string folder, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(Path.Combine(folder, DocumentJson.FileName), (stream, token) => DocumentJson.WriteAsync(document, stream, token), cancellationToken);
}
