using System.Text;

namespace Dau.Output;

/// <summary>Files that are written whole or not at all, and one place that says in a sentence why writing failed.</summary>
internal static class OutputFile
{
    private const int NoSpaceLeft = 28; // errno ENOSPC
    private const int QuotaExceeded = 122; // errno EDQUOT
    private const int ReadOnlyFileSystem = 30; // errno EROFS

    /// <summary>Writes a file: first beside its place, then moved there.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string draft = path + ".part";
        try
        {
            using (FileStream stream = File.Create(draft))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: false);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            TryDelete(draft);
            throw;
        }
    }

    /// <summary>Writes a text file as UTF-8 without a byte order mark.</summary>
    public static void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file that does not fit in memory, through a stream.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        string draft = path + ".part";
        try
        {
            FileStream stream = File.Create(draft);
            await using (stream.ConfigureAwait(false))
            {
                await write(stream).ConfigureAwait(false);
                await stream.FlushAsync().ConfigureAwait(false);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            TryDelete(draft);
            throw;
        }
    }

    /// <summary>Runs an action on files in <paramref name="folder"/> and turns what goes wrong into a sentence.</summary>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    public static void Guard(string folder, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Explain(folder, e);
        }
    }

    /// <inheritdoc cref="Guard"/>
    public static async Task GuardAsync(string folder, Func<Task> action)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Explain(folder, e);
        }
    }

    private static OutputException Explain(string folder, Exception e) => (e.HResult & 0xFFFF) switch
    {
        NoSpaceLeft or QuotaExceeded => new OutputException(
            $"The disk that holds '{folder}' is full. What was read so far is kept: make room and give the same command again to go on.", e),
        ReadOnlyFileSystem => new OutputException($"'{folder}' is on a read-only disk. Choose another folder with --out.", e),
        _ when e is UnauthorizedAccessException => new OutputException($"'{folder}' may not be written to. Choose another folder with --out, or change its rights.", e),
        _ => new OutputException($"'{folder}' cannot be written to: {e.Message}", e),
    };

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What went wrong first is what the user needs to hear.
        }
    }
}
