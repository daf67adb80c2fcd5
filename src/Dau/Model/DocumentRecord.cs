using System.Text.Json.Serialization;

namespace Dau.Model;

/// <summary>Everything known about one document: what <c>document.json</c> holds.</summary>
public sealed record DocumentRecord
{
    /// <summary>Name and version of the layout of the file.</summary>
    public const string SchemaName = "dau/document/1";

    /// <summary><see cref="SchemaName"/>.</summary>
    public string Schema { get; init; } = SchemaName;

    /// <summary>The file that was read.</summary>
    public required SourceFile Source { get; init; }

    /// <summary>The pages that were asked for, in the file's order.</summary>
    public required IReadOnlyList<Page> Pages { get; init; }

    /// <summary>The text in its places, in reading order.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>What the letter says about itself.</summary>
    public required DocumentFacts Facts { get; init; }

    /// <summary>Every word that correction changed.</summary>
    public required IReadOnlyList<Correction> Corrections { get; init; }

    /// <summary>How it was read.</summary>
    public required RunRecord Run { get; init; }
}

/// <summary>The file that was read.</summary>
/// <param name="FileName">Name without folder.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="PageCount">Pages in the file, whether or not they were asked for.</param>
public sealed record SourceFile(string FileName, string Sha256, long Bytes, int PageCount)
{
    /// <summary>What the file says of itself, by name: author, program, times. It may betray whose copy it is.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>One change that correction made.</summary>
/// <param name="Word">Id of the word.</param>
/// <param name="Before">What the engine read.</param>
/// <param name="After">What stands in <see cref="Word.Source"/> now.</param>
/// <param name="Reason">Why, in one word or a short phrase, for example <c>spelling</c>, <c>context</c>.</param>
/// <param name="Confidence">How sure the change is, 0 to 1.</param>
public sealed record Correction(string Word, string Before, string After, string Reason, double Confidence);

/// <summary>How a document was read.</summary>
public sealed record RunRecord
{
    /// <summary>Version of Dấu.</summary>
    public required string Version { get; init; }

    /// <summary>When reading began, UTC, ISO 8601 with <c>Z</c>.</summary>
    public required string StartedAt { get; init; }

    /// <summary>The options that shape the result, by name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Programs, libraries and models that took part.</summary>
    public required IReadOnlyList<Tool> Tools { get; init; }

    /// <summary>Everything that left the machine; empty unless the user allowed it.</summary>
    public IReadOnlyList<Sent> Sent { get; init; } = [];

    /// <summary>What a reader should know about the reading, a sentence each; empty for a run with nothing to report.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The same about the English.</summary>
    public IReadOnlyList<string> TranslationWarnings { get; init; } = [];

    /// <summary>When the English was last made anew without reading again, UTC, ISO 8601 with <c>Z</c>; null where it is that of the reading.</summary>
    public string? RetranslatedAt { get; init; }
}

/// <summary>A program, library or model.</summary>
/// <param name="Name">For example <c>tesseract</c>.</param>
/// <param name="Version">As it reports itself.</param>
/// <param name="Model">Name of the model it ran; null for none.</param>
/// <param name="ModelSha256">SHA-256 of the model file, lower-case hexadecimal; null for none.</param>
public sealed record Tool(string Name, string Version, string? Model = null, string? ModelSha256 = null);

/// <summary>Something that was sent to a service.</summary>
/// <param name="To">The service's address, without key.</param>
/// <param name="Segments">Ids of the segments whose text was sent.</param>
/// <param name="Bytes">Length of the request bodies.</param>
/// <param name="At">When, UTC, ISO 8601 with <c>Z</c>.</param>
public sealed record Sent(string To, IReadOnlyList<string> Segments, long Bytes, string At)
{
    /// <summary>Whether the service runs on this machine, so that nothing left it.</summary>
    [JsonIgnore]
    public bool StaysHere => Uri.TryCreate(To, UriKind.Absolute, out Uri? address) && address.IsLoopback;
}
