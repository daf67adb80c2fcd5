namespace Dau.Facts.Checks;

/// <summary>Something on a copy that may betray whose copy it was. Whether it does is for a person to decide.</summary>
/// <param name="Kind">What it is, for example <c>receipt stamp</c>.</param>
/// <param name="Why">What it may give away.</param>
/// <param name="Text">What it says, as far as it was read; null for a mark without words.</param>
/// <param name="Page">Page, from 1; null for what the file itself carries.</param>
/// <param name="Box">Where on that page's picture; null for what the file itself carries.</param>
internal sealed record SourceTrace(string Kind, string Why, string? Text, int? Page, PixelBox? Box);
