namespace Dau.Translation.Locks;

/// <summary>What a locked span protects.</summary>
internal enum LockKind
{
    /// <summary>A number, an amount, a percentage, a time of day.</summary>
    Number,

    /// <summary>A day, or a month of a year.</summary>
    Date,

    /// <summary>Number and code of a document, or another mix of letters and digits.</summary>
    Code,

    /// <summary>A person, or another proper name.</summary>
    Name,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A web or e-mail address.</summary>
    Address,

    /// <summary>A term of the user's own termbase.</summary>
    Term,
}

/// <summary>A stretch of the source that no engine may change: it comes back as <paramref name="Rendering"/>.</summary>
/// <param name="Kind">What it protects.</param>
/// <param name="Start">First code unit in the source.</param>
/// <param name="End">One past the last code unit in the source.</param>
/// <param name="Rendering">How it stands in the English.</param>
internal sealed record LockedSpan(LockKind Kind, int Start, int End, string Rendering);
