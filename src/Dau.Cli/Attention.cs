using Dau.Model;

namespace Dau.Cli;

/// <summary>What a person should look at in a document, in short phrases.</summary>
internal static class Attention
{
    /// <summary>Words read with less confidence than this are counted as doubtful.</summary>
    public const double Doubtful = 0.6;

    public static IEnumerable<string> For(DocumentRecord document)
    {
        int failed = document.Pages.Count(static page => page.Status == PageStatus.Failed);
        if (failed > 0)
        {
            yield return failed == 1 ? "1 page failed" : $"{failed} pages failed";
        }

        if (document.Facts.Uncertain.Count > 0)
        {
            yield return "uncertain: " + string.Join(", ", document.Facts.Uncertain);
        }

        int doubtful = document.Pages.SelectMany(static page => page.Words).Count(static word => word.Confidence < Doubtful);
        if (doubtful > 0)
        {
            yield return doubtful == 1 ? "1 doubtful word" : $"{doubtful} doubtful words";
        }

        if (document.Corrections.Count > 0)
        {
            yield return document.Corrections.Count == 1 ? "1 word changed" : $"{document.Corrections.Count} words changed";
        }

        int flagged = document.Blocks.SelectMany(static block => block.Segments).Count(static segment => segment.Flags.Any(static flag => flag != "gloss"));
        if (flagged > 0)
        {
            yield return flagged == 1 ? "1 flagged translation" : $"{flagged} flagged translations";
        }
    }
}
