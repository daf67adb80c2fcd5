using Dau.Translation.Neural.Arithmetic;
using Dau.Translation.Neural.Marian;

namespace Dau.Translation.Neural;

/// <summary>Writes the English piece by piece, each time the likeliest. Sentences of a batch do not know of each other: each gives what it gives alone.</summary>
internal sealed class Decoder(MarianModel model, Shortlist? shortlist)
{
    /// <summary>The end of a sentence.</summary>
    public const int End = 0;

    /// <summary>What is not in the vocabulary; never chosen.</summary>
    public const int Unknown = 1;

    private const float Never = -3e38f;

    // No sentence becomes longer than so many times its source with its end.
    private const int LongestFactor = 2;

    private readonly int _width = model.Configuration.Width;

    /// <summary>Translates a batch whose encoding lies in <see cref="Workspace.X"/>.</summary>
    public void Decode(IReadOnlyList<Hypothesis> batch, int[] starts, Workspace work, CancellationToken cancellationToken)
    {
        var turnedStarts = Contexts(batch, starts, work);
        Outputs(batch, work);
        var rows = Enumerable.Range(0, batch.Count).ToArray();
        var active = rows.Length;
        foreach (var hypothesis in batch)
        {
            hypothesis.Shares = new float[LongestFactor * hypothesis.Source.Length * hypothesis.Source.Length];
        }

        for (var step = 0; active > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var r = 0; r < active; r++)
            {
                model.Embeddings.Look(step == 0 ? -1 : batch[rows[r]].Target[^1], step, work.X.AsSpan(r * _width, _width));
            }

            for (var l = 0; l < model.Decoder.Count; l++)
            {
                Layer(l, step, rows.AsSpan(0, active), batch, starts, turnedStarts, work);
            }

            Choose(rows.AsSpan(0, active), batch, work);
            for (var r = active - 1; r >= 0; r--)
            {
                var target = batch[rows[r]].Target;
                if (target[^1] == End || target.Count >= LongestFactor * batch[rows[r]].Source.Length)
                {
                    active--;
                    Move(active, r, rows, work);
                }
            }
        }
    }

    // Keys and values of what the encoder gave are the same at every step.
    private int[] Contexts(IReadOnlyList<Hypothesis> batch, int[] starts, Workspace work)
    {
        var count = model.Decoder.Count;
        if (work.States.Length < count)
        {
            (work.ContextKeys, work.ContextValues, work.States) = (Empty(count), Empty(count), Empty(count));
        }

        var turnedStarts = new int[batch.Count + 1];
        for (var s = 0; s < batch.Count; s++)
        {
            turnedStarts[s + 1] = turnedStarts[s] + (_width * Attention.Padded(batch[s].Source.Length));
        }

        var rows = starts[batch.Count];
        Workspace.Room(ref work.Key, (long)rows * _width);
        for (var l = 0; l < count; l++)
        {
            var weights = model.Decoder[l].Attention;
            work.Linear(work.X, rows, weights.Key, work.Key);
            work.Linear(work.X, rows, weights.Value, Workspace.Room(ref work.ContextValues[l], (long)rows * _width));
            var keys = Workspace.Room(ref work.ContextKeys[l], turnedStarts[batch.Count]);
            for (var s = 0; s < batch.Count; s++)
            {
                var positions = batch[s].Source.Length;
                Attention.Turn(work.Key.AsSpan(starts[s] * _width, positions * _width), _width, positions, keys.AsSpan(turnedStarts[s]));
            }

            Workspace.Room(ref work.States[l], (long)batch.Count * _width).AsSpan(0, batch.Count * _width).Clear();
        }

        // From here on the rows are the sentences, one piece of each.
        Workspace.Room(ref work.X, (long)batch.Count * _width);
        Workspace.Room(ref work.Query, (long)batch.Count * _width);
        Workspace.Room(ref work.Key, (long)batch.Count * _width);
        Workspace.Room(ref work.Value, (long)batch.Count * _width);
        Workspace.Room(ref work.Shares, Attention.Padded(batch.Max(static h => h.Source.Length)));
        return turnedStarts;
    }

    private void Outputs(IReadOnlyList<Hypothesis> batch, Workspace work)
    {
        Workspace.Room(ref work.Logits, shortlist is null ? (long)batch.Count * model.Embeddings.Whole.Stride : model.Embeddings.Whole.Stride);
        if (shortlist is null)
        {
            return;
        }

        var vocabulary = model.Configuration.Vocabulary;
        Workspace.Room(ref work.PieceSet, (vocabulary + 63) / 64);
        Workspace.Room(ref work.Pieces, (long)vocabulary * batch.Count);
        for (var s = 0; s < batch.Count; s++)
        {
            if (work.Outputs.Count <= s)
            {
                work.Outputs.Add(new PackedMatrix());
            }

            var pieces = work.Pieces.AsSpan(s * vocabulary, vocabulary);
            var count = shortlist.Collect(batch[s].Source, work.PieceSet, pieces);
            model.Embeddings.Select(pieces[..count], work.Outputs[s]);
        }
    }

    private void Layer(int l, int step, ReadOnlySpan<int> rows, IReadOnlyList<Hypothesis> batch, int[] starts, int[] turnedStarts, Workspace work)
    {
        var layer = model.Decoder[l];
        var count = rows.Length;
        work.Linear(work.X, count, layer.Recurrent.Input, work.Key);
        work.Linear(work.X, count, layer.Recurrent.Forget, work.Value);
        for (var r = 0; r < count; r++)
        {
            var (at, length) = (r * _width, _width);
            Numbers.Recur(work.States[l].AsSpan(at, length), work.Key.AsSpan(at, length), work.Value.AsSpan(at, length), work.Query.AsSpan(at, length));
        }

        Normaliser.AddNormalised(work.X, work.Query, count, _width, layer.Recurrent.Normalisation);

        work.Linear(work.X, count, layer.Attention.Query, work.Query);
        var last = l == model.Decoder.Count - 1;
        for (var r = 0; r < count; r++)
        {
            var s = rows[r];
            var positions = batch[s].Source.Length;
            var query = work.Query.AsSpan(r * _width, _width);
            Attention.Attend(
                query, work.ContextKeys[l].AsSpan(turnedStarts[s]), work.ContextValues[l].AsSpan(starts[s] * _width), positions, false, model.Configuration.Heads,
                work.Shares, query, last ? batch[s].Shares.AsSpan(step * positions, positions) : []);
        }

        work.Project(work.X, work.Query, count, layer.Attention.Output, layer.Attention.Normalisation);
        work.FeedForward(work.X, count, layer.FeedForward);
    }

    private void Choose(ReadOnlySpan<int> rows, IReadOnlyList<Hypothesis> batch, Workspace work)
    {
        var vocabulary = model.Configuration.Vocabulary;
        if (shortlist is null)
        {
            var whole = model.Embeddings.Whole;
            work.Linear(work.X, rows.Length, whole, work.Logits);
            for (var r = 0; r < rows.Length; r++)
            {
                var numbers = work.Logits.AsSpan(r * whole.Stride, vocabulary);
                numbers[Unknown] = Never;
                Take(batch[rows[r]], numbers, []);
            }

            return;
        }

        for (var r = 0; r < rows.Length; r++)
        {
            var output = work.Outputs[rows[r]];
            var pieces = work.Pieces.AsSpan(rows[r] * vocabulary, output.Outputs);
            work.Linear(work.X.AsSpan(r * _width), 1, output, work.Logits);
            var numbers = work.Logits.AsSpan(0, output.Outputs);
            if (pieces.IndexOf(Unknown) is >= 0 and var unknown)
            {
                numbers[unknown] = Never;
            }

            Take(batch[rows[r]], numbers, pieces);
        }
    }

    private static void Take(Hypothesis hypothesis, ReadOnlySpan<float> numbers, ReadOnlySpan<int> pieces)
    {
        var best = Numbers.Largest(numbers, hypothesis.Score);
        hypothesis.Score += numbers[best];
        hypothesis.Certainty -= Math.Log(Numbers.SumOfExponentials(numbers, numbers[best]));
        hypothesis.Target.Add(pieces.IsEmpty ? best : pieces[best]);
    }

    // The last active row takes the place of one that has ended.
    private void Move(int from, int to, int[] rows, Workspace work)
    {
        (rows[to], rows[from]) = (rows[from], rows[to]);
        if (from != to)
        {
            foreach (var states in work.States)
            {
                states.AsSpan(from * _width, _width).CopyTo(states.AsSpan(to * _width, _width));
            }
        }
    }

    private static float[][] Empty(int count) => [.. Enumerable.Range(0, count).Select(static _ => Array.Empty<float>())];
}
