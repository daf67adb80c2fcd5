namespace Dau.Output.ReaderPage;

/// <summary>Finds which stretch of a segment's text each of its words is.</summary>
internal static class WordPlaces
{
    // How far ahead a word may lie before it counts as absent: a dash or quote that the segment dropped must not throw off the words that follow.
    private const int Reach = 24;

    /// <summary>The stretches, in the order of <paramref name="words"/>; null for a word that the text does not hold.</summary>
    internal static TextSpan?[] Find(string text, IReadOnlyList<string> words)
    {
        var places = new TextSpan?[words.Count];
        int at = 0;
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            if (word.Length == 0)
            {
                continue;
            }

            int room = Math.Min(text.Length - at, Reach + word.Length);
            int found = room < word.Length ? -1 : text.IndexOf(word, at, room, StringComparison.Ordinal);
            if (found >= 0)
            {
                places[i] = new TextSpan(found, found + word.Length);
                at = found + word.Length;
            }
        }

        return places;
    }
}
