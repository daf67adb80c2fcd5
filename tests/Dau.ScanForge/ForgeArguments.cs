using System.Globalization;
using Dau.ScanForge.Scanning;

namespace Dau.ScanForge;

/// <summary>The options behind a command.</summary>
internal sealed class ForgeArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal)
    {
        ["--count"] = "10", ["--seed"] = "1", ["--condition"] = "office", ["--font"] = "serif", ["--turn"] = "0", ["--marks"] = "usual", ["--sheets"] = "single",
    };

    public ForgeArguments(IReadOnlyList<string> args)
    {
        for (int i = 0; i < args.Count; i += 2)
        {
            if (!_values.ContainsKey(args[i]) || i + 1 == args.Count)
            {
                throw new ArgumentException($"'{args[i]}' is not an option with a value; --help lists them.", nameof(args));
            }

            _values[args[i]] = args[i + 1];
        }
    }

    public int Count => (int)Number("--count", 1, 100_000);

    public ulong Seed => (ulong)Number("--seed", 0, int.MaxValue);

    /// <summary>Whether letters carry more marks than is usual.</summary>
    public bool ManyMarks => _values["--marks"] switch
    {
        "usual" => false,
        "many" => true,
        _ => throw new ArgumentException($"--marks takes 'usual' or 'many', not '{_values["--marks"]}'."),
    };

    public IReadOnlyList<string> Conditions => _values["--condition"] == "all" ? Scanning.Conditions.Names : [_values["--condition"]];

    public ScanOptions Scan(string condition, int index) => new()
    {
        Condition = condition,
        Seed = Seed + (ulong)index,
        Font = _values["--font"],
        Turn = (int)Number("--turn", 0, 270),
        Facing = _values["--sheets"] switch
        {
            "single" => false,
            "facing" => true,
            _ => throw new ArgumentException($"--sheets takes 'single' or 'facing', not '{_values["--sheets"]}'."),
        },
    };

    private long Number(string name, long least, long most) =>
        long.TryParse(_values[name], NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most
            ? value
            : throw new ArgumentException($"{name} takes a whole number from {least} to {most}, not '{_values[name]}'.");
}
