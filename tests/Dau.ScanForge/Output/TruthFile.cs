using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dau.ScanForge.Output;

/// <summary>Reads and writes truths.</summary>
public static class TruthFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    };

    /// <summary>The truth as UTF-8 JSON.</summary>
    public static byte[] ToBytes(Truth truth) => JsonSerializer.SerializeToUtf8Bytes(truth, Options);

    /// <summary>The truth in a file.</summary>
    /// <exception cref="InvalidDataException">The file holds no truth.</exception>
    public static Truth Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<Truth>(stream, Options) ?? throw new InvalidDataException($"{path} holds no truth.");
    }
}
