using Dau.ScanForge.Letters;
using Dau.ScanForge.Scanning;

namespace Dau.ScanForge;

/// <summary>A sample: a letter and how it is scanned.</summary>
/// <param name="FileName">Name of the file, without extension.</param>
/// <param name="Letter">The letter.</param>
/// <param name="Options">How it is scanned.</param>
public sealed record Sample(string FileName, Letter Letter, ScanOptions Options);

/// <summary>The samples that the project ships under samples/.</summary>
public static class SampleSet
{
    /// <summary>The samples, in the order of their names.</summary>
    public static IReadOnlyList<Sample> All { get; } =
    [
        Make(1, OfficeLetters.InternalAffairs, new ScanOptions { Condition = "office", Seed = 11 }),
        Make(2, DecisionLetters.Inspection, new ScanOptions { Condition = "office", Seed = 12 }),
        Make(3, DecisionLetters.PropagandaPlan, new ScanOptions { Condition = "fax", Seed = 13 }),
        Make(4, OfficeLetters.HealthNotice, new ScanOptions { Condition = "photo", Seed = 14 }),
        Make(5, DecisionLetters.Invitation, new ScanOptions { Condition = "office", Seed = 15, Turn = 90 }),
        Make(6, DecisionLetters.LandReport, new ScanOptions { Condition = "office", Seed = 16 }),
        Make(7, PartyLetters.ProvincialCommittee, new ScanOptions { Condition = "clean", Seed = 17 }),
        Make(8, PartyLetters.WithAppendix, new ScanOptions { Condition = "office", Seed = 18 }),
        Make(9, PartyLetters.OfficeByOrder, new ScanOptions { Condition = "digital", Seed = 19 }),
        Make(10, PartyLetters.Draft, new ScanOptions { Condition = "fax", Seed = 20 }),
        Make(11, OfficeLetters.PoliceRequest, new ScanOptions { Condition = "photo", Seed = 21 }),
    ];

    private static Sample Make(int number, Letter letter, ScanOptions options) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:00}-{letter.Name}-MAU-SPECIMEN"), letter, options);
}
