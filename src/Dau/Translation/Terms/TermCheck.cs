namespace Dau.Translation.Terms;

/// <summary>Two renderings of one term: the same Vietnamese and domain, English that differs in more than its capitals.</summary>
/// <param name="Source">The Vietnamese.</param>
/// <param name="Domain">The domain; empty for none.</param>
/// <param name="Targets">The English forms, in the order of the file.</param>
internal sealed record Contradiction(string Source, string Domain, IReadOnlyList<string> Targets)
{
    public override string ToString() => $"'{Source}'{(Domain.Length > 0 ? $" ({Domain})" : "")}: {string.Join(" / ", Targets.Select(static t => $"'{t}'"))}";
}

/// <summary>Holds a termbase against itself.</summary>
internal static class TermCheck
{
    private const int MostNamed = 10;

    /// <summary>Terms with more than one English in one domain.</summary>
    public static IReadOnlyList<Contradiction> Contradictions(IEnumerable<TermEntry> entries) =>
    [
        .. entries.GroupBy(static e => (Key: Termbase.Key(e.Source), Domain: e.Domain.ToLowerInvariant()))
            .Select(static g => new Contradiction(g.First().Source, g.First().Domain, [.. g.Select(static e => e.Target).Distinct(StringComparer.OrdinalIgnoreCase)]))
            .Where(static c => c.Targets.Count > 1),
    ];

    /// <summary>Terms whose English differs from one domain to another: the first of them is the one that is used.</summary>
    public static IReadOnlyList<Contradiction> AcrossDomains(IEnumerable<TermEntry> entries) =>
    [
        .. entries.GroupBy(static e => Termbase.Key(e.Source))
            .Where(static g => g.Select(static e => e.Domain.ToLowerInvariant()).Distinct().Skip(1).Any())
            .Select(static g => new Contradiction(g.First().Source, "", [.. g.Select(static e => e.Target).Distinct(StringComparer.OrdinalIgnoreCase)]))
            .Where(static c => c.Targets.Count > 1),
    ];

    /// <summary>Refuses a termbase that contradicts itself.</summary>
    /// <exception cref="InputException">It does; the message names the terms.</exception>
    public static void Refuse(string name, IReadOnlyList<TermEntry> entries)
    {
        var found = Contradictions(entries);
        if (found.Count > 0)
        {
            throw new InputException(
                $"{name} gives {(found.Count == 1 ? "a term" : $"{found.Count} terms")} more than one English in one domain. Settle which it is, or give each its domain:"
                + string.Concat(found.Take(MostNamed).Select(static c => $"{Environment.NewLine}  {c}")) + (found.Count > MostNamed ? $"{Environment.NewLine}  …" : ""));
        }
    }
}
