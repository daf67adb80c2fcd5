using System.Collections.Concurrent;
using Dau.Translation.Neural.Arithmetic;
using Dau.Translation.Neural.Marian;
using Dau.Translation.Neural.Pieces;

namespace Dau.Translation.Neural;

/// <summary>Translates sentences with a small Marian model, as Firefox has them: a transformer that reads, recurrent units that write, all in 8 bits.</summary>
internal sealed class NeuralEngine : ISentenceEngine
{
    /// <summary>Longest run of pieces that is translated in one go; what is longer is cut.</summary>
    public const int LongestSource = 127;

    // A batch shares each pass over the weights; beyond these sizes nothing is gained and the caches overflow.
    private const int MostSentences = 32, MostTokens = 1024;

    private readonly MarianModel _model;
    private readonly Encoder _encoder;
    private readonly Decoder _decoder;
    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private readonly Instructions _instructions;

    private NeuralEngine(MarianModel model, SentencePieceVocabulary vocabulary, Shortlist? shortlist, Instructions instructions)
    {
        (_model, Vocabulary, _instructions) = (model, vocabulary, instructions);
        (_encoder, _decoder) = (new Encoder(model), new Decoder(model, shortlist));
    }

    /// <summary>The pieces.</summary>
    public SentencePieceVocabulary Vocabulary { get; }

    /// <summary>Is shown the rows that go into each matrix and what comes out; for tests.</summary>
    public Action<PackedMatrix, float[], float[]>? Watch { get; set; }

    /// <summary>Shape of the model.</summary>
    public MarianConfiguration Configuration => _model.Configuration;

    /// <summary>Loads a model from a folder with <c>model.bin</c>, <c>vocab.spm</c> and perhaps <c>lex.bin</c>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or of a kind that is not run; the message names it and says what is wrong.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static NeuralEngine Load(string folder) => Load(folder, Machine.Best);

    /// <summary>The same with other instructions, and perhaps without the shortlist.</summary>
    public static NeuralEngine Load(string folder, Instructions instructions, bool useShortlist = true)
    {
        var list = Path.Combine(folder, ModelFiles.Shortlist);
        useShortlist &= File.Exists(list);
        var model = Read(Path.Combine(folder, ModelFiles.Model), bytes => MarianModel.Read(new MarianFile(bytes), wholeOutput: !useShortlist));
        var vocabulary = Read(Path.Combine(folder, ModelFiles.Vocabulary), static bytes => SentencePieceVocabulary.Read(bytes));
        if (!vocabulary.IsMarians)
        {
            throw new InvalidDataException($"The model file {Path.Combine(folder, ModelFiles.Vocabulary)} cannot be used: its first two pieces are not the end of a sentence and the unknown piece.");
        }

        if (vocabulary.Count != model.Configuration.Vocabulary)
        {
            throw new InvalidDataException($"The model in {folder} is for {model.Configuration.Vocabulary} pieces, and its vocabulary has {vocabulary.Count}.");
        }

        var shortlist = useShortlist ? Read(list, bytes => new Shortlist(bytes, vocabulary.Count)) : null;
        return new NeuralEngine(model, vocabulary, shortlist, instructions);
    }

    public bool Knows(char character) => Vocabulary.Has(character);

    /// <inheritdoc/>
    /// <remarks>A sentence of more than <see cref="LongestSource"/> pieces is cut, best at the end of a clause.</remarks>
    public IReadOnlyList<NeuralSentence> Translate(IReadOnlyList<string> sentences, CancellationToken cancellationToken) => Translate(sentences, 1, cancellationToken);

    /// <summary>The same on several threads.</summary>
    public IReadOnlyList<NeuralSentence> Translate(IReadOnlyList<string> sentences, int threads, CancellationToken cancellationToken)
    {
        var parts = new List<(int Sentence, IReadOnlyList<Piece> Pieces, Hypothesis Hypothesis)>();
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var pieces in LongInput.Cut(Vocabulary.Encode(sentences[i]), sentences[i], LongestSource))
            {
                parts.Add((i, pieces, new Hypothesis([.. pieces.Select(static p => p.Id), Decoder.End])));
            }
        }

        var batches = Batches([.. parts.Select(static p => p.Hypothesis)]);
        if (threads <= 1 || batches.Count <= 1)
        {
            batches.ForEach(batch => Run(batch, cancellationToken));
        }
        else
        {
            Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, batch => Run(batch, cancellationToken));
        }

        var results = new NeuralSentence[sentences.Count];
        foreach (var group in parts.GroupBy(static p => p.Sentence))
        {
            results[group.Key] = LongInput.Join([.. group.Select(p => Finish(p.Pieces, p.Hypothesis))]);
        }

        for (var i = 0; i < results.Length; i++)
        {
            results[i] ??= new NeuralSentence("", [], [], []);
        }

        return results;
    }

    private void Run(IReadOnlyList<Hypothesis> batch, CancellationToken cancellationToken)
    {
        var work = Watch is null && _workspaces.TryTake(out var idle) ? idle : new Workspace(_instructions) { Watch = Watch };
        var starts = new int[batch.Count + 1];
        for (var s = 0; s < batch.Count; s++)
        {
            starts[s + 1] = starts[s] + batch[s].Source.Length;
        }

        _encoder.Encode(batch, starts, work, cancellationToken);
        _decoder.Decode(batch, starts, work, cancellationToken);
        if (Watch is null)
        {
            _workspaces.Add(work);
        }
    }

    // Sentences of like length end at about the same step.
    private static List<IReadOnlyList<Hypothesis>> Batches(IReadOnlyList<Hypothesis> all)
    {
        var batches = new List<IReadOnlyList<Hypothesis>>();
        List<Hypothesis> batch = [];
        var tokens = 0;
        foreach (var hypothesis in all.OrderByDescending(static h => h.Source.Length))
        {
            if (batch.Count == MostSentences || (batch.Count > 0 && tokens + hypothesis.Source.Length > MostTokens))
            {
                batches.Add(batch);
                (batch, tokens) = ([], 0);
            }

            batch.Add(hypothesis);
            tokens += hypothesis.Source.Length;
        }

        if (batch.Count > 0)
        {
            batches.Add(batch);
        }

        return batches;
    }

    private NeuralSentence Finish(IReadOnlyList<Piece> source, Hypothesis hypothesis)
    {
        var ids = hypothesis.Target;
        var certainty = Math.Exp(hypothesis.Certainty / ids.Count);
        var finished = ids[^1] == Decoder.End;
        if (finished)
        {
            ids.RemoveAt(ids.Count - 1);
        }

        var (text, target) = Vocabulary.Decode(ids);
        return new NeuralSentence(text, source, target, hypothesis.Shares[..(ids.Count * hypothesis.Source.Length)]) { IsFinished = finished, Certainty = certainty };
    }

    private static T Read<T>(string path, Func<byte[], T> read)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= MarianFile.LongestFile
                ? read(File.ReadAllBytes(path))
                : throw new InvalidDataException($"it has {length} bytes, and at most {MarianFile.LongestFile} are read");
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            throw new InvalidDataException($"The model file {path} cannot be used: {e.Message}.", e);
        }
    }
}
