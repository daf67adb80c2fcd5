namespace Dau.Correction;

/// <summary>How a word is changed, whatever the reason: one entry in the log for each word, the last change standing.</summary>
internal static class Change
{
    /// <summary>The word as it now is, what it was before among its alternatives.</summary>
    /// <param name="word">The word.</param>
    /// <param name="after">What it says.</param>
    /// <param name="reason">Why.</param>
    /// <param name="sure">How sure that is, 0 to 1.</param>
    /// <param name="log">Told of it.</param>
    public static Word Of(Word word, string after, string reason, double sure, List<Model.Correction> log)
    {
        Log(word, after, reason, sure, log);
        return word with { Source = after, Alternatives = [new Alternative(word.Source, Math.Round(1 - sure, 2)), .. word.Alternatives.Where(other => other.Text != after)] };
    }

    /// <summary>Enters a change; an earlier one of the same word gives way, and one back to what was read leaves none.</summary>
    public static void Log(Word word, string after, string reason, double sure, List<Model.Correction> log)
    {
        log.RemoveAll(earlier => earlier.Word == word.Id);
        if (after != word.Ocr)
        {
            log.Add(new Model.Correction(word.Id, word.Ocr, after, reason, sure));
        }
    }
}
