using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dau.Tests.Translation;

/// <summary>A local server that speaks the documented contract of Azure Translator's translate operation, and can be told to fail.</summary>
internal sealed class AzureStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AzureStandIn(WebApplication app) => _app = app;

    /// <summary>What to do with the requests to come, one each; after the last they are answered well.</summary>
    public Queue<Func<HttpContext, Task>> Faults { get; } = new();

    /// <summary>The texts of each request that was well formed.</summary>
    public List<IReadOnlyList<string>> Requests { get; } = [];

    /// <summary>The headers of the last request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a request must ask for.</summary>
    public string Query { get; set; } = "?api-version=3.0&from=vi&to=en&includeAlignment=true";

    /// <summary>How many requests came, failed ones included.</summary>
    public int Count { get; private set; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<AzureStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new AzureStandIn(app);
        app.MapPost("/translate", server.Answer);
        await app.StartAsync();
        return server;
    }

    /// <summary>A refusal in the service's form.</summary>
    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsJsonAsync(new { error = new { code = status * 1000, message = "refused" } });
    };

    /// <summary>A connection that breaks off.</summary>
    public static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        Count++;
        Headers.Clear();
        foreach (var header in context.Request.Headers)
        {
            Headers[header.Key] = header.Value.ToString();
        }

        if (Faults.TryDequeue(out var fault))
        {
            await fault(context);
            return;
        }

        Assert.Equal(Query, context.Request.QueryString.Value);
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        string[] texts = [.. body.RootElement.EnumerateArray().Select(static e => e.GetProperty("Text").GetString()!)];
        if (texts.Length > 1000 || texts.Sum(static t => t.Length) > 50_000)
        {
            await Status(400)(context);
            return;
        }

        Requests.Add(texts);
        await context.Response.WriteAsJsonAsync(texts.Select(static t => new
        {
            translations = new[] { new { text = "EN " + t, to = "en", alignment = new { proj = $"0:{t.Length - 1}-3:{t.Length + 2}" } } },
        }));
    }
}
