namespace Dau.ScanForge.Letters;

/// <summary>All hand-written letters.</summary>
public static class LetterShelf
{
    /// <summary>The letters, in a fixed order.</summary>
    public static IReadOnlyList<Letter> All { get; } =
    [
        OfficeLetters.InternalAffairs, OfficeLetters.HealthNotice, OfficeLetters.PoliceRequest,
        DecisionLetters.Inspection, DecisionLetters.PropagandaPlan, DecisionLetters.LandReport, DecisionLetters.Invitation,
        PartyLetters.ProvincialCommittee, PartyLetters.DistrictPropaganda, PartyLetters.OfficeByOrder, PartyLetters.Draft,
        PartyLetters.WithAppendix, PartyLetters.Classified, PartyLetters.SchoolProposal,
    ];
}
