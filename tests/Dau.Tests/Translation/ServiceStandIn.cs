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

/// <summary>A local server that speaks as LibreTranslate, Ollama and OpenAI do, as far as Dấu asks them, and can be told to fail.</summary>
internal sealed class ServiceStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<string, string> _translate;

    private ServiceStandIn(WebApplication app, Func<string, string> translate) => (_app, _translate) = (app, translate);

    /// <summary>What to do with the requests to come that carry text, one each; after the last they are answered well.</summary>
    public Queue<Func<HttpContext, Task>> Faults { get; } = new();

    /// <summary>Bodies of the requests that carried text, failed ones included.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>Headers of the last request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What LibreTranslate says it can.</summary>
    public string Languages { get; set; } = """[{"code":"vi","name":"Vietnamese","targets":["en","vi"]}]""";

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    public static async Task<ServiceStandIn> StartAsync(Func<string, string> translate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static k => k.Listen(IPAddress.Loopback, 0));
        var server = new ServiceStandIn(builder.Build(), translate);
        server._app.MapGet("/languages", context => context.Response.WriteAsync(server.Languages));
        server._app.MapPost("/translate", context => server.AnswerAsync(context, server.Libre));
        server._app.MapPost("/api/chat", context => server.AnswerAsync(context, server.Ollama));
        server._app.MapPost("/v1/chat/completions", context => server.AnswerAsync(context, server.OpenAi));
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A refusal.</summary>
    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null, string? location = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        if (location is not null)
        {
            context.Response.Headers.Location = location;
        }

        await context.Response.WriteAsync("""{"error":"refused here"}""");
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<JsonElement, object> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Bodies.Add(body);
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

        using var document = JsonDocument.Parse(body);
        await context.Response.WriteAsJsonAsync(answer(document.RootElement));
    }

    private object Libre(JsonElement body)
    {
        Assert.Equal(("vi", "en", "text"), (body.GetProperty("source").GetString(), body.GetProperty("target").GetString(), body.GetProperty("format").GetString()));
        return new { translatedText = body.GetProperty("q").EnumerateArray().Select(q => _translate(q.GetString()!)).ToArray() };
    }

    private object Ollama(JsonElement body) => new
    {
        model = body.GetProperty("model").GetString(), created_at = "2026-01-02T03:04:05Z", message = new { role = "assistant", content = Say(body) }, done = true, done_reason = "stop",
    };

    private object OpenAi(JsonElement body) => new
    {
        id = "x", @object = "chat.completion", created = 1, model = body.GetProperty("model").GetString(),
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = Say(body) } } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    };

    // The text between the marks of the last message.
    private string Say(JsonElement body)
    {
        var content = body.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        var question = content.ValueKind == JsonValueKind.Array ? content[0].GetProperty("text").GetString()! : content.GetString()!;
        var start = question.IndexOf("<text>", StringComparison.Ordinal) + "<text>".Length;
        return _translate(question[start..question.IndexOf("</text>", StringComparison.Ordinal)]);
    }
}
