using System.Net;
using System.Net.Sockets;

namespace Dau.Translation.Network;

/// <summary>
/// Sends a request until it is answered well or the tries are used up: after 408, 429, 5xx and a cut connection it waits, as long as the service asks; a silent service is asked once more. Follows
/// no redirect, uses no proxy to this machine, counts what it sends, and fails with <see cref="ServiceException"/> only.
/// </summary>
internal sealed class PatientHandler : DelegatingHandler
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly ServiceOptions _options;

    public PatientHandler(ServiceOptions options)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !options.Address.IsLoopback, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(20) }) => _options = options;

    /// <summary>Bytes of the bodies sent so far, each try counted.</summary>
    public long Sent { get; private set; }

    /// <summary>A client that sends through such a handler.</summary>
    public static (HttpClient Client, PatientHandler Handler) Connect(ServiceOptions options)
    {
        var handler = new PatientHandler(options);
        return (new HttpClient(handler) { BaseAddress = options.Address, Timeout = Timeout.InfiniteTimeSpan }, handler);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.ParseAdd($"dau/{ProductInfo.Version}");
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }

        for (var attempt = 0; ; attempt++)
        {
            var (response, failure, wait) = await TryAsync(request, cancellationToken).ConfigureAwait(false);
            if (response is not null)
            {
                return response;
            }

            var passing = failure!.Status is 0 or 408 or 429 or >= 500;
            if (!passing || attempt == (failure.IsTimeout ? Math.Min(1, _options.MaxRetries) : _options.MaxRetries))
            {
                throw failure;
            }

            var delay = wait ?? _options.RetryDelay * Math.Pow(2, attempt);
            await Task.Delay(delay < LongestWait ? delay : LongestWait, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(HttpResponseMessage? Response, ServiceException? Failure, TimeSpan? Wait)> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_options.Timeout);
        Sent += request.Content?.Headers.ContentLength ?? 0;
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, patience.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(_options.LongestAnswer, patience.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return (response, null, null);
            }

            var said = await response.Content.ReadAsStringAsync(patience.Token).ConfigureAwait(false);
            var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date is { } date ? date - _options.Time.GetUtcNow() : null) : null;
            var failure = new ServiceException((int)response.StatusCode, (int)response.StatusCode is >= 300 and < 400 ? $"it points to another address ({response.Headers.Location}), which is not followed" : Shorten(said));
            response.Dispose();
            return (null, failure, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            return (null, new ServiceException(0, $"no answer came in {_options.Timeout.TotalSeconds:0} seconds", e) { IsTimeout = true }, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            response?.Dispose();
            return (null, new ServiceException(0, e.Message.TrimEnd('.'), e), null);
        }
    }

    private static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 200 ? line : line[..200] + "…";
    }
}
