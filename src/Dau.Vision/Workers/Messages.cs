using Dau.Input;
using Dau.Recognition;

namespace Dau.Vision.Workers;

/// <summary>What the parent asks of a worker: exactly one part is set.</summary>
internal sealed record Request
{
    public InspectRequest? Inspect { get; init; }

    public ReadRequest? Read { get; init; }

    public ToolsRequest? Tools { get; init; }
}

/// <summary>Look into a file.</summary>
internal sealed record InspectRequest(string Path, string? Pages, string? Password, int MaxPages, long MaxPixels, long MaxBytes)
{
    public static InspectRequest From(string path, InputOptions options) =>
        new(path, options.Pages?.Text, options.Password, options.MaxPages, options.MaxPixels, options.MaxBytes);

    public InputOptions ToOptions() => new()
    {
        Pages = Pages is not null && PageSelection.TryParse(Pages, out PageSelection? pages) ? pages : null,
        Password = Password,
        MaxPages = MaxPages,
        MaxPixels = MaxPixels,
        MaxBytes = MaxBytes,
    };
}

/// <summary>Read a page.</summary>
internal sealed record ReadRequest(
    string Path, InputFormat Format, InputPage Page, string? Password, long MaxPixels, RecognitionOptions Options, IReadOnlyList<string> ModelFolders);

/// <summary>Say which programs, libraries and models take part.</summary>
internal sealed record ToolsRequest(RecognitionModel Model, IReadOnlyList<string> ModelFolders);

/// <summary>What a worker answers: one part is set. The picture of a page and its preview follow one after the other as the frame's blob.</summary>
internal sealed record Reply
{
    public InputFile? File { get; init; }

    public Page? Page { get; init; }

    /// <summary>How much of the blob is the picture; the rest is the preview.</summary>
    public int PngBytes { get; init; }

    public IReadOnlyList<Tool>? Tools { get; init; }

    /// <summary>The run's fault, with <see cref="Message"/>; null where there is none.</summary>
    public Fault? Fault { get; init; }

    public string? Message { get; init; }
}

/// <summary>Serialisers made at build time: a worker must start fast.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Reply))]
internal sealed partial class MessageContext : JsonSerializerContext;
