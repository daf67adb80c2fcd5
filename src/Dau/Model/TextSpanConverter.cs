using System.Text.Json;

namespace Dau.Model;

/// <summary>Writes a <see cref="TextSpan"/> as <c>[start, end]</c>.</summary>
internal sealed class TextSpanConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        int[]? ends = JsonSerializer.Deserialize<int[]>(ref reader, options);
        return ends is [int start, int end] ? new TextSpan(start, end) : throw new JsonException("A span is two whole numbers.");
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
