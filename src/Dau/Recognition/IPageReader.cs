using Dau.Input;

namespace Dau.Recognition;

/// <summary>Makes a picture of a page, cleans it and reads its words. A page that cannot be read comes back as failed; it is never an exception.</summary>
public interface IPageReader
{
    /// <summary>Reads one page. May be called for many pages at once; the reader decides how many run at the same time.</summary>
    /// <param name="file">The file.</param>
    /// <param name="page">The page, one of <see cref="InputFile.Pages"/>.</param>
    /// <param name="input">The limits that inspection used, and the password.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<PageReading> ReadAsync(InputFile file, InputPage page, InputOptions input, RecognitionOptions options, CancellationToken cancellationToken);
}

/// <summary>A page that was read, and its picture.</summary>
/// <param name="Page">The page; <see cref="Page.Image"/> is still null. Word boxes are in pixels of the picture, which stands upright.</param>
/// <param name="Png">The picture as a PNG file; empty where there is none.</param>
/// <param name="Preview">The same picture as a smaller JPEG file, for showing; empty where the PNG is small already.</param>
public sealed record PageReading(Page Page, ReadOnlyMemory<byte> Png, ReadOnlyMemory<byte> Preview = default);
