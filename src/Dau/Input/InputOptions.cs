namespace Dau.Input;

/// <summary>Which pages are read, and the limits on what a file may ask of the machine.</summary>
public sealed record InputOptions
{
    /// <summary>Pages to read; null for all.</summary>
    public PageSelection? Pages { get; init; }

    /// <summary>Password of an encrypted PDF; null for none. Never written anywhere.</summary>
    [JsonIgnore] public string? Password { get; init; }

    /// <summary>Most pages that one run reads of a file, 1 to 100,000.</summary>
    public int MaxPages { get; init; } = 2_000;

    /// <summary>Most pixels of a page's picture, 1 to 400 million. A0 at 200 dpi has 62 million.</summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>Most bytes of a file.</summary>
    public long MaxBytes { get; init; } = 2L << 30;
}
