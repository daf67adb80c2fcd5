using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Dau.Correction;
using Dau.Model;
using Dau.Output;
using Spectre.Console;

namespace Dau.Cli;

/// <summary><c>dau explain</c>: why a word was changed or left.</summary>
internal static partial class ExplainCommand
{
    /// <summary>Readings shown at most: with more than these differences no word is in doubt.</summary>
    private const int MostReadings = 12;

    private const int WordsAround = 5;

    public static Command Create()
    {
        var place = new Argument<string>("CASE") { Description = "A document's folder in a case, its document.json, or a case with one document." };
        var id = new Argument<string>("WORD-ID") { Description = "The word, as document.json and the reader page name it: p2w17 is the 17th word of page 2." };
        var command = new Command("explain", """
            Says why a word was changed or left as it was read: what else it may have been, what each reading costs by what the engine saw (channel), what the
            words around it say for it (context), and the decision.

            Example:
              ./dau explain case/letter p1w42
            """) { place, id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string wordId = parsed.GetValue(id)!;
            int page = Id().Match(wordId) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? number : throw new DauException(Fault.Usage, $"'{wordId}' is no word's id; ids look like p2w17: page 2, word 17.");
            (string folder, DocumentRecord document) = await FindAsync(parsed.GetValue(place)!, cancellationToken).ConfigureAwait(false);
            Page record = document.Pages.FirstOrDefault(p => p.Number == page) ?? throw new InputException($"The document has no page {page}; it was read up to page {document.Pages.Select(static p => p.Number).DefaultIfEmpty(0).Max()}.");
            int index = record.Words.Index().Where(w => w.Item.Id == wordId).Select(static w => w.Index).DefaultIfEmpty(-1).First();
            if (index < 0)
            {
                throw new InputException($"Page {page} has no word {wordId}; it has {record.Words.Count} words, p{page}w1 to p{page}w{record.Words.Count}.");
            }

            Explain(AnsiConsole.Console, folder, document, record, index);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<CaseDocument> FindAsync(string place, CancellationToken cancellationToken)
    {
        IReadOnlyList<CaseDocument> documents = await CaseDocuments.LoadAsync([place], cancellationToken).ConfigureAwait(false);
        return documents.Count == 1 ? documents[0]
            : throw new DauException(Fault.Usage, $"{place} holds {documents.Count} documents; name the folder of one, for example {documents[0].Folder}.");
    }

    private static void Explain(IAnsiConsole console, string folder, DocumentRecord document, Page record, int index)
    {
        Word word = record.Words[index];
        Model.Correction? change = document.Corrections.FirstOrDefault(c => c.Word == word.Id);
        Say($"{word.Id}, page {record.Number} at {Lines.Box(word.Box)}");
        Say($"  as read   {word.Ocr}");
        Say(change is null ? "  now       as it was read" : string.Create(CultureInfo.InvariantCulture, $"  now       {word.Source}  (reason: {change.Reason}; {change.Confidence * 100:0} % sure)"));
        Say($"  around    {Around(record.Words, index)}");
        Say("");
        foreach (string line in Reasons(folder, document, record, index, change))
        {
            Say(line);
        }

        void Say(string line) => Lines.Say(console, line);
    }

    private static IEnumerable<string> Reasons(string folder, DocumentRecord document, Page record, int index, Model.Correction? change)
    {
        if (record.Origin == TextOrigin.TextLayer)
        {
            return ["The page's text was in the file; it is never changed."];
        }

        if (document.Run.Options.GetValueOrDefault("correction") == "off")
        {
            return ["Correction was switched off for this run (--no-correction)."];
        }

        if (PageStore.AsRead(folder, record.Number) is not { } page || page.Words.Count != record.Words.Count)
        {
            throw new InputException($"What the engine read letter by letter is not in {Path.Combine(folder, "pages")}: the document was read by an earlier version. Read it again: ./dau read INPUT --out CASE --again");
        }

        (IReadOnlyList<WordDecision> decisions, string? warning) = new ShippedCorrector().Explain(page);
        return warning is not null ? [warning]
            : [.. decisions.FirstOrDefault(d => d.Word == index) is { } decision ? Weighed(decision) : [Single(page.Words[index])], .. Later(decisions, page, index, change)];
    }

    private static IEnumerable<string> Weighed(WordDecision decision)
    {
        yield return "  reading               channel    context        sum";
        IEnumerable<int> shown = Enumerable.Range(0, decision.Readings.Count).OrderByDescending(reading => decision.Gains[reading]).Take(MostReadings);
        foreach (int reading in shown.Union([0]))
        {
            Candidate candidate = decision.Readings[reading];
            float channel = decision.Readings[0].Cost - candidate.Cost;
            yield return string.Create(CultureInfo.InvariantCulture, $"  {candidate.Text,-18} {channel,10:+0.00;-0.00;0.00} {decision.Gains[reading] - channel,10:+0.00;-0.00;0.00} {decision.Gains[reading],10:+0.00;-0.00;0.00}{(reading == 0 ? "  as read" : "")}");
        }

        yield return "";
        yield return "  Natural logarithms, against the word as read and with its neighbours as they were decided. Channel: how likely the engine is to misread so.";
        yield return "  Context: how likely the words around make it.";
        string best = decision.Readings[decision.Best].Text;
        float gain = decision.Gains[decision.Best];
        string name = decision.IsName ? " It is held for part of a name, where every change costs more." : "";
        yield return decision.Best == 0 ? "  Decision: left as read; no other reading is likelier." + name
            : decision.Changed ? string.Create(CultureInfo.InvariantCulture, $"  Decision: changed to {best}, which gains {gain:0.00}; {ContextCorrector.Margin:0.0} is needed.{name}")
            : string.Create(CultureInfo.InvariantCulture, $"  Decision: left as read; {best} is likelier, but gains only {gain:0.00} and {ContextCorrector.Margin:0.0} is needed. It is listed among the other readings.{name}");
    }

    private static string Single(Word word)
    {
        Token token = Token.Of(VietnameseLetters.Compose(word.Source));
        return token.Kind switch
        {
            TokenKind.Signs => "Signs only: there is nothing to correct.",
            TokenKind.Number => "It has a digit in it: numbers, dates and codes are never changed.",
            TokenKind.Code => "Signs stand between its letters: codes, addresses and abbreviations are never changed.",
            _ => "No other reading was weighed: its capitals are those of an abbreviation, or no syllable is near it (a word of another language, perhaps).",
        };
    }

    /// <summary>What the correction of this version does not account for.</summary>
    private static IEnumerable<string> Later(IReadOnlyList<WordDecision> decisions, Page page, int index, Model.Correction? change)
    {
        WordDecision? decision = decisions.FirstOrDefault(d => d.Word == index);
        string here = decision is { Changed: true } ? decision.Readings[decision.Best].Text : VietnameseLetters.Compose(page.Words[index].Source);
        if (change is not null && change.After != here)
        {
            yield return $"  Afterwards it became {change.After}: {change.Reason}.";
        }
        else if (change is null && decision is { Changed: true })
        {
            yield return "  The document does not have this change: it was corrected by another version, or a later stage took it back.";
        }
    }

    private static string Around(IReadOnlyList<Word> words, int index)
    {
        int from = Math.Max(0, index - WordsAround), to = Math.Min(words.Count - 1, index + WordsAround);
        return string.Join(' ', Enumerable.Range(from, to - from + 1).Select(i => i == index ? $"[{words[i].Source}]" : words[i].Source));
    }

    [GeneratedRegex("^p([0-9]{1,6})w[0-9]{1,7}$")]
    private static partial Regex Id();
}
