using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Dau.Translation.Neural.Opus;

/// <summary>A batch while it is being written: what goes from step to step, with a row for each beam of each sentence.</summary>
internal sealed class OpusRun : IDisposable
{
    private readonly OpusDecoder _decoder;
    private readonly OpusConfiguration _configuration;
    private readonly Dictionary<string, OrtValue> _held = new(StringComparer.Ordinal);
    private int[] _sentences;
    private bool _started;

    /// <param name="decoder">The graphs.</param>
    /// <param name="configuration">Shape of the model.</param>
    /// <param name="states">What the encoder gave, a row for each sentence; this run disposes of it.</param>
    /// <param name="mask">Which of its places are the sentence's; this run disposes of it.</param>
    public OpusRun(OpusDecoder decoder, OpusConfiguration configuration, OrtValue states, OrtValue mask)
    {
        (_decoder, _configuration) = (decoder, configuration);
        (_held[OpusDecoder.States], _held[OpusDecoder.Mask]) = (states, mask);
        _sentences = [.. Enumerable.Range(0, (int)mask.GetTensorTypeAndShape().Shape[0])];
    }

    /// <summary>One step for all rows.</summary>
    /// <param name="sentences">For each row, the number of its sentence.</param>
    /// <param name="parents">For each row, the row of the step before that it goes on from.</param>
    /// <param name="written">For each row, the pieces written so far.</param>
    /// <returns>For each row, a number for each piece that may come next.</returns>
    public float[] Step(int[] sentences, int[] parents, IReadOnlyList<IReadOnlyList<int>> written)
    {
        Keep(sentences, parents);
        var whole = !_started || _decoder.Next is null;
        var length = whole ? written[0].Count + 1 : 1;
        var ids = new long[sentences.Length * length];
        for (var row = 0; row < sentences.Length; row++)
        {
            for (var i = 0; i < length; i++)
            {
                var at = written[row].Count - length + i;
                ids[(row * length) + i] = at < 0 ? _configuration.Start : written[row][at];
            }
        }

        using var pieces = OrtValue.CreateTensorValueFromMemory(ids, [sentences.Length, length]);
        using var useCache = OrtValue.CreateTensorValueFromMemory(new[] { _started }, [1]);
        var inputs = new Dictionary<string, OrtValue>(_held, StringComparer.Ordinal) { [OpusDecoder.Pieces] = pieces, [OpusDecoder.UseCache] = useCache };
        var graph = _started && _decoder.Next is { } next ? next : _decoder.First;
        var empty = _started || !_decoder.IsMerged ? [] : _decoder.Caches.Select(name => (name, Empty(graph.Shape(name), sentences.Length))).ToList();
        foreach (var (name, value) in empty)
        {
            inputs[name] = value;
        }

        var kept = _decoder.Caches.Where(name => !_started || OpusDecoder.IsOwn(name)).ToList();
        var outputs = graph.Run(inputs, [OpusDecoder.Logits, .. kept.Select(OpusDecoder.Present)]);
        empty.ForEach(static e => e.Item2.Dispose());
        for (var i = 0; i < kept.Count; i++)
        {
            Hold(kept[i], outputs[i + 1]);
        }

        _started = true;
        using var logits = outputs[0];
        return Last(logits, sentences.Length, length);
    }

    public void Dispose()
    {
        foreach (var value in _held.Values)
        {
            value.Dispose();
        }
    }

    private float[] Last(OrtValue logits, int rows, int length)
    {
        var info = logits.GetTensorTypeAndShape();
        if (info.ElementDataType != TensorElementType.Float || !info.Shape.AsSpan().SequenceEqual([rows, length, _configuration.Vocabulary]))
        {
            throw new InvalidDataException($"The model fails while it translates: it gives {string.Join(" × ", info.Shape)} numbers of the kind {info.ElementDataType}, not {rows} × {length} × {_configuration.Vocabulary}.");
        }

        var all = logits.GetTensorDataAsSpan<float>();
        var last = new float[rows * _configuration.Vocabulary];
        for (var row = 0; row < rows; row++)
        {
            all.Slice(((row * length) + length - 1) * _configuration.Vocabulary, _configuration.Vocabulary).CopyTo(last.AsSpan(row * _configuration.Vocabulary));
        }

        return last;
    }

    // Beams of a sentence share what is known of the source, so those rows move only where a sentence has ended or beams were added.
    private void Keep(int[] sentences, int[] parents)
    {
        var same = sentences.AsSpan().SequenceEqual(_sentences);
        var still = same && parents.AsSpan().SequenceEqual([.. Enumerable.Range(0, parents.Length)]);
        foreach (var name in _held.Keys.Where(name => !(OpusDecoder.IsOwn(name) ? still : same)).ToList())
        {
            Hold(name, Rows(_held[name], parents));
        }

        _sentences = sentences;
    }

    private void Hold(string name, OrtValue value)
    {
        if (_held.Remove(name, out var old))
        {
            old.Dispose();
        }

        _held.Add(name, value);
    }

    private static OrtValue Rows(OrtValue value, int[] rows)
    {
        var info = value.GetTensorTypeAndShape();
        var shape = info.Shape;
        var chosen = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, info.ElementDataType, [rows.Length, .. shape[1..]]);
        switch (info.ElementDataType)
        {
            case TensorElementType.Float:
                Copy(value.GetTensorDataAsSpan<float>(), chosen.GetTensorMutableDataAsSpan<float>(), (int)shape[0], rows);
                return chosen;
            case TensorElementType.Int64:
                Copy(value.GetTensorDataAsSpan<long>(), chosen.GetTensorMutableDataAsSpan<long>(), (int)shape[0], rows);
                return chosen;
            default:
                chosen.Dispose();
                throw new InvalidDataException($"The model fails while it translates: it keeps numbers of the kind {info.ElementDataType}, and only 32-bit ones are run.");
        }
    }

    private static void Copy<T>(ReadOnlySpan<T> from, Span<T> to, int count, int[] rows)
    {
        var size = count == 0 ? 0 : from.Length / count;
        for (var i = 0; i < rows.Length; i++)
        {
            from.Slice(rows[i] * size, size).CopyTo(to[(i * size)..]);
        }
    }

    // The merged graph wants caches in the first step as well, and does not look at them.
    private static OrtValue Empty(int[] shape, int rows) => shape is [_, > 0 and < 1024, _, > 0 and < 4096]
        ? OrtValue.CreateTensorValueFromMemory(new float[rows * shape[1] * shape[3]], [rows, shape[1], 1, shape[3]])
        : throw new InvalidDataException("The decoder's caches have a shape that is not known here.");
}
