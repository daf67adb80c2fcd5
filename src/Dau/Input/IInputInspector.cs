namespace Dau.Input;

/// <summary>Looks into a file and says what there is to read, page by page, without making pictures of it.</summary>
public interface IInputInspector
{
    /// <summary>Inspects one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which pages are asked for, and the limits.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InputException">The file cannot be read: the message says why and what to do.</exception>
    Task<InputFile> InspectAsync(string path, InputOptions options, CancellationToken cancellationToken);
}
