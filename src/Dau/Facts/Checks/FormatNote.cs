namespace Dau.Facts.Checks;

/// <summary>Where a letter departs from its profile. Real letters do so often, and scans are misread: a note is no verdict on whether a letter is genuine.</summary>
/// <param name="What">What was seen, a sentence.</param>
/// <param name="Rule">The rule that it is held against.</param>
/// <param name="Block">Id of the block; null where a cell is missing.</param>
/// <param name="Page">Page of the block, from 1; null without one.</param>
/// <param name="Box">Where on that page's picture; null without a block.</param>
/// <param name="Doubtful">Whether the words it rests on were read with doubt.</param>
internal sealed record FormatNote(string What, string Rule, string? Block, int? Page, PixelBox? Box, bool Doubtful);

/// <summary>What comparing a letter with its profile gave.</summary>
/// <param name="Profile">Name of the profile; null where the layout was not recognised.</param>
/// <param name="Notes">Where the letter departs from it.</param>
internal sealed record FormatReport(string? Profile, IReadOnlyList<FormatNote> Notes);
