namespace Dau.Output;

/// <summary>Writes a file whole or not at all: into a neighbour first, down to the disk, then renamed over the old one.</summary>
internal static class AtomicFile
{
    private const int BufferSize = 1 << 16;
    private const int ReadOnlyFileSystem = 30; // EROFS

    /// <summary>Writes <paramref name="path"/>.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellationToken">Ends the work; the old file, if any, stays as it was.</param>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static async Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        string temporary = $"{path}.{Environment.ProcessId}.part";
        bool begun = false;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize, useAsync: false))
            {
                begun = true;
                await write(stream, cancellationToken);
                await stream.FlushAsync(cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            begun = false;
        }
        catch (Exception fault) when (Advice(fault, path) is { } advice)
        {
            throw new OutputException(advice, fault);
        }
        finally
        {
            if (begun)
            {
                Discard(temporary);
            }
        }
    }

    /// <summary>Writes a small file.</summary>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static void Write(string path, ReadOnlySpan<byte> content)
    {
        string temporary = $"{path}.{Environment.ProcessId}.part";
        bool begun = false;
        try
        {
            using (FileStream stream = File.Create(temporary))
            {
                begun = true;
                stream.Write(content);
            }

            File.Move(temporary, path, overwrite: true);
            begun = false;
        }
        catch (Exception fault) when (Advice(fault, path) is { } advice)
        {
            throw new OutputException(advice, fault);
        }
        finally
        {
            if (begun)
            {
                Discard(temporary);
            }
        }
    }

    /// <summary>Does something else to files in <paramref name="folder"/>, with the same sentences for what goes wrong.</summary>
    /// <exception cref="OutputException">The folder cannot be written to, or the disk is full.</exception>
    internal static void Guard(string folder, Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault) when (Advice(fault, folder) is { } advice)
        {
            throw new OutputException(advice, fault);
        }
    }

    /// <summary>The sentence for the user where <paramref name="fault"/> is the disk's or the folder's; null where it is something else.</summary>
    internal static string? Advice(Exception fault, string path) => fault switch
    {
        IOException io when IsDiskFull(io) => $"The disk is full: {path} was not written. Free some space and run the command again; what was read so far is kept.",
        IOException { HResult: var error } when (error & 0xFFFF) == ReadOnlyFileSystem => $"{path} is on a read-only disk. Choose another folder with --out.",
        UnauthorizedAccessException => $"{path} cannot be written: this user may not write there. Choose another folder with --out, or change its permissions.",
        IOException io => $"{path} cannot be written: {io.Message} Choose another folder with --out.",
        _ => null,
    };

    // ENOSPC 28 and EDQUOT 122 on Linux; ERROR_DISK_FULL 0x70 and ERROR_HANDLE_DISK_FULL 0x27 on Windows.
    private static bool IsDiskFull(IOException fault) => (fault.HResult & 0xFFFF) is 28 or 122 or 0x70 or 0x27;

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder has gone or is closed to us: the fault that brought us here says so already.
        }
    }
}
