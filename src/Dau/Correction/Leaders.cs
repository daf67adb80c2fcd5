using System.Text.RegularExpressions;

namespace Dau.Correction;

/// <summary>Takes dotted leaders that the engine read as letters ("năm.essseenseee") for what they are.</summary>
internal static partial class Leaders
{
    /// <summary>How sure it is that such a tail is no text.</summary>
    private const double Sure = 0.95;

    /// <summary>The word with a leader put back in the place of what was read; any other word comes back as it is.</summary>
    public static Word Clear(Word word, List<Model.Correction> corrections)
    {
        Match tail = Tail().Match(word.Source);
        if (!tail.Success)
        {
            return word;
        }

        return Change.Of(word, word.Source[..tail.Index] + "…", "leader", Sure, corrections);
    }

    // Eight letters or more of those that dots look like, three of a kind in a row among them, with what follows; or four of them after as many dots.
    [GeneratedRegex(@"[.…·]*(?=[nesrcuoö]*(?:nnn|eee|sss))[nesrcuoö]{8,}[a-z0ö.…·]*(?:000[0-9]*[a-z.…·]*)?$|[.…·]{4,}(?=[a-z0-9]*[nesrcuo]{4})[a-z0-9ö.…·]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
