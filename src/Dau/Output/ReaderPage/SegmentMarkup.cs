namespace Dau.Output.ReaderPage;

/// <summary>Writes one segment: Vietnamese with its changed and doubtful words marked, English with what a reader should know.</summary>
internal sealed class SegmentMarkup(Lookup lookup, HtmlWriter html)
{
    /// <summary>Writes both languages of a segment.</summary>
    public void Write(Segment segment)
    {
        Word[] words = [.. segment.WordIds.Select(lookup.Word).OfType<Word>()];
        bool differs = !string.Equals(segment.Ocr, segment.Source, StringComparison.Ordinal);
        html.Raw(differs ? "<p class=\"vi differs\" lang=\"vi\"><span class=\"src\">" : "<p class=\"vi\" lang=\"vi\"><span class=\"src\">");
        Marked(segment.Source, words, static word => word.Source);
        html.Raw("</span>");
        if (differs)
        {
            html.Raw("<span class=\"ocr\">");
            Marked(segment.Ocr, words, static word => word.Ocr);
            html.Raw("</span>");
        }

        html.Raw("</p><p class=\"en\">");
        English(segment);
        html.Raw("</p>");
    }

    private void English(Segment segment)
    {
        if (segment.Reviewed is { } reviewed)
        {
            html.Raw("<span class=\"reviewed\">").Text(reviewed).Raw("</span> <span class=\"tag good\" title=\"A person settled on this text.\">reviewed</span>");
            return;
        }

        if (string.IsNullOrWhiteSpace(segment.Target))
        {
            html.Raw("<span class=\"none\">no translation</span>");
        }
        else
        {
            html.Raw("<span class=\"tgt\">").Text(segment.Target).Raw("</span>");
            Label(segment);
        }

        foreach (string flag in segment.Flags.Where(flag => Wording.IsWarning(flag) && !(segment.Target is null && flag == "notTranslated")))
        {
            html.Raw(" <span class=\"flag\"><b aria-hidden=\"true\">!</b>").Text(Wording.Flag(flag)).Raw("</span>");
        }
    }

    private void Label(Segment segment)
    {
        if (IsGloss(segment))
        {
            html.Raw(" <span class=\"tag\" title=\"Words looked up one by one. Not a translation to quote.\">")
                .Raw(IsIncomplete(segment) ? "gloss, incomplete</span>" : "gloss</span>");
        }
        else if (IsIncomplete(segment))
        {
            html.Raw(" <span class=\"tag\" title=\"Some words have no English here and stand as printed.\">incomplete</span>");
        }
        else if (segment.Engine == "memory" && segment.Quality is { } rate)
        {
            html.Raw(" <span class=\"tag\" title=\"From your translation memory.\">memory ").Text(Wording.Percent(rate)).Raw("</span>");
        }
        else if (segment.Engine is not ("template" or "human") && segment.Quality is < 0.4)
        {
            html.Raw(" <span class=\"tag\"").Attribute("title", $"Estimated quality {Wording.Percent(segment.Quality.Value)}.").Raw(">weak</span>");
        }
    }

    /// <summary>Whether the English is words looked up one by one.</summary>
    internal static bool IsGloss(Segment segment) => segment.Reviewed is null && segment.Target is not null && segment.Flags.Contains("gloss");

    /// <summary>Whether an engine made the English that nobody has checked.</summary>
    internal static bool IsDraft(Segment segment) => segment.Reviewed is null && segment.Target is not null && (segment.Engine is not (null or "template" or "memory" or "human") || segment.Flags.Contains("fuzzyMatch"));

    private static bool IsIncomplete(Segment segment) => segment.Flags.Contains("untranslated");

    private void Marked(string text, Word[] words, Func<Word, string> form)
    {
        TextSpan?[] places = WordPlaces.Find(text, Array.ConvertAll(words, word => form(word)));
        int at = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (places[i] is not { } place || Remark(words[i]) is not (string kind, string remark))
            {
                continue;
            }

            html.Text(text, at, place.Start)
                .Raw($"<span class=\"{kind}\" tabindex=\"0\" role=\"button\"").Attribute("data-w", words[i].Id).Attribute("title", remark).Raw(">")
                .Text(text, place.Start, place.End).Raw("</span>");
            at = place.End;
        }

        html.Text(text, at, text.Length);
    }

    private (string Kind, string Remark)? Remark(Word word) =>
        lookup.CorrectionOf(word.Id) is { } correction ? ("fix", Wording.Change(correction))
        : lookup.IsDoubtful(word) ? ("doubt", Wording.Doubt(word))
        : null;
}
