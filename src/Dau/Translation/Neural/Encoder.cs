using Dau.Translation.Neural.Arithmetic;
using Dau.Translation.Neural.Marian;

namespace Dau.Translation.Neural;

/// <summary>Takes the pieces of the source to what the decoder looks at. Sentences lie one after another, without filling between them.</summary>
internal sealed class Encoder(MarianModel model)
{
    /// <summary>Encodes a batch into <see cref="Workspace.X"/>.</summary>
    /// <param name="batch">The sentences.</param>
    /// <param name="starts">First row of each, and one past the last row of all.</param>
    /// <param name="work">Where it is computed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public void Encode(IReadOnlyList<Hypothesis> batch, int[] starts, Workspace work, CancellationToken cancellationToken)
    {
        int width = model.Configuration.Width, rows = starts[batch.Count];
        var x = Workspace.Room(ref work.X, (long)rows * width);
        for (var s = 0; s < batch.Count; s++)
        {
            for (var t = 0; t < batch[s].Source.Length; t++)
            {
                model.Embeddings.Look(batch[s].Source[t], t, x.AsSpan((starts[s] + t) * width, width));
            }
        }

        var (query, key, value) = (Workspace.Room(ref work.Query, (long)rows * width), Workspace.Room(ref work.Key, (long)rows * width), Workspace.Room(ref work.Value, (long)rows * width));
        foreach (var layer in model.Encoder)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var weights = layer.Attention;
            work.Linear(x, rows, weights.Query, query);
            work.Linear(x, rows, weights.Key, key);
            work.Linear(x, rows, weights.Value, value);
            for (var s = 0; s < batch.Count; s++)
            {
                Attend(starts[s], starts[s + 1] - starts[s], work);
            }

            // Each query has been replaced by what it found.
            work.Project(x, query, rows, weights.Output, weights.Normalisation);
            work.FeedForward(x, rows, layer.FeedForward);
        }
    }

    private void Attend(int start, int positions, Workspace work)
    {
        int width = model.Configuration.Width, padded = Attention.Padded(positions);
        var turned = Workspace.Room(ref work.Turned, (long)width * padded);
        var shares = Workspace.Room(ref work.Shares, padded);
        Attention.Turn(work.Key.AsSpan(start * width, positions * width), width, positions, turned);
        for (var t = 0; t < positions; t++)
        {
            var row = work.Query.AsSpan((start + t) * width, width);
            Attention.Attend(row, turned, work.Value.AsSpan(start * width, positions * width), positions, t < positions / 4 * 4, model.Configuration.Heads, shares, row, []);
        }
    }
}
