using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Dau.Translation.Azure;

/// <summary>
/// The translate operation of Azure Translator's REST interface, version 3.0. Named after the client of Azure's own library, which can take its place.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/v3/translate</remarks>
internal sealed class TextTranslationClient
{
    private readonly HttpPipeline _pipeline;
    private readonly AzureOptions _options;
    private readonly Uri _address;

    public TextTranslationClient(AzureOptions options)
    {
        _options = options;
        var client = new Options
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = options.MaxRetries,
                Delay = options.RetryDelay,
                MaxDelay = TimeSpan.FromSeconds(60),
                NetworkTimeout = options.Timeout,
            },
            Diagnostics = { IsLoggingEnabled = false, IsTelemetryEnabled = false, IsDistributedTracingEnabled = false },
        };
        _pipeline = HttpPipelineBuilder.Build(client, new CredentialPolicy(options));

        // A resource's own host has the operation below another path than the global one.
        var own = options.Endpoint.Host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase) && options.Endpoint.AbsolutePath == "/";
        _address = new Uri($"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/{(own ? "translator/text/v3.0/" : "")}translate?api-version=3.0&from=vi&to=en&includeAlignment=true{(options.Category is { } category ? "&category=" + Uri.EscapeDataString(category) : "")}");
    }

    /// <summary>Where the text goes, without key.</summary>
    public string Host => _options.Endpoint.GetLeftPart(UriPartial.Authority);

    /// <summary>The body of a request for these texts.</summary>
    public static byte[] Body(IEnumerable<string> texts)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var text in texts)
            {
                writer.WriteStartObject();
                writer.WriteString("Text", text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return stream.ToArray();
    }

    /// <summary>Translates the texts of a body, in their order.</summary>
    /// <exception cref="RequestFailedException">The service refused or could not be reached, after all tries.</exception>
    public async Task<IReadOnlyList<TranslatedTextItem>> TranslateAsync(byte[] body, int count, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_address);
        message.Request.Headers.Add("Content-Type", "application/json; charset=UTF-8");
        message.Request.Content = RequestContent.Create(body);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (message.Response.Status != 200)
        {
            throw new RequestFailedException(message.Response);
        }

        try
        {
            var items = TranslatedTextItem.ReadAll(message.Response.Content);
            return items.Count == count ? items : throw new RequestFailedException(200, $"The service answered with {items.Count} translations for {count} texts.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new RequestFailedException(200, "The service's answer is not what its documentation says.", e);
        }
    }

    private sealed class Options : ClientOptions;

    private sealed class CredentialPolicy(AzureOptions options) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (options.Token is { } token)
            {
                message.Request.Headers.SetValue("Authorization", "Bearer " + token);
            }
            else
            {
                message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", options.Key!);
            }

            if (options.Region is { } region)
            {
                message.Request.Headers.SetValue("Ocp-Apim-Subscription-Region", region);
            }

            if (options.ResourceId is { } id)
            {
                message.Request.Headers.SetValue("Ocp-Apim-ResourceId", id);
            }
        }
    }
}
