using Dau.Translation.Neural.Pieces;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Dau.Translation.Neural.Opus;

/// <summary>Translates sentences with an OPUS-MT model through ONNX Runtime.</summary>
internal sealed class OpusEngine : ISentenceEngine, IDisposable
{
    /// <summary>Beams where nothing else is asked.</summary>
    public const int UsualBeams = 4;

    private const int LongestFactor = 2, LongestJson = 1 << 25;

    // A longer run of pieces is cut, as the other models want it; these have room for more, but were trained on sentences.
    private const int LongestSource = 127;

    // What a batch holds between steps grows with both.
    private const int MostSentences = 8, MostTokens = 256;

    private readonly OnnxGraph _encoder;
    private readonly OpusDecoder _decoder;
    private readonly OpusVocabulary _vocabulary;
    private readonly OpusConfiguration _configuration;

    private OpusEngine(OnnxGraph encoder, OpusDecoder decoder, OpusVocabulary vocabulary, OpusConfiguration configuration) =>
        (_encoder, _decoder, _vocabulary, _configuration) = (encoder, decoder, vocabulary, configuration);

    /// <summary>Beginnings that are followed at the same time; 1 is greedy search.</summary>
    public int Beams { get; init; } = UsualBeams;

    /// <summary>The pieces.</summary>
    public OpusVocabulary Vocabulary => _vocabulary;

    /// <summary>Loads a model from a folder.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or of a kind that is not run; the message names it and says what is wrong.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static OpusEngine Load(string folder, int beams = UsualBeams)
    {
        var configuration = Read(folder, OpusFiles.Configuration, OpusConfiguration.Read);
        var source = Read(folder, OpusFiles.SourcePieces, static bytes => SentencePieceVocabulary.Read(bytes));
        var vocabulary = Read(folder, OpusFiles.Vocabulary, bytes => new OpusVocabulary(source, bytes, configuration));
        var encoder = OnnxGraph.Load(Path.Combine(folder, OpusFiles.Encoder));
        try
        {
            if (!encoder.Inputs.ToHashSet().SetEquals(["input_ids", "attention_mask"]) || !encoder.Outputs.Contains("last_hidden_state"))
            {
                throw new InvalidDataException($"The model file {Path.Combine(folder, OpusFiles.Encoder)} is no encoder of such a model: it takes {string.Join(", ", encoder.Inputs)}.");
            }

            return new OpusEngine(encoder, OpusDecoder.Load(folder), vocabulary, configuration) { Beams = beams };
        }
        catch
        {
            encoder.Dispose();
            throw;
        }
    }

    public bool Knows(char character) => _vocabulary.Has(character);

    public IReadOnlyList<NeuralSentence> Translate(IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        var parts = new List<(int Sentence, IReadOnlyList<Piece> Pieces)>();
        for (var i = 0; i < sentences.Count; i++)
        {
            parts.AddRange(LongInput.Cut(_vocabulary.Encode(sentences[i]), sentences[i], Math.Min(LongestSource, _configuration.Places - 1)).Select(pieces => (i, pieces)));
        }

        var done = new NeuralSentence[parts.Count];
        foreach (var batch in Batches(parts.ConvertAll(static p => p.Pieces.Count + 1)))
        {
            Run(batch, parts, done, cancellationToken);
        }

        var results = sentences.Select(static _ => new NeuralSentence("", [], [], [])).ToArray();
        foreach (var group in parts.Select(static (part, index) => (part.Sentence, index)).GroupBy(static p => p.Sentence, static p => p.index))
        {
            results[group.Key] = LongInput.Join([.. group.Select(index => done[index])]);
        }

        return results;
    }

    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
    }

    private void Run(IReadOnlyList<int> batch, List<(int Sentence, IReadOnlyList<Piece> Pieces)> parts, NeuralSentence[] done, CancellationToken cancellationToken)
    {
        var sources = batch.Select(index => parts[index].Pieces).ToList();
        using var run = Encode(sources);
        var searches = sources.ConvertAll(source => new BeamSearch(Beams, Math.Min(LongestFactor * (source.Count + 1), _configuration.Places), _configuration, _vocabulary.Unknown));
        var live = Enumerable.Range(0, searches.Count).ToList();
        var firstRow = live.ToArray();
        while (live.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] rows = [.. live.SelectMany(s => searches[s].Beams.Select(_ => s))], parents = [.. live.SelectMany(s => searches[s].Parents.Select(p => firstRow[s] + p))];
            var logits = run.Step(rows, parents, [.. live.SelectMany(s => searches[s].Beams)]);
            var row = 0;
            foreach (var s in live)
            {
                firstRow[s] = row;
                var count = searches[s].Beams.Count;
                searches[s].Advance(logits.AsSpan(row * _configuration.Vocabulary, count * _configuration.Vocabulary));
                row += count;
            }

            live.RemoveAll(s => searches[s].IsDone);
        }

        for (var i = 0; i < batch.Count; i++)
        {
            var (pieces, mean, isFinished) = searches[i].Best;
            var (text, target) = _vocabulary.Decode(pieces);
            done[batch[i]] = new NeuralSentence(text, sources[i], target, []) { IsFinished = isFinished, Certainty = Math.Exp(mean) };
        }
    }

    private OpusRun Encode(List<IReadOnlyList<Piece>> sources)
    {
        var longest = sources.Max(static s => s.Count) + 1;
        long[] ids = new long[sources.Count * longest], mask = new long[ids.Length];
        Array.Fill(ids, _configuration.Padding);
        for (var s = 0; s < sources.Count; s++)
        {
            for (var i = 0; i <= sources[s].Count; i++)
            {
                ids[(s * longest) + i] = i < sources[s].Count ? sources[s][i].Id : _configuration.End;
                mask[(s * longest) + i] = 1;
            }
        }

        using var pieces = OrtValue.CreateTensorValueFromMemory(ids, [sources.Count, longest]);
        var held = OrtValue.CreateTensorValueFromMemory(mask, [sources.Count, longest]);
        OrtValue? states = null;
        try
        {
            states = _encoder.Run(new Dictionary<string, OrtValue>(StringComparer.Ordinal) { ["input_ids"] = pieces, ["attention_mask"] = held }, ["last_hidden_state"])[0];
            var info = states.GetTensorTypeAndShape();
            return info.ElementDataType == TensorElementType.Float && info.Shape is [var rows, var length, > 0] && rows == sources.Count && length == longest
                ? new OpusRun(_decoder, _configuration, states, held)
                : throw new InvalidDataException("The model fails while it translates: its encoder gives another shape than it should.");
        }
        catch
        {
            states?.Dispose();
            held.Dispose();
            throw;
        }
    }

    // Sentences of like length end at about the same step.
    private static IEnumerable<IReadOnlyList<int>> Batches(List<int> lengths)
    {
        var batch = new List<int>();
        foreach (var index in Enumerable.Range(0, lengths.Count).OrderByDescending(i => lengths[i]))
        {
            if (batch.Count == MostSentences || (batch.Count > 0 && (batch.Count + 1) * lengths[batch[0]] > MostTokens))
            {
                yield return batch;
                batch = [];
            }

            batch.Add(index);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static T Read<T>(string folder, string name, Func<byte[], T> read)
    {
        var path = Path.Combine(folder, name);
        try
        {
            return new FileInfo(path).Length <= LongestJson ? read(File.ReadAllBytes(path)) : throw new InvalidDataException($"it has more than {LongestJson >> 20} MiB");
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            throw new InvalidDataException($"The model file {path} cannot be used: {e.Message}.", e);
        }
    }
}
