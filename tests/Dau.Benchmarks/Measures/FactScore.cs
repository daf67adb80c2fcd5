using Dau.Model;

namespace Dau.Benchmarks.Measures;

/// <summary>How one fact was read.</summary>
/// <param name="Fact">Its name, as in <see cref="DocumentFacts.Uncertain"/>.</param>
/// <param name="Score">1 for right, 0 for wrong; for lists F1.</param>
/// <param name="Expected">The truth; null where the letter does not say.</param>
/// <param name="Read">What was read; null for nothing.</param>
/// <param name="Uncertain">Whether it was marked as uncertain.</param>
/// <param name="ByHand">Whether it is written by hand.</param>
internal sealed record FactResult(string Fact, double Score, string? Expected, string? Read, bool Uncertain, bool ByHand)
{
    /// <summary>Whether it is as it should be: right, or, written by hand, at least marked.</summary>
    public bool IsRight => Score >= 1 || (ByHand && Uncertain);

    /// <summary>The worst outcome: something was read, it is wrong, and nothing warns of it.</summary>
    public bool IsWrongAndSure => Score < 1 && Read is not null && !Uncertain;
}

/// <summary>How well a document's facts were read.</summary>
/// <param name="Results">Fact by fact.</param>
internal sealed record FactScore(IReadOnlyList<FactResult> Results)
{
    /// <summary>Share of the facts that are as they should be.</summary>
    public double Share => Results.Count == 0 ? 1 : Results.Count(static r => r.IsRight) / (double)Results.Count;

    /// <summary>Compares facts with the truth.</summary>
    /// <param name="truth">What the letter says.</param>
    /// <param name="byHand">Names of the facts that are written by hand (<c>number</c>, <c>date</c>).</param>
    /// <param name="read">What was read.</param>
    public static FactScore Measure(DocumentFacts truth, IReadOnlyList<string> byHand, DocumentFacts read)
    {
        List<FactResult> results = [];
        void Add(string fact, string? expected, string? got, bool right) =>
            results.Add(new FactResult(fact, right ? 1 : 0, expected, got, read.Uncertain.Contains(fact), byHand.Contains(fact)));
        void Exact(string fact, string? expected, string? got) => Add(fact, expected, got, SameText(expected, got));
        void List(string fact, IReadOnlyList<string> expected, IReadOnlyList<string> got) =>
            results.Add(new FactResult(fact, F1(expected, got), Join(expected), Join(got), read.Uncertain.Contains(fact), byHand.Contains(fact)));

        Add("number", truth.Number, read.Number, Bare(truth.Number) == Bare(read.Number));
        Add("date", truth.Date, read.Date, truth.Date == read.Date);
        Exact("place", truth.Place, read.Place);
        Exact("parentIssuer", truth.ParentIssuer, read.ParentIssuer);
        Exact("issuer", truth.Issuer, read.Issuer);
        Exact("documentType", truth.DocumentType, read.DocumentType);
        Add("subject", truth.Subject, read.Subject, Near(truth.Subject, read.Subject, 0.10));
        Exact("urgency", truth.Urgency, read.Urgency);
        Exact("secrecy", truth.Secrecy, read.Secrecy);
        List("addressees", truth.Addressees, read.Addressees);
        List("recipients", truth.Recipients, read.Recipients);
        Exact("signer.name", truth.Signer?.Name, read.Signer?.Name);
        Exact("signer.rank", truth.Signer?.Rank, read.Signer?.Rank);
        Exact("signer.authority", truth.Signer?.Authority, read.Signer?.Authority);
        Exact("signer.titles", Join(truth.Signer?.Titles ?? []), Join(read.Signer?.Titles ?? []));
        string[] wanted = [.. truth.Citations.Select(static c => Bare(c.Number)!)], cited = [.. read.Citations.Select(static c => Bare(c.Number)!)];
        results.Add(new FactResult("citations", F1(wanted, cited, exact: true), Join(wanted), Join(cited), read.Uncertain.Contains("citations"), false));
        return new FactScore(results);
    }

    /// <summary>F1 of a list against the truth; an item counts once, and within 15 % edit distance unless it must be exact.</summary>
    public static double F1(IReadOnlyList<string> expected, IReadOnlyList<string> read, bool exact = false)
    {
        if (expected.Count == 0 && read.Count == 0)
        {
            return 1;
        }

        List<string> left = [.. read];
        int found = 0;
        foreach (string item in expected)
        {
            int at = left.FindIndex(r => exact ? r == item : Near(item, r, 0.15));
            if (at >= 0)
            {
                found++;
                left.RemoveAt(at);
            }
        }

        return 2.0 * found / (expected.Count + read.Count);
    }

    private static string? Join(IReadOnlyList<string> items) => items.Count == 0 ? null : string.Join(" | ", items);

    private static string? Bare(string? number) =>
        number is null ? null : string.Concat(NormalForm.Of(number).Where(static c => !char.IsWhiteSpace(c)));

    private static bool SameText(string? a, string? b) => a is null || b is null ? a == b : NormalForm.Of(a) == NormalForm.Of(b);

    private static bool Near(string? expected, string? read, double share)
    {
        if (expected is null || read is null)
        {
            return expected == read;
        }

        (string a, string b) = (NormalForm.Of(expected), NormalForm.Of(read));
        return Distance(a, b) <= share * Math.Max(1, a.Length);
    }

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
