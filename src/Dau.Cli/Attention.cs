using Dau.Output;

namespace Dau.Cli;

/// <summary>What a person should look at in a document, in short phrases.</summary>
internal static class Attention
{
    public static IEnumerable<string> For(CaseRow row)
    {
        if (row.Failed > 0)
        {
            yield return row.Failed == 1 ? "1 page failed" : $"{row.Failed} pages failed";
        }

        if (row.Facts.Profile is null)
        {
            yield return "layout not recognised";
        }

        if (row.Facts.Uncertain.Count > 0)
        {
            yield return "uncertain: " + string.Join(", ", row.Facts.Uncertain);
        }

        if (row.Doubtful > 0)
        {
            yield return row.Doubtful == 1 ? "1 doubtful word" : $"{row.Doubtful} doubtful words";
        }

        if (row.Changed > 0)
        {
            yield return row.Changed == 1 ? "1 word changed" : $"{row.Changed} words changed";
        }

        if (row.Flagged > 0)
        {
            yield return row.Flagged == 1 ? "1 flagged translation" : $"{row.Flagged} flagged translations";
        }
    }
}
