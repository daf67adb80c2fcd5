using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dau.Output;

/// <summary>
/// <c>document.json</c> and the two ways the model is put into JSON: the contract that users read, and the working form that keeps what stages hand to
/// each other. Both are camelCase, UTF-8 without byte order mark, NFC, with non-ASCII letters written as themselves and <c>null</c> written out.
/// </summary>
public static class DocumentJson
{
    /// <summary>Name of the file in a document's folder.</summary>
    public const string FileName = "document.json";

    /// <summary>The contract: properties marked <see cref="WorkingDataAttribute"/> are left out. Compact; the file's layout is the writer's work.</summary>
    public static JsonSerializerOptions Contract { get; } = Build(working: false);

    /// <summary>The contract and the working data: for checkpoints and for handing pages between processes. Compact.</summary>
    public static JsonSerializerOptions Working { get; } = Build(working: true);

    /// <summary>Writes the document as <c>document.json</c> holds it: page by page and block by block, so that a long document is never in memory as text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task WriteAsync(DocumentRecord document, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        var writer = new JsonFileWriter(stream, Contract);
        await writer.StartAsync(cancellationToken);
        await writer.ValueAsync("schema", document.Schema, cancellationToken);
        await writer.ValueAsync("source", document.Source, cancellationToken);
        await writer.ListAsync("pages", document.Pages, cancellationToken);
        await writer.ListAsync("blocks", document.Blocks, cancellationToken);
        await writer.ValueAsync("facts", document.Facts, cancellationToken);
        await writer.ListAsync("corrections", document.Corrections, cancellationToken);
        await writer.ValueAsync("run", document.Run, cancellationToken);
        await writer.EndAsync(cancellationToken);
    }

    /// <summary>Reads a <c>document.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InputException">The file is missing, cannot be read, or is not a document of <see cref="DocumentRecord.SchemaName"/>.</exception>
    public static async Task<DocumentRecord> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream stream = File.OpenRead(path);
            return await ReadAsync(stream, cancellationToken);
        }
        catch (JsonException fault)
        {
            throw new InputException($"{path} is not a document that Dấu wrote: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Reads a <c>document.json</c> from a stream.</summary>
    /// <exception cref="JsonException">It is not a document of <see cref="DocumentRecord.SchemaName"/>.</exception>
    public static async Task<DocumentRecord> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        DocumentRecord? document = await JsonSerializer.DeserializeAsync<DocumentRecord>(stream, Contract, cancellationToken);
        return document is null ? throw new JsonException("The file holds null.")
            : document.Schema != DocumentRecord.SchemaName ? throw new JsonException($"Its schema is {document.Schema}, not {DocumentRecord.SchemaName}.")
            : document;
    }

    /// <summary>The JSON Schema (draft 2020-12) that every written file follows.</summary>
    public static string Schema() => EmbeddedText.Read("document.schema.json");

    private static JsonSerializerOptions Build(bool working)
    {
        // Not source-generated: generated code loses the defaults of init-only properties (an absent list would be read as null).
        var resolver = new DefaultJsonTypeInfoResolver();
        if (!working)
        {
            resolver.Modifiers.Add(LeaveOutWorkingData);
        }

        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = resolver,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new NfcStringConverter(), new NumberConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutWorkingData(JsonTypeInfo type)
    {
        for (int i = type.Properties.Count - 1; i >= 0; i--)
        {
            JsonPropertyInfo property = type.Properties[i];
            if (property.AttributeProvider?.IsDefined(typeof(WorkingDataAttribute), inherit: false) == true)
            {
                type.Properties.RemoveAt(i);
            }
            else if (type.Type == typeof(Segment) && property.PropertyType == typeof(CellPlace))
            {
                // A cell's place is the one property that is absent, not null, where there is none.
                property.ShouldSerialize = static (_, value) => value is not null;
            }
        }
    }
}
