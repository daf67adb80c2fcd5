using Dau.Model;
using Dau.Correction;

namespace Dau.Training.SyllableModel;

/// <summary>What the model must not have seen: the texts that it is measured on, and every line that shares nine syllables in a row with one of them.</summary>
internal sealed class HeldOut
{
    private const int Run = 9;
    private const int Block = 1000;
    private const int Blocks = 100;
    private const int HeldBlock = 37;
    private const int LinesOfBlock = 250;

    private readonly HashSet<ulong> _runs = [];

    public int Count => _runs.Count;

    /// <summary>Whether a line stands in one of the blocks that are held apart: every hundredth thousand of lines.</summary>
    public static bool IsHeldBlock(int line) => line / Block % Blocks == HeldBlock;

    /// <summary>Whether a line belongs to the development text: the first lines of each block that is held apart.</summary>
    public static bool IsDevelopment(int line) => IsHeldBlock(line) && line % Block < LinesOfBlock;

    public void Exclude(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            foreach (ulong run in Runs(line))
            {
                _runs.Add(run);
            }
        }
    }

    public bool Shares(string line)
    {
        foreach (ulong run in Runs(line))
        {
            if (_runs.Contains(run))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ulong> Runs(string line)
    {
        var window = new Queue<ulong>(Run);
        foreach (Range range in Words(line))
        {
            window.Enqueue(HashOf(line.AsSpan(range)));
            if (window.Count > Run)
            {
                window.Dequeue();
            }

            if (window.Count == Run)
            {
                ulong all = 14695981039346656037;
                foreach (ulong one in window)
                {
                    all = (all ^ one) * 1099511628211;
                    all ^= all >> 29;
                }

                yield return all;
            }
        }
    }

    private static IEnumerable<Range> Words(string line)
    {
        int start = -1;
        for (int i = 0; i <= line.Length; i++)
        {
            bool letter = i < line.Length && char.IsLetterOrDigit(line[i]);
            if (letter && start < 0)
            {
                start = i;
            }
            else if (!letter && start >= 0)
            {
                yield return start..i;
                start = -1;
            }
        }
    }

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        // Bare letters, so that a misprint of a mark does not let a line through.
        ulong hash = 14695981039346656037;
        foreach (char letter in word)
        {
            hash = (hash ^ char.ToLowerInvariant(VietnameseLetters.Bare(letter))) * 1099511628211;
        }

        return hash;
    }
}
