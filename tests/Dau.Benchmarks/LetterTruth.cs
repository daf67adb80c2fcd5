using System.Text.Json;
using Dau.Benchmarks.Measures;
using Dau.Model;

namespace Dau.Benchmarks;

/// <summary>What a person read off a real letter.</summary>
/// <param name="Name">Name of the file without ending.</param>
/// <param name="Facts">What the letter says.</param>
/// <param name="ByHand">Facts that are written by hand.</param>
/// <param name="Unsure">Fields that the person doubted: they are not scored.</param>
internal sealed record LetterTruth(string Name, DocumentFacts Facts, IReadOnlyList<string> ByHand, IReadOnlyList<string> Unsure)
{
    /// <summary>The letters of a <c>truth.json</c>.</summary>
    public static IReadOnlyList<LetterTruth> Load(string file)
    {
        using JsonDocument truths = JsonDocument.Parse(File.ReadAllText(file));
        return [.. truths.RootElement.EnumerateObject().Select(static letter => Of(letter.Name, letter.Value))];
    }

    /// <summary>Compares facts that were read with the truth.</summary>
    public FactScore Measure(DocumentFacts read) =>
        new([.. FactScore.Measure(Facts, ByHand, read).Results.Where(result => !Unsure.Contains(result.Fact.Split('.')[0]))]);

    private static LetterTruth Of(string name, JsonElement letter)
    {
        var facts = new DocumentFacts
        {
            Number = Text("number"), Date = Text("date"), Place = Text("place"), ParentIssuer = Text("parentIssuer"), Issuer = Text("issuer"),
            DocumentType = Text("documentType"), Subject = Text("subject"), Urgency = Text("urgency"), Secrecy = Text("secrecy"),
            Addressees = Texts("addressees"), Recipients = Texts("recipients"),
            Signer = new Signer(Text("signerName"), Text("signerRank"), Texts("signerTitles"), Text("authority")),
            Citations = [.. Texts("citations").Select(static number => new Citation(number, null, null, ""))],
        };
        List<string> byHand = [];
        if (letter.GetProperty("numberHandwritten").GetBoolean())
        {
            byHand.Add("number");
        }

        if (letter.GetProperty("dayHandwritten").GetBoolean())
        {
            byHand.Add("date");
        }

        return new LetterTruth(name, facts, byHand, Texts("unsure"));

        string? Text(string field) => letter.TryGetProperty(field, out JsonElement value) ? value.GetString() : null;
        string[] Texts(string field) => letter.TryGetProperty(field, out JsonElement value) ? [.. value.EnumerateArray().Select(static item => item.GetString()!)] : [];
    }
}
