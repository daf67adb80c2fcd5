using Dau.Translation.Draft;
using Dau.Translation.Draft.Decoding;

namespace Dau.Translation.Templates;

/// <summary>
/// What a letter is about is put as a verb in Vietnamese ("Về việc thành lập …"); English wants the form in -ing: "On establishing …". Only for verbs of this
/// register, and for those that are nouns too (report, plan) only where an article or the like follows.
/// </summary>
internal static class Gerund
{
    private static readonly HashSet<string> Verbs = Set(
        "accept adjust allocate amend announce apply appoint approve arrange assign assist attend authorise ban build carry celebrate check clarify collect combat commend complete conduct confirm "
        + "consider consolidate construct continue convene coordinate correct create decide develop direct disburse disseminate dissolve enforce enhance ensure establish evaluate examine exempt expand "
        + "expedite explain extend facilitate finalise fulfil grant guarantee handle hand hold identify implement improve increase inspect inform intensify introduce invest invite investigate issue launch "
        + "maintain make manage merge mobilise monitor nominate notify observe open organise overcome participate perform permit prepare present preserve prevent proceed process proclaim prohibit promote "
        + "promulgate propagate propose protect provide publicise publish punish rearrange receive recall recognise rectify recover recruit reduce refuse register regulate reinforce relocate remind remove renew "
        + "reorganise repair replace reply require resolve respond restrict review revoke reward rotate secure select send set settle solve speed stop strengthen submit summarise supervise supplement suspend "
        + "take terminate tighten train transmit uphold urge verify withdraw");

    private static readonly HashSet<string> NounsToo = Set("report request plan work survey transfer guide support study control award list supply use visit reform change answer exchange");

    private static readonly HashSet<string> Determiners = Set("the a an its their his her all this these those each any some");

    private static readonly HashSet<string> AfterNoun = Set("of on for from by in to and or with");

    private static readonly HashSet<string> Doubles = Set("ban permit submit transmit transfer plan set stop control");

    /// <summary>A rendering whose first word is such a verb, also behind "to", with that word in -ing; any other as it is.</summary>
    public static Rendering Of(Rendering rendering)
    {
        const string InPlace = "in implementation of";
        if (rendering.Text.StartsWith(InPlace + " ", StringComparison.Ordinal))
        {
            return Begin(rendering, InPlace.Length, "implementing");
        }

        var words = rendering.Text.Split(' ', 4);
        var at = words[0] == "to" ? 1 : 0;
        if (words.Length < at + 2 || Stem(words[at], words[at + 1]) is not { } verb)
        {
            return rendering;
        }

        return Begin(rendering, at == 0 ? words[0].Length : "to ".Length + words[1].Length, Inflect(verb));
    }

    private static Rendering Begin(Rendering rendering, int old, string form)
    {
        var (text, links) = TextEdit.Apply(rendering.Text, rendering.Links, [new TextEdit(0, old, form)]);
        return rendering with { Text = text, Links = links };
    }

    private static string? Stem(string word, string next) => new[] { word, word.EndsWith('s') ? word[..^1] : word, word.EndsWith("es", StringComparison.Ordinal) ? word[..^2] : word }
        .FirstOrDefault(w => (Verbs.Contains(w) && !AfterNoun.Contains(next)) || (NounsToo.Contains(w) && Determiners.Contains(next)));

    private static string Inflect(string verb) => verb switch
    {
        _ when Doubles.Contains(verb) => verb + verb[^1] + "ing",
        [.., 'e'] when verb[^2] != 'e' => verb[..^1] + "ing",
        _ => verb + "ing",
    };

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
