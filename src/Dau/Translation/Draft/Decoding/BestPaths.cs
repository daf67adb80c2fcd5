namespace Dau.Translation.Draft.Decoding;

/// <summary>Reads the best ways through the hypotheses of a search that kept those that go on alike.</summary>
internal static class BestPaths
{
    // Steps for each path asked for: where many lie close together there is no end otherwise.
    private const int Patience = 60;

    /// <summary>A way: its options in the order of the English, and the state of the language model at its end.</summary>
    internal sealed record Found(IReadOnlyList<int> Choices, ulong State, float Score);

    // The rest of a way, from its end.
    private sealed record Rest(int Choice, Rest? Next);

    /// <summary>The best ways, best first, so many at most.</summary>
    /// <param name="ends">Hypotheses of the whole chunk.</param>
    /// <param name="count">How many ways.</param>
    public static IEnumerable<Found> Of(IEnumerable<Hypothesis> ends, int count)
    {
        // Highest score first; what a way loses by not taking the best of those that go on alike it has lost for good.
        var open = new PriorityQueue<(Hypothesis At, Rest? Tail, ulong State), float>();
        foreach (var end in ends)
        {
            open.Enqueue((end, null, end.State), -end.Score);
        }

        for (var steps = count * Patience; count > 0 && steps > 0 && open.TryDequeue(out var way, out var cost); steps--)
        {
            if (way.At.Back is null)
            {
                count--;
                yield return new Found([.. Choices(way.Tail)], way.State, -cost);
                continue;
            }

            for (var edge = way.At; edge is not null; edge = edge.Alternative)
            {
                open.Enqueue((edge.Back!, new Rest(edge.Choice, way.Tail), way.State), cost + way.At.Score - edge.Score);
            }
        }
    }

    private static IEnumerable<int> Choices(Rest? rest)
    {
        for (; rest is not null; rest = rest.Next)
        {
            yield return rest.Choice;
        }
    }
}
