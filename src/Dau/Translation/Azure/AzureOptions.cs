namespace Dau.Translation.Azure;

/// <summary>How the Azure Translator service is reached. Read from the environment, never from the command line, where others could see a key.</summary>
internal sealed record AzureOptions
{
    /// <summary>Variable with the resource's key.</summary>
    public const string KeyVariable = "AZURE_TRANSLATOR_KEY";

    /// <summary>Variable with the resource's region, for example <c>westeurope</c>; needed with the key of a regional resource.</summary>
    public const string RegionVariable = "AZURE_TRANSLATOR_REGION";

    /// <summary>Variable with the endpoint; the global one where it is not set.</summary>
    public const string EndpointVariable = "AZURE_TRANSLATOR_ENDPOINT";

    /// <summary>Variable with an access token of Microsoft Entra ID, in place of a key.</summary>
    public const string TokenVariable = "AZURE_TRANSLATOR_TOKEN";

    /// <summary>Variable with the resource's Azure id, needed with a token at the global endpoint.</summary>
    public const string ResourceIdVariable = "AZURE_TRANSLATOR_RESOURCE_ID";

    /// <summary>Variable with the category of a custom model; the general one where it is not set.</summary>
    public const string CategoryVariable = "AZURE_TRANSLATOR_CATEGORY";

    /// <summary>The service's address.</summary>
    public Uri Endpoint { get; init; } = new("https://api.cognitive.microsofttranslator.com");

    /// <summary>The resource's key; null where a token is used.</summary>
    public string? Key { get; init; }

    /// <summary>The resource's region.</summary>
    public string? Region { get; init; }

    /// <summary>An access token; null where a key is used.</summary>
    public string? Token { get; init; }

    /// <summary>The category of a custom model; null for the general one.</summary>
    public string? Category { get; init; }

    /// <summary>The resource's Azure id.</summary>
    public string? ResourceId { get; init; }

    /// <summary>How often a request is tried again after 408, 429, 5xx or a cut connection.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>The first wait before trying again where the service names none; it doubles each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Reads the environment.</summary>
    /// <exception cref="TranslationException">Neither key nor token is set, or the endpoint is no address that keeps the text secret on its way.</exception>
    public static AzureOptions FromEnvironment(Func<string, string?> variable)
    {
        var options = new AzureOptions
        {
            Key = Value(KeyVariable),
            Region = Value(RegionVariable),
            Token = Value(TokenVariable),
            ResourceId = Value(ResourceIdVariable),
            Category = Value(CategoryVariable),
        };
        if (options.Key is null && options.Token is null)
        {
            throw new TranslationException(
                $"Azure Translator needs a key: set {KeyVariable} and {RegionVariable} (or {TokenVariable}) in the environment, or use the offline engine with --translator draft.");
        }

        if (Value(EndpointVariable) is not { } endpoint)
        {
            return options;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new TranslationException($"{EndpointVariable} must be an https:// address; it is '{endpoint}'.");
        }

        return options with { Endpoint = address };

        string? Value(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }
}
