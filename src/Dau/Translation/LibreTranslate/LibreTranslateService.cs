using System.Net.Http.Json;
using System.Text.Json;
using Dau.Translation.Network;

namespace Dau.Translation.LibreTranslate;

/// <summary>A LibreTranslate of the user's own.</summary>
/// <remarks>https://docs.libretranslate.com/api/operations/translate/</remarks>
internal sealed class LibreTranslateService : ITextService
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "libreTranslate";

    /// <summary>Variable with the address.</summary>
    public const string UrlVariable = "LIBRETRANSLATE_URL";

    /// <summary>Variable with the key; most servers of one's own want none.</summary>
    public const string ApiKeyVariable = "LIBRETRANSLATE_API_KEY";

    // Below the server's usual limits for one request.
    private const int MostTexts = 25, MostCharacters = 4000;

    private readonly ServiceOptions _options;
    private readonly HttpClient _client;
    private readonly PatientHandler _handler;

    public LibreTranslateService(ServiceOptions options) => (_options, (_client, _handler)) = (options, PatientHandler.Connect(options));

    public string Engine => EngineName;

    public string Title => "LibreTranslate";

    public string Host => _options.Address.GetLeftPart(UriPartial.Authority);

    public string AddressVariable => UrlVariable;

    public string KeyVariable => ApiKeyVariable;

    public long Sent => _handler.Sent;

    public double Quality => 0.6;

    /// <summary>Reads the environment.</summary>
    /// <exception cref="TranslationException">The address cannot be used, or not without leave.</exception>
    public static ServiceOptions Options(Func<string, string?> variable, bool allowNetwork)
    {
        var address = ServiceAddress.Parse(UrlVariable, variable(UrlVariable) is { Length: > 0 } value ? value
            : throw new TranslationException($"LibreTranslate needs an address: set {UrlVariable}, for example to http://127.0.0.1:5000 where it runs on this machine."));
        ServiceAddress.Check(EngineName, address, allowNetwork);
        return new ServiceOptions { Address = address, Key = variable(ApiKeyVariable) is { Length: > 0 } key ? key : null };
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var languages = await AskAsync(new HttpRequestMessage(HttpMethod.Get, "languages"), cancellationToken).ConfigureAwait(false);
        if (languages.ValueKind != JsonValueKind.Array)
        {
            throw new ServiceException(200, "its list of languages is no list");
        }

        if (!languages.EnumerateArray().Any(static l => Text(l, "code") == "vi" && (!l.TryGetProperty("targets", out var targets) || targets.ValueKind != JsonValueKind.Array
            || targets.EnumerateArray().Any(static t => t.ValueKind == JsonValueKind.String && t.GetString() == "en"))))
        {
            throw new TranslationException($"LibreTranslate at {Host} has no model from Vietnamese to English: add one to that server, or use the offline engine with --translator draft.");
        }
    }

    public IReadOnlyList<IReadOnlyList<int>> Cut(IReadOnlyList<SegmentSource> segments)
    {
        var batches = new List<List<int>>();
        var characters = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(segments[i].Text))
            {
                continue;
            }

            if (batches.Count == 0 || batches[^1].Count == MostTexts || characters + segments[i].Text.Length > MostCharacters)
            {
                batches.Add([]);
                characters = 0;
            }

            batches[^1].Add(i);
            characters += segments[i].Text.Length;
        }

        return batches;
    }

    public async Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<SegmentSource> segments, IReadOnlyList<int> batch, CancellationToken cancellationToken)
    {
        var body = new Dictionary<string, object> { ["q"] = batch.Select(i => segments[i].Text).ToArray(), ["source"] = "vi", ["target"] = "en", ["format"] = "text" };
        if (_options.Key is { } key)
        {
            body["api_key"] = key;
        }

        var answer = await AskAsync(new HttpRequestMessage(HttpMethod.Post, "translate") { Content = JsonContent.Create(body) }, cancellationToken).ConfigureAwait(false);
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("translatedText", out var texts) || texts.ValueKind != JsonValueKind.Array
            || texts.EnumerateArray().Any(static t => t.ValueKind != JsonValueKind.String))
        {
            throw new ServiceException(200, "there are no translations in it");
        }

        return texts.GetArrayLength() == batch.Count
            ? [.. texts.EnumerateArray().Select(static t => t.GetString()!.Trim())]
            : throw new ServiceException(200, $"{texts.GetArrayLength()} translations for {batch.Count} texts");
    }

    private async Task<JsonElement> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        using (var response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
            {
                throw new ServiceException(200, "it is no JSON", e);
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
