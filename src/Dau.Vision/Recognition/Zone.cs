using Dau.Vision.Interop;

namespace Dau.Vision.Recognition;

/// <summary>A part of the page that is read by itself.</summary>
/// <param name="Box">In work pixels.</param>
/// <param name="Mode">How it is laid out.</param>
internal readonly record struct Zone(PixelBox Box, SegmentationMode Mode);
