namespace Dau.Training;

/// <summary>
/// Makes the list of places that the facts are held against (<c>src/Dau/Facts/Data/places.tsv</c>) of two tables of administrative units: those of before
/// and those of after 1 July 2025, when the districts went.
/// </summary>
internal static class PlaceList
{
    private static readonly string[] Types =
        ["Thành phố", "Thành Phố", "Tỉnh", "Quận", "Huyện", "Thị xã", "Thị Xã", "Phường", "Xã", "Thị trấn", "Thị Trấn", "Đặc khu", "Đặc Khu"];

    /// <param name="before">Table with province, district and commune in three columns, names with their types.</param>
    /// <param name="after">Table with the type of unit in the fifth column and its name with type in the sixth.</param>
    /// <param name="output">Where to.</param>
    public static void Make(string before, string after, string output)
    {
        Dictionary<(char Level, string Name), (bool Old, bool New)> places = [];
        foreach (string[] row in Rows(before))
        {
            Add('P', row[0], old: true);
            Add('D', row[1], old: true);
            Add('C', row[2], old: true);
        }

        foreach (string[] row in Rows(after))
        {
            Add(row[4] == "province" ? 'P' : 'C', row[5], old: false);
        }

        // A line for each level and time; names of the level in order.
        File.WriteAllLines(output, places.GroupBy(static p => (p.Key.Level, Time: p.Value switch { (true, true) => "both", (true, false) => "old", _ => "new" }))
            .OrderBy(static g => g.Key).Select(static g => $"{g.Key.Level}\t{g.Key.Time}\t{string.Join(';', g.Select(static p => p.Key.Name).Order(StringComparer.Ordinal))}"));

        void Add(char level, string full, bool old)
        {
            string name = string.Join(' ', Bare(full.Normalize()).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(OlderPlacement));
            if (name.Any(char.IsLetter))
            {
                (bool Old, bool New) times = places.GetValueOrDefault((level, name));
                places[(level, name)] = (times.Old || old, times.New || !old);
            }
        }
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(file).Skip(1).Select(static line => line.Split('\t')).Where(static row => row.Length > 2);

    // Hoà and Hòa are one name.
    private static string OlderPlacement(string syllable)
    {
        string lower = syllable.ToLowerInvariant(), older = Correction.TonePlacement.ToOld(lower);
        return older == lower ? syllable : char.ToUpperInvariant(older[0]) + older[1..];
    }

    private static string Bare(string full) => Array.Find(Types, t => full.StartsWith(t + " ", StringComparison.Ordinal)) is string type ? full[(type.Length + 1)..] : full;
}
