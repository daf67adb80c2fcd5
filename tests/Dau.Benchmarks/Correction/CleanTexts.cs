using System.Globalization;
using System.Text.Json;

namespace Dau.Benchmarks.Correction;

/// <summary>Texts that are right as they are.</summary>
internal static class CleanTexts
{
    private const int Names = 3000;

    /// <summary>Sentences with names drawn at random, rare ones as often as frequent ones.</summary>
    /// <param name="lexicon">Folder of the lists of names.</param>
    public static IEnumerable<string> RareNames(string lexicon)
    {
        string[] families = [.. First("family_names.tsv")], given = [.. First("given_names.tsv")], double_ = [.. First("given_names_two_syllable.txt")];
        string[] wards = [.. File.ReadLines(Path.Combine(lexicon, "admin_units_pre_2025-07.tsv")).Skip(1).Select(static line => line.Split('\t')).Where(static cells => cells.Length > 2 && cells[2].Length > 0).Select(static cells => $"{cells[2]}, {cells[1]}")];
        var random = new Random(9600);
        string[] middle = ["Thị", "Văn", "Đức", "A", "Thị", "Xuân"];
        for (int i = 0; i < Names; i++)
        {
            string name = i % 2 == 0 ? $"{Pick(families)} {Pick(middle)} {Pick(given)}" : $"{Pick(families)} {Pick(double_)}";
            yield return (i % 4) switch
            {
                0 => $"Ông {name}, sinh năm 1971, trú tại {Pick(wards)}.",
                1 => $"Giao bà {name} chịu trách nhiệm thi hành quyết định này.",
                2 => $"{i}. {name}, {Pick(wards)}.",
                _ => name.ToUpperInvariant(),
            };
        }

        string Pick(string[] from) => from[random.Next(from.Length)];

        IEnumerable<string> First(string file) => File.ReadLines(Path.Combine(lexicon, file)).Select(static line => line.Split('\t')[0].Trim()).Where(static name => name.Length > 0);
    }

    /// <summary>Articles with labelled spelling errors, each error a stretch of the text.</summary>
    public static IEnumerable<(string Text, IReadOnlyList<(int Start, int Length, IReadOnlyList<string> Right)> Errors)> Spelling(string file)
    {
        foreach (string line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            yield return (json.RootElement.GetProperty("text").GetString()!,
                [.. json.RootElement.GetProperty("mistakes").EnumerateArray().Select(static mistake => (
                    int.Parse(mistake.GetProperty("start_offset").GetString()!, CultureInfo.InvariantCulture), mistake.GetProperty("text").GetString()!.Length,
                    (IReadOnlyList<string>)[.. mistake.GetProperty("suggest").EnumerateArray().Select(static right => right.GetString()!)]))]);
        }
    }
}
