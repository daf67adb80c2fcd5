using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Dau.Translation.Neural.Install;

/// <summary>How far a download is.</summary>
/// <param name="File">The file.</param>
/// <param name="Done">Bytes that are there.</param>
/// <param name="Total">Bytes in all.</param>
internal readonly record struct DownloadProgress(string File, long Done, long Total);

/// <summary>Fetches the files of a model. What an earlier try left is gone on from; nothing is kept whose hash is not the known one.</summary>
internal sealed class ModelDownload(HttpClient client)
{
    /// <summary>Longest silence of the server.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries for a file, each going on where the last one ended.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>Wait before the next try.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Fetches a file into a folder, packed as it is.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="TranslationException">It cannot be had, or is not what it should be; the message says what to do.</exception>
    public async Task<string> FetchAsync(ModelPart part, string folder, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var whole = Path.Combine(folder, part.PackedName);
        if (File.Exists(whole) && await IsRightAsync(whole, part, cancellationToken).ConfigureAwait(false))
        {
            return whole;
        }

        var partial = whole + ".part";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await GoOnAsync(part, partial, progress, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (Exception e) when (IsPassing(e, cancellationToken) && attempt < Tries)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                throw new TranslationException(
                    IsFull(e) ? $"There is not enough room in {folder} for {part.PackedName} ({part.Bytes / 1e6:0.0} MB)."
                        : $"{part.PackedName} could not be fetched from {part.Address.Host}: {e.Message.TrimEnd('.')}. Give the same command again to go on where it stopped, or bring the files on a stick and use './dau models add FOLDER'.",
                    e);
            }
        }

        if (!await IsRightAsync(partial, part, cancellationToken).ConfigureAwait(false))
        {
            File.Delete(partial);
            throw new TranslationException($"What {part.Address.Host} gave for {part.PackedName} is not the known file (its size or SHA-256 differs). It was deleted and nothing was installed.");
        }

        File.Move(partial, whole, overwrite: true);
        return whole;
    }

    /// <summary>Whether a file has the size and hash of a part.</summary>
    public static async Task<bool> IsRightAsync(string path, ModelPart part, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            return file.Length == part.Bytes && Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false)) == part.Sha256;
        }
    }

    private async Task GoOnAsync(ModelPart part, string partial, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var have = File.Exists(partial) ? new FileInfo(partial).Length : 0;
        if (have == part.Bytes)
        {
            return;
        }

        if (have > part.Bytes)
        {
            File.Delete(partial);
            have = 0;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, part.Address);
        if (have > 0)
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
        }

        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(Patience);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();

            // A server that knows no ranges sends all of it again.
            if (response.StatusCode != HttpStatusCode.PartialContent || response.Content.Headers.ContentRange?.From != have)
            {
                have = 0;
            }

            var body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            var file = new FileStream(partial, have == 0 ? FileMode.Create : FileMode.Append, FileAccess.Write);
            await using (body.ConfigureAwait(false))
            await using (file.ConfigureAwait(false))
            {
                var buffer = new byte[1 << 16];
                while (have <= part.Bytes)
                {
                    silence.CancelAfter(Patience);
                    var count = await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
                    if (count == 0)
                    {
                        break;
                    }

                    await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                    have += count;
                    progress?.Report(new DownloadProgress(part.PackedName, have, part.Bytes));
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The server was silent for {Patience.TotalSeconds:0} seconds.");
        }

        if (have < part.Bytes)
        {
            throw new IOException($"The connection ended after {have} of {part.Bytes} bytes.");
        }
    }

    private static bool IsPassing(Exception e, CancellationToken cancellationToken) => !cancellationToken.IsCancellationRequested && e switch
    {
        HttpRequestException { StatusCode: { } status } => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500,
        HttpRequestException or TimeoutException => true,
        IOException => !IsFull(e),
        _ => false,
    };

    // ENOSPC, and Windows' two numbers for the same.
    private static bool IsFull(Exception e) => e is IOException && (e.HResult & 0xFFFF) is 28 or 0x70 or 0x27;
}
