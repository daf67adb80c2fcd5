using Dau.Model;
using Dau.Output.ReaderPage;

namespace Dau.Cli;

/// <summary>What a person should look at in a document, in short phrases.</summary>
internal static class Attention
{
    public static IEnumerable<string> For(DocumentRecord document)
    {
        var lookup = new Lookup(document); // counts as the reader page counts, so that the two never disagree
        int failed = document.Pages.Count(static page => page.Status == PageStatus.Failed);
        if (failed > 0)
        {
            yield return failed == 1 ? "1 page failed" : $"{failed} pages failed";
        }

        if (document.Facts.Profile is null)
        {
            yield return "layout not recognised";
        }

        if (document.Facts.Uncertain.Count > 0)
        {
            yield return "uncertain: " + string.Join(", ", document.Facts.Uncertain);
        }

        int doubtful = lookup.CountDoubtful();
        if (doubtful > 0)
        {
            yield return doubtful == 1 ? "1 doubtful word" : $"{doubtful} doubtful words";
        }

        if (document.Corrections.Count > 0)
        {
            yield return document.Corrections.Count == 1 ? "1 word changed" : $"{document.Corrections.Count} words changed";
        }

        int flagged = lookup.CountWarned();
        if (flagged > 0)
        {
            yield return flagged == 1 ? "1 flagged translation" : $"{flagged} flagged translations";
        }
    }
}
