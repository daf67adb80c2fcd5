using System.Text;
using System.Text.Json;

namespace Dau.Output;

/// <summary>Writes every string in NFC and replaces halves of surrogate pairs, so that what is written is always valid UTF-8 text.</summary>
internal sealed class NfcStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Clean(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() ?? "";

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(Clean(value));

    /// <summary>The text in NFC, without halves of surrogate pairs.</summary>
    internal static string Clean(string value)
    {
        if (Ascii.IsValid(value))
        {
            return value;
        }

        string whole = HasLoneSurrogate(value) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) : value;
        return whole.Normalize(NormalizationForm.FormC);
    }

    private static bool HasLoneSurrogate(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return true;
            }
        }

        return false;
    }
}
