namespace Dau.Model;

/// <summary>What a letter says about itself. What the scan does not say is null or empty; what was read from doubtful words is named in <see cref="Uncertain"/>.</summary>
public sealed record DocumentFacts
{
    /// <summary>Which way of laying out letters it follows, for example <c>decree30</c>; null where the layout was not recognised.</summary>
    public string? Profile { get; init; }

    /// <summary>Number and code without spaces, for example <c>3474/BCĐVNQ</c>; null for an unnumbered draft.</summary>
    public string? Number { get; init; }

    /// <summary>Day of issue, <c>yyyy-MM-dd</c>; null where day, month or year is missing.</summary>
    public string? Date { get; init; }

    /// <summary>Place of issue, as printed before the date.</summary>
    public string? Place { get; init; }

    /// <summary>The body above the issuer.</summary>
    public string? ParentIssuer { get; init; }

    /// <summary>The issuing body.</summary>
    public string? Issuer { get; init; }

    /// <summary>Type of document in lower case, for example <c>công văn</c>, <c>quyết định</c>.</summary>
    public string? DocumentType { get; init; }

    /// <summary>Subject without "V/v".</summary>
    public string? Subject { get; init; }

    /// <summary>Degree of urgency as printed.</summary>
    public string? Urgency { get; init; }

    /// <summary>Degree of secrecy as printed.</summary>
    public string? Secrecy { get; init; }

    /// <summary>Whom it is addressed to (Kính gửi), an item each, as printed.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Nơi nhận, an item each, as printed, without the leading dash.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Who signed; null where no signature block was found.</summary>
    public Signer? Signer { get; init; }

    /// <summary>Who signed beside the signer, in a joint document: the columns to the left; empty for nobody.</summary>
    public IReadOnlyList<Signer> CoSigners { get; init; } = [];

    /// <summary>Documents that the text cites, in reading order.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>People that the body and the appendices name, in reading order.</summary>
    public IReadOnlyList<NamedPerson> People { get; init; } = [];

    /// <summary>What names of the letterhead and the signature were mended by lists and by the rest of the letter: for the log of corrections.</summary>
    [WorkingData] public IReadOnlyList<Correction> Repairs { get; init; } = [];

    /// <summary>
    /// Names (camelCase) of facts that rest on handwriting, on words under a seal or on doubtful reading; <c>citations.unread</c> where something is cited that
    /// could not be made out.
    /// </summary>
    public IReadOnlyList<string> Uncertain { get; init; } = [];

    /// <summary>Fact name (camelCase; <c>signer.name</c> for parts of the signer) to the ids of the words it rests on.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Evidence { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}

/// <summary>Who signed a letter.</summary>
/// <param name="Name">Name without rank or academic title; "…" in it stands for what a seal or a stroke took.</param>
/// <param name="Rank">Rank or academic title before the name, for example <c>Đại tá</c>.</param>
/// <param name="Titles">Posts as printed, from the top.</param>
/// <param name="Authority">TM, KT, TL, TUQ, Q without full stop or stroke; null where the head signs.</param>
public sealed record Signer(string? Name, string? Rank, IReadOnlyList<string> Titles, string? Authority);

/// <summary>A document that the text cites.</summary>
/// <param name="Number">Number and code without spaces.</param>
/// <param name="Date">Its date, <c>yyyy-MM-dd</c>; null where the text gives none.</param>
/// <param name="Issuer">The body that issued it, as printed; null where the text gives none.</param>
/// <param name="Segment">Id of the segment that cites it.</param>
public sealed record Citation(string Number, string? Date, string? Issuer, string Segment)
{
    /// <summary>Whether its number or date was read with doubt, or was mended.</summary>
    public bool Doubtful { get; init; }
}

/// <summary>A person that the text names.</summary>
/// <param name="Name">Name as printed.</param>
/// <param name="Title">Rank, degree or post as printed; null for a mere form of address.</param>
/// <param name="Segment">Id of the segment that names the person.</param>
/// <param name="Doubtful">Whether a syllable of the name is on no list of names, or the name may be half a name.</param>
public sealed record NamedPerson(string Name, string? Title, string Segment, bool Doubtful);
