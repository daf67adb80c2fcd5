using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Dau.Output;

/// <summary>Writes one JSON object to a stream, property by property and item by item, laid out by <see cref="JsonLayout"/>.</summary>
internal sealed class JsonFileWriter(Stream stream, JsonSerializerOptions options)
{
    private readonly ArrayBufferWriter<byte> compact = new(1 << 16);
    private readonly ArrayBufferWriter<byte> laidOut = new(1 << 16);
    private bool first = true;

    public async Task StartAsync(CancellationToken cancellationToken) => await stream.WriteAsync("{"u8.ToArray(), cancellationToken);

    public async Task ValueAsync<T>(string name, T value, CancellationToken cancellationToken)
    {
        Open(name);
        Serialise(value, depth: 1);
        await FlushAsync(cancellationToken);
    }

    public async Task ListAsync<T>(string name, IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        Open(name);
        laidOut.Write("["u8);
        for (int i = 0; i < items.Count; i++)
        {
            laidOut.Write(i == 0 ? "\n    "u8 : ",\n    "u8);
            Serialise(items[i], depth: 2);
            await FlushAsync(cancellationToken);
        }

        laidOut.Write(items.Count == 0 ? "]"u8 : "\n  ]"u8);
        await FlushAsync(cancellationToken);
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync("\n}\n"u8.ToArray(), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private void Open(string name)
    {
        laidOut.Write(first ? "\n  \""u8 : ",\n  \""u8);
        laidOut.Write(Encoding.ASCII.GetBytes(name));
        laidOut.Write("\": "u8);
        first = false;
    }

    private void Serialise<T>(T value, int depth)
    {
        compact.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(compact, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(json, value, options);
        }

        JsonLayout.Write(compact.WrittenSpan, laidOut, depth);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(laidOut.WrittenMemory, cancellationToken);
        laidOut.ResetWrittenCount();
    }
}
