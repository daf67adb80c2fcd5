using Dau.Output.ReaderPage;

namespace Dau.Output;

/// <summary>Replaces what a document's folder holds with a new record: all of it, or nothing where something goes wrong on the way.</summary>
internal static class DocumentRewriter
{
    private const string StagingFolder = ".rewriting";

    /// <summary>Writes the document and its reader page. The pictures of the page are those of the earlier one.</summary>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full; the files in it are as they were.</exception>
    internal static async Task WriteAsync(DocumentRecord document, string folder, CancellationToken cancellationToken)
    {
        string staging = Path.Combine(folder, StagingFolder);
        try
        {
            string[] files = [ReaderPageWriter.FileName, DocumentJson.FileName];
            foreach (IDocumentWriter writer in new IDocumentWriter[] { new ReaderPageWriter(new EarlierPagePictures(folder)), new DocumentJsonWriter() })
            {
                await writer.WriteAsync(document, staging, cancellationToken).ConfigureAwait(false);
            }

            // Both are on the disk: what is left is two renames.
            AtomicFile.Guard(folder, () => Array.ForEach(files, file => File.Move(Path.Combine(staging, file), Path.Combine(folder, file), overwrite: true)));
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                AtomicFile.Guard(folder, () => Directory.Delete(staging, recursive: true));
            }
        }
    }
}
