namespace Dau.Output.Comparison;

/// <summary>Which words of a text another has not, in its order.</summary>
internal static class WordDifference
{
    // Beyond, the table that is worked out grows too large; the texts of two engines for one sentence are far below.
    private const int MostWords = 1000;

    /// <summary>The words of <paramref name="text"/>, and for each whether it is its own.</summary>
    internal static (string[] Words, bool[] Own) Words(string? text, string? other)
    {
        string[] a = Split(text), b = Split(other);
        bool[] own = new bool[a.Length];
        if (a.Length > MostWords || b.Length > MostWords)
        {
            return (a, own);
        }

        // Length of the longest row of common words from each pair of places on.
        int[,] common = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < a.Length;)
        {
            if (j < b.Length && a[i] == b[j])
            {
                i++;
                j++;
            }
            else if (j < b.Length && common[i, j + 1] >= common[i + 1, j])
            {
                j++;
            }
            else
            {
                own[i++] = true;
            }
        }

        return (a, own);
    }

    private static string[] Split(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
