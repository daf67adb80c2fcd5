using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>One way in which letters are laid out: a file of <c>Segmentation/Profiles</c>.</summary>
/// <param name="Id">Short name, for example <c>decree30</c>.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="From">First day on which it holds; null for no beginning.</param>
/// <param name="To">Last day on which it holds; null for no end.</param>
/// <param name="Header"><c>state</c> or <c>party</c>: whose title stands at the top right.</param>
/// <param name="Year">Whether numbers carry the year.</param>
/// <param name="Titles">The lines at the top right as the rule prints them.</param>
/// <param name="Number">Form of number and code without spaces, a regular expression.</param>
/// <param name="NumberRule">Where that form is laid down.</param>
/// <param name="Signing">Abbreviations before the body or post that is signed for.</param>
/// <param name="Ending">How the text ends; empty where nothing is laid down.</param>
/// <param name="EndingRule">Where that is laid down.</param>
/// <param name="Types">Names of types and their codes; an empty code where numbers carry none.</param>
/// <param name="Anchors">The words by which cells are known, by cell.</param>
/// <param name="Cells">The cells of the letter.</param>
internal sealed record LetterProfile(
    string Id, string Name, DateOnly? From, DateOnly? To, string Header, bool Year, IReadOnlyList<string> Titles, string Number, string NumberRule,
    IReadOnlyList<string> Signing, string Ending, string EndingRule, IReadOnlyDictionary<string, string> Types,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Anchors, IReadOnlyList<ProfileCell> Cells);

/// <summary>A cell of a letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Window">Where it usually stands: left, top, right, bottom as shares of the page.</param>
/// <param name="Rule">Where it is laid down.</param>
/// <param name="Required">Whether a letter must have it.</param>
internal sealed record ProfileCell(BlockKind Kind, IReadOnlyList<double> Window, string Rule, bool Required);

/// <summary>The profiles that are shipped.</summary>
internal static partial class LetterProfiles
{
    private const string Folder = ".Segmentation.Profiles.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>All of them, by id.</summary>
    internal static IReadOnlyList<LetterProfile> All { get; } = Load();

    /// <summary>The profile of a letter: by its title, by whether its number carries the year, and by its date; null for a document without a letterhead.</summary>
    /// <param name="blocks">The letter's blocks.</param>
    /// <param name="number">Its number; null where it is not known.</param>
    /// <param name="date">Its date, <c>yyyy-MM-dd</c>; null where it is not known: the newest profile is taken.</param>
    /// <param name="type">Its type; null where it is not known.</param>
    internal static LetterProfile? Choose(IReadOnlyList<Block> blocks, string? number, string? date, string? type = null)
    {
        Block? motto = blocks.FirstOrDefault(static b => b is { Kind: BlockKind.Motto, Section: Section.Header });
        int cells = blocks.Where(static b => b.Section == Section.Header && b.Kind is BlockKind.Issuer or BlockKind.Number or BlockKind.PlaceDate).Select(static b => b.Kind).Distinct().Count();
        if (motto is null ? cells < 2 : cells < 1)
        {
            return null;
        }

        bool party = motto is not null ? IsParty(motto)
            : number is not null && number.IndexOf('-', StringComparison.Ordinal) is int dash && dash > 0 && dash < number.IndexOf('/', StringComparison.Ordinal);
        bool year = (number?.Split('/') is [_, { Length: 4 } second, ..] && second.All(char.IsDigit)) || type is "nghị định" or "thông tư" or "thông tư liên tịch" or "luật" or "pháp lệnh";
        date ??= blocks.Where(static b => b.Kind == BlockKind.PlaceDate).SelectMany(static b => b.Segments).Select(static s => YearPattern().Match(s.Source)).FirstOrDefault(static m => m.Success)?.Value + "-07-01";
        DateOnly? day = DateOnly.TryParseExact(date, "yyyy-MM-dd", out DateOnly parsed) ? parsed : null;
        LetterProfile[] fitting = [.. All.Where(p => p.Header == (party ? "party" : "state") && p.Year == (year && !party))];
        return day is null ? fitting.FirstOrDefault(static p => p.To is null)
            : fitting.FirstOrDefault(p => (p.From is null || p.From <= day) && (p.To is null || day <= p.To)) ?? fitting.OrderBy(static p => p.From).FirstOrDefault();
    }

    // Whose title the lines at the top right are nearest to.
    private static bool IsParty(Block motto)
    {
        string letters = LetterForms.Letters(string.Join(' ', motto.Segments.Select(static s => s.Source)));
        return All.OrderBy(p => p.Titles.Min(t => LetterForms.Distance(letters, LetterForms.Letters(t)))).First().Header == "party"
            && !letters.Contains("doclap", StringComparison.Ordinal) && !letters.Contains("hanhphuc", StringComparison.Ordinal);
    }

    private static LetterProfile[] Load()
    {
        Assembly assembly = typeof(LetterProfiles).Assembly;
        List<LetterProfile> profiles = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(static n => n.Contains(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            profiles.Add(JsonSerializer.Deserialize<LetterProfile>(stream, Options) ?? throw new InvalidDataException($"{name} is empty."));
        }

        return [.. profiles];
    }

    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex YearPattern();
}
