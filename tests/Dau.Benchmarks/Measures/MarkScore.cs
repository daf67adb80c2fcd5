using Dau.Model;
using Dau.ScanForge.Output;

namespace Dau.Benchmarks.Measures;

/// <summary>Marks that were found, missed and made up, by kind.</summary>
internal sealed class MarkScore
{
    private const double Near = 4;
    private readonly Dictionary<MarkKind, (int Found, int There, int False)> _counts = [];
    private readonly List<string> _notes = [];

    public static MarkScore None { get; } = new();

    public static IReadOnlyList<MarkKind> Kinds { get; } = Enum.GetValues<MarkKind>();

    /// <summary>QR codes whose payload is the true one.</summary>
    public int Decoded { get; private init; }

    /// <summary>Holds marks that were found against the true ones: of the same kind, with the middle of the one in the box of the other.</summary>
    public static MarkScore Measure(IEnumerable<TruthMark> there, IEnumerable<Mark> found, int dpi)
    {
        List<Mark> rest = [.. found];
        int decoded = 0;
        var score = new List<(MarkKind, int, int, int)>();
        var notes = new List<string>();
        int near = (int)(Near / 25.4 * dpi);
        foreach (TruthMark mark in there)
        {
            Mark? match = rest.Find(other => other.Kind == mark.Kind && IsNear(mark.Box, other.Box, near));
            score.Add((mark.Kind, match is null ? 0 : 1, 1, 0));
            if (match is null)
            {
                notes.Add($"missed {mark.Kind} {mark.Colour} {mark.Box} {mark.Text}");
                continue;
            }

            rest.Remove(match);
            decoded += mark.Payload is not null && match.Payload == mark.Payload ? 1 : 0;
        }

        score.AddRange(rest.Select(static mark => (mark.Kind, 0, 0, 1)));
        notes.AddRange(rest.Select(static mark => $"false {mark.Kind} {mark.Colour} {mark.Box}"));
        var result = new MarkScore { Decoded = decoded };
        result._notes.AddRange(notes);
        score.ForEach(result.Add);
        return result;
    }

    public static MarkScore operator +(MarkScore a, MarkScore b)
    {
        var sum = new MarkScore { Decoded = a.Decoded + b.Decoded };
        foreach ((MarkKind kind, (int found, int there, int wrong)) in a._counts.Concat(b._counts))
        {
            sum.Add((kind, found, there, wrong));
        }

        return sum;
    }

    public int There(MarkKind kind) => _counts.GetValueOrDefault(kind).There;

    /// <summary>For a cell of a table: found of those there are, then the false ones.</summary>
    public string Text(MarkKind kind) => _counts.TryGetValue(kind, out (int Found, int There, int False) count)
        ? $"{count.Found} of {count.There}{(count.False > 0 ? $", {count.False} false" : "")}" : "";

    public void Print(string name) => _notes.ForEach(note => Console.WriteLine($"    {name}: {note}"));

    private void Add((MarkKind Kind, int Found, int There, int False) one)
    {
        (int found, int there, int wrong) = _counts.GetValueOrDefault(one.Kind);
        _counts[one.Kind] = (found + one.Found, there + one.There, wrong + one.False);
    }

    private static bool IsNear(PixelBox truth, PixelBox found, int near) =>
        found.CentreX >= truth.X - near && found.CentreX <= truth.Right + near && found.CentreY >= truth.Y - near && found.CentreY <= truth.Bottom + near;
}
