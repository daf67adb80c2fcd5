using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Headers;
using Dau.Translation.Locks;
using Dau.Translation.Network;
using Dau.Translation.Terms;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace Dau.Translation.Chat;

/// <summary>A language model behind Ollama or any endpoint that speaks as OpenAI's does: a request for each segment, with its terms and its neighbours.</summary>
internal sealed class ChatService : ITextService
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "chat";

    /// <summary>Variable with the address; Ollama on this machine where it is not set.</summary>
    public const string UrlVariable = "DAU_CHAT_URL";

    /// <summary>Variable with the model's name.</summary>
    public const string ModelVariable = "DAU_CHAT_MODEL";

    /// <summary>Variable with the key.</summary>
    public const string ApiKeyVariable = "DAU_CHAT_KEY";

    private static readonly Uri Ollama = new("http://127.0.0.1:11434/");

    private readonly ServiceOptions _options;
    private readonly LockFinder _locks;
    private readonly Termbase _terms;
    private readonly PatientHandler _handler;
    private readonly IChatClient _client;

    public ChatService(ServiceOptions options, LockFinder locks, Termbase terms)
    {
        (_options, _locks, _terms) = (options, locks, terms);
        (var http, _handler) = PatientHandler.Connect(options);
        if (options.Key is { } key)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        _client = IsOllama(options.Address)
            ? new OllamaApiClient(http, options.Model!)
            : new ChatClient(options.Model!, new ApiKeyCredential(options.Key ?? "none"), new OpenAIClientOptions
            {
                Endpoint = options.Address, Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = Timeout.InfiniteTimeSpan,
            }).AsIChatClient();
    }

    public string Engine => EngineName;

    public string Title => $"The model {_options.Model}";

    public string Host => (IsHandedOn(_options.Model!) ? "ollama.com through " : "") + _options.Address.GetLeftPart(UriPartial.Authority);

    public string AddressVariable => UrlVariable;

    public string KeyVariable => ApiKeyVariable;

    public long Sent => _handler.Sent;

    public double Quality => 0.7;

    /// <summary>Reads the environment.</summary>
    /// <exception cref="TranslationException">Something is missing, or the text would leave the machine without leave.</exception>
    public static ServiceOptions Options(Func<string, string?> variable, bool allowNetwork)
    {
        var address = Value(UrlVariable) is { } url ? ServiceAddress.Parse(UrlVariable, url) : Ollama;
        var model = Value(ModelVariable) ?? throw new TranslationException(
            $"The chat engine needs a model: set {ModelVariable}, for example to one that 'ollama list' names, and {UrlVariable} where it is not Ollama on this machine (an address that ends in /v1 speaks as OpenAI's does).");
        ServiceAddress.Check(EngineName, address, allowNetwork);

        if (!allowNetwork && IsHandedOn(model))
        {
            throw new TranslationException($"The model {model} does not run on this machine: Ollama would send the text on. Add --allow-network if it may leave this machine, or set {ModelVariable} to another.");
        }

        return new ServiceOptions { Address = address, Model = model, Key = Value(ApiKeyVariable), Timeout = TimeSpan.FromMinutes(5), MaxRetries = 3 };

        string? Value(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public IReadOnlyList<IReadOnlyList<int>> Cut(IReadOnlyList<SegmentSource> segments) =>
        [.. Enumerable.Range(0, segments.Count).Where(i => !string.IsNullOrWhiteSpace(segments[i].Text)).Select(static i => new[] { i })];

    public async Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<SegmentSource> segments, IReadOnlyList<int> batch, CancellationToken cancellationToken)
    {
        var i = batch[0];
        var text = segments[i].Text;
        var question = ChatPrompt.Ask(text, i > 0 ? segments[i - 1].Text : null, i + 1 < segments.Count ? segments[i + 1].Text : null, _locks.Find(text), _terms);
        try
        {
            var answer = await _client.GetResponseAsync(
                [new(ChatRole.System, ChatPrompt.Instructions), new(ChatRole.User, question)],
                new ChatOptions { Temperature = 0, ModelId = _options.Model },
                cancellationToken).ConfigureAwait(false);
            return string.IsNullOrWhiteSpace(answer.Text) ? throw new ServiceException(200, "nothing was said") : [ChatPrompt.Clean(answer.Text, text)];
        }
        catch (Exception e) when (Failure(e) is { } failure)
        {
            throw ReferenceEquals(failure, e) ? failure : new ServiceException(failure.Status, failure.Message, e) { IsTimeout = failure.IsTimeout };
        }
        catch (Exception e) when (e is not (OperationCanceledException or TranslationException or OutOfMemoryException))
        {
            // The libraries throw what they will at an answer that is none.
            throw new ServiceException(200, $"it is not understood ({e.GetType().Name})", e);
        }
    }

    /// <summary>Whether Ollama hands the model's work on to its makers' servers.</summary>
    private static bool IsHandedOn(string model) => model.EndsWith("cloud", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is Ollama's own interface; it ends in no path.</summary>
    private static bool IsOllama(Uri address) => address.AbsolutePath is "/" or "/api/";

    private static ServiceException? Failure(Exception? e) => e switch
    {
        null => null,
        ServiceException failure => failure,
        AggregateException many => many.InnerExceptions.Select(Failure).FirstOrDefault(static f => f is not null),
        _ => Failure(e.InnerException),
    };
}
