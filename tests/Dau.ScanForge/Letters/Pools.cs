using System.Reflection;

namespace Dau.ScanForge.Letters;

/// <summary>The sentences, names and offices that made letters draw from. Each file under Pools/ holds lines in sections that start with <c># name</c>.</summary>
internal static class PoolLibrary
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Bodies { get; } = Load("body");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Subjects { get; } = Load("subjects");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; } = Load("phrases");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; } = Load("names");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Cited { get; } = Load("cited");

    public static IReadOnlyList<string> Addressees { get; } = Load("addressees")[""];

    public static IReadOnlyList<Office> Offices { get; } = [.. Load("offices").Values.SelectMany(static v => v).Select(Office.Parse)];

    private static Dictionary<string, IReadOnlyList<string>> Load(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Dau.ScanForge.Letters.Pools.{name}.txt")
            ?? throw new InvalidOperationException($"The pool {name} is not in the assembly.");
        using StreamReader reader = new(stream);
        Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);
        string section = "";
        while (reader.ReadLine() is string line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                section = line[2..];
            }
            else if (line.Length > 0)
            {
                if (!sections.TryGetValue(section, out List<string>? lines))
                {
                    sections[section] = lines = [];
                }

                lines.Add(line.Normalize());
            }
        }

        return sections.ToDictionary(static s => s.Key, static s => (IReadOnlyList<string>)s.Value, StringComparer.Ordinal);
    }
}

/// <summary>An invented office that writes letters.</summary>
/// <param name="Domain">What it writes about.</param>
/// <param name="Parent">Line above it; empty for none. <c>{TINH}</c> and <c>{HUYEN}</c> stand for province and district in capitals.</param>
/// <param name="Issuer">Its name on the letterhead.</param>
/// <param name="Code">Its letters in a number.</param>
/// <param name="Departments">Letters of its departments.</param>
/// <param name="Head">Post of its head, in capitals.</param>
/// <param name="Deputy">Post of the deputy, in capitals.</param>
/// <param name="File">Department in "Lưu: VT, …".</param>
/// <param name="SealMiddle">Lines in the middle of its seal; empty for a star.</param>
/// <param name="Name">Its name in running text.</param>
internal sealed record Office(string Domain, string Parent, string Issuer, string Code, IReadOnlyList<string> Departments, string Head, string Deputy, string File,
    IReadOnlyList<string> SealMiddle, string Name)
{
    public static Office Parse(string line)
    {
        string[] cells = [.. line.Split('|').Select(static c => c.Replace("\\n", "\n", StringComparison.Ordinal))];
        return new Office(cells[0], cells[1], cells[2], cells[3], cells[4].Split(','), cells[5], cells[6], cells[7],
            cells[8].Length == 0 ? [] : cells[8].Split('/'), cells[9]);
    }
}
