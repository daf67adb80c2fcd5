namespace Dau.Translation.Terms;

/// <summary>A term and how it stands in English.</summary>
/// <param name="Source">Vietnamese, NFC.</param>
/// <param name="Target">English.</param>
/// <param name="Abbreviation">The Vietnamese abbreviation; empty for none.</param>
/// <param name="Domain">What it belongs to, for example <c>organ</c>, <c>land</c>.</param>
/// <param name="Note">When it is used, or what else is usual.</param>
internal sealed record TermEntry(string Source, string Target, string Abbreviation, string Domain, string Note);
