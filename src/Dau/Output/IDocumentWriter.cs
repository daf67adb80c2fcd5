namespace Dau.Output;

/// <summary>Writes one form of a finished document into its folder, whole or not at all.</summary>
public interface IDocumentWriter
{
    /// <summary>Writes the document.</summary>
    /// <param name="document">The finished record.</param>
    /// <param name="folder">The document's folder; page pictures are already in it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    Task WriteAsync(DocumentRecord document, string folder, CancellationToken cancellationToken);
}
