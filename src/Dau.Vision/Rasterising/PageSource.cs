using Dau.Input;

namespace Dau.Vision.Rasterising;

/// <summary>Where a page's picture comes from.</summary>
internal sealed record PageSource
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What it is.</summary>
    public required InputFormat Format { get; init; }

    /// <summary>The page.</summary>
    public required InputPage Page { get; init; }

    /// <summary>Password of an encrypted PDF; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>Most pixels that the picture may have.</summary>
    public required long MaxPixels { get; init; }

    /// <summary>Longest time that making the picture may take.</summary>
    public required TimeSpan Timeout { get; init; }
}

/// <summary>A page's picture cannot be made; the message is a sentence for the user.</summary>
internal sealed class RasteriseException(string message, Exception? inner = null) : Exception(message, inner);
