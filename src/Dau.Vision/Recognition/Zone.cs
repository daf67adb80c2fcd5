using Dau.Vision.Interop;

namespace Dau.Vision.Recognition;

/// <summary>A part of the page that is read by itself.</summary>
/// <param name="Box">In work pixels.</param>
/// <param name="Mode">How it is laid out.</param>
/// <param name="OtherMode">Another guess at how it is laid out; the reading with more sure letters wins. Null where one guess is enough.</param>
/// <param name="WiderBox">A wider cut of the same text, for reading its numbers a second time; null for running text.</param>
internal readonly record struct Zone(PixelBox Box, SegmentationMode Mode, SegmentationMode? OtherMode = null, PixelBox? WiderBox = null)
{
    /// <summary>Of a cell, the first cell of its row.</summary>
    public PixelBox Row { get; init; }

    /// <summary>Whether the signer stands in it: titles, seal, signature and name.</summary>
    public bool IsSigner { get; init; }

    /// <summary>Whether a place of the work frame lies in it.</summary>
    public bool Holds(double x, double y) => Box.X <= x && x < Box.Right && Box.Y <= y && y < Box.Bottom;
}
