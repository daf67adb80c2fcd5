namespace Dau.Model;

/// <summary>A rectangle on a page image, in whole pixels of that image; the origin is the top left corner, y grows downwards.</summary>
/// <param name="X">Left edge, px.</param>
/// <param name="Y">Top edge, px.</param>
/// <param name="Width">Width, px; never negative.</param>
/// <param name="Height">Height, px; never negative.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    /// <summary>First column right of the box, px.</summary>
    [JsonIgnore] public int Right => X + Width;

    /// <summary>First row below the box, px.</summary>
    [JsonIgnore] public int Bottom => Y + Height;

    /// <summary>Horizontal centre, px.</summary>
    [JsonIgnore] public double CentreX => X + Width / 2.0;

    /// <summary>Vertical centre, px.</summary>
    [JsonIgnore] public double CentreY => Y + Height / 2.0;

    /// <summary>Whether the box has no area.</summary>
    [JsonIgnore] public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>Area, px².</summary>
    [JsonIgnore] public long Area => (long)Width * Height;

    /// <summary>The box with the given edges; edges in the wrong order give an empty box.</summary>
    public static PixelBox FromEdges(int left, int top, int right, int bottom) =>
        new(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));

    /// <summary>The smallest box that holds both; an empty box adds nothing.</summary>
    public PixelBox Union(PixelBox other) => IsEmpty ? other : other.IsEmpty ? this
        : FromEdges(Math.Min(X, other.X), Math.Min(Y, other.Y), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The part that both boxes cover; empty where they do not meet.</summary>
    public PixelBox Intersect(PixelBox other) =>
        FromEdges(Math.Max(X, other.X), Math.Max(Y, other.Y), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>The smallest box that holds all of <paramref name="boxes"/>; empty for none.</summary>
    public static PixelBox Around(IEnumerable<PixelBox> boxes) => boxes.Aggregate(default(PixelBox), static (all, box) => all.Union(box));
}

/// <summary>A straight printed line on a page, as its bounding box in the layout frame (see <see cref="Word.Layout"/>), px.</summary>
/// <param name="Box">Where it lies; its longer side is its direction.</param>
public readonly record struct Rule(PixelBox Box)
{
    /// <summary>Whether it runs from left to right.</summary>
    [JsonIgnore] public bool IsHorizontal => Box.Width >= Box.Height;
}
