using System.Text.Json;

namespace Dau.Output;

/// <summary>Writes shares, degrees and probabilities with four decimals at most: more digits than any of them means, and the files stay readable.</summary>
internal sealed class NumberConverter : JsonConverter<double>
{
    /// <summary>Decimals that are kept.</summary>
    internal const int Decimals = 4;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(double.IsFinite(value) ? Math.Round(value, Decimals) + 0.0 : 0);
}
