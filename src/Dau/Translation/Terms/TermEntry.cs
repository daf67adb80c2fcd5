namespace Dau.Translation.Terms;

/// <summary>A term and how it stands in English.</summary>
/// <param name="Source">Vietnamese, NFC.</param>
/// <param name="Target">English.</param>
/// <param name="Abbreviation">The Vietnamese abbreviation; empty for none.</param>
/// <param name="Domain">What it belongs to, for example <c>organ</c>, <c>land</c>.</param>
/// <param name="Note">When it is used, or what else is usual.</param>
internal sealed record TermEntry(string Source, string Target, string Abbreviation, string Domain, string Note)
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "organ", "party", "front", "court", "police", "military", "title", "rank", "law-name", "event", "human-rights", "country",
    };

    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal) { "organ", "party", "front", "court", "police", "military" };

    /// <summary>Where the English comes from, for example a circular; empty where nothing is said.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Whether it is the settled name of an organ, a post or a law, not a word that may well stand otherwise in its sentence.</summary>
    public bool IsName => Names.Contains(Domain);

    /// <summary>Whether it is a body or a post in one: what a place after it belongs to.</summary>
    public bool IsBody => Bodies.Contains(Domain) || (Domain == "title" && Target.Contains(" of the ", StringComparison.Ordinal));
}
