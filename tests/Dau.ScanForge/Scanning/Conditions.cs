namespace Dau.ScanForge.Scanning;

/// <summary>The conditions by name.</summary>
public static class Conditions
{
    /// <summary>Name of the condition that is not a scan: a PDF with its own text.</summary>
    public const string Digital = "digital";

    private static readonly Dictionary<string, ICondition> ByName = new(StringComparer.Ordinal)
    {
        ["clean"] = new CleanScan(),
        ["office"] = new OfficeScan(),
        ["fax"] = new FaxScan(),
        ["photo"] = new PhotoScan(),
        ["office-hard"] = new HardOfficeScan(),
        ["fax-hard"] = new HardFaxScan(),
        ["photo-hard"] = new HardPhotoScan(),
    };

    /// <summary>All names, with <see cref="Digital"/>.</summary>
    public static IReadOnlyList<string> Names => [.. ByName.Keys, Digital];

    internal static ICondition Find(string name) => ByName.TryGetValue(name, out ICondition? condition)
        ? condition
        : throw new ArgumentException($"No condition is called '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
}
