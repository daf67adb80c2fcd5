namespace Dau.Vision.Recognition;

/// <summary>Sets "…" where a row of dots was taken out of a line: a blank that is left out would make another sentence of it.</summary>
internal static class LeaderWords
{
    private const string Leader = "…";

    /// <summary>The words with a leader's sign in each line that has one.</summary>
    /// <param name="words">Line by line, from left to right.</param>
    /// <param name="leaders">Rows of dots, in the pixels of the words.</param>
    public static IReadOnlyList<EngineWord> Insert(IReadOnlyList<EngineWord> words, IEnumerable<PixelBox> leaders)
    {
        var all = new List<EngineWord>(words);
        foreach (PixelBox leader in leaders.OrderBy(static leader => leader.X))
        {
            // Beside it in its line; dots in a row by themselves are no text.
            int before = all.FindLastIndex(word => IsBeside(word.Box, leader) && word.Box.CentreX < leader.CentreX);
            int after = all.FindIndex(word => IsBeside(word.Box, leader) && word.Box.CentreX > leader.CentreX);
            if (before >= 0 && all[before].Text == Leader)
            {
                all[before] = all[before] with { Box = all[before].Box.Union(leader) };
            }
            else if (before >= 0 || after >= 0)
            {
                all.Insert(before >= 0 ? before + 1 : after, new EngineWord(Leader, leader, 1, all[before >= 0 ? before : after].Line, []));
            }
        }

        return all;
    }

    private static bool IsBeside(PixelBox word, PixelBox leader) => leader.CentreY > word.CentreY - (word.Height / 4.0) && leader.CentreY <= word.Bottom;
}
