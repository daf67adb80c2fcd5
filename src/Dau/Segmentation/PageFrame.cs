namespace Dau.Segmentation;

/// <summary>Where the running text of a page stands; lengths in px of the straightened page.</summary>
/// <param name="Width">Width of the page.</param>
/// <param name="Height">Height of the page.</param>
/// <param name="Left">Left margin: where lines that go on begin.</param>
/// <param name="Right">Right margin: where full lines end.</param>
/// <param name="Letter">Usual height of a word.</param>
/// <param name="Pitch">Usual distance from line to line.</param>
internal sealed record PageFrame(int Width, int Height, int Left, int Right, int Letter, double Pitch)
{
    /// <summary>Width of the text.</summary>
    internal int TextWidth => Math.Max(1, Right - Left);

    /// <summary>Middle of the text.</summary>
    internal double Centre => (Left + Right) / 2.0;

    /// <summary>Measures a page by its long lines; by the page's size where it has too few.</summary>
    internal static PageFrame Of(Page page, IReadOnlyList<TextLine> rows)
    {
        int width = page.Width > 0 ? page.Width : Math.Max(1, rows.Select(static r => r.Right).DefaultIfEmpty(1).Max());
        int height = page.Height > 0 ? page.Height : Math.Max(1, rows.Select(static r => r.Bottom).DefaultIfEmpty(1).Max());
        int letter = Middle(rows.SelectMany(static r => r.Tokens).Select(static t => t.Place.Height), height / 80);
        TextLine[] full = [.. rows.Where(r => r.Box.Width > 0.55 * width)];
        (int left, int right) = ((int)(0.13 * width), (int)(0.92 * width));
        if (full.Length >= 2)
        {
            left = Edge([.. full.Select(static r => r.Left).Order()], 0.02 * width, full.Length);
            right = -Edge([.. full.Select(static r => -r.Right).Order()], 0.02 * width, full.Length);
        }

        double[] steps = [.. rows.Zip(rows.Skip(1), static (a, b) => b.CentreY - a.CentreY).Where(s => s > 0.5 * letter && s < 4 * letter).Order()];
        double pitch = steps.Length == 0 ? 1.5 * letter : steps[steps.Length / 3];
        return new PageFrame(width, height, left, Math.Max(right, left + 1), letter, pitch);
    }

    /// <summary>Whether a line stands in the middle, away from both margins.</summary>
    internal bool IsCentred(TextLine line, double inset = 0.06) =>
        Math.Abs(line.CentreX - Centre) < 0.05 * TextWidth
        && line.Left > Left + inset * TextWidth && line.Right < Right - inset * TextWidth;

    /// <summary>Whether a line reaches the right margin.</summary>
    internal bool IsFull(TextLine line) => line.Right > Right - 0.06 * TextWidth;

    // The outermost edge that several lines share: one line that sticks out by a speck does not count.
    private static int Edge(int[] sorted, double near, int count)
    {
        int need = Math.Max(1, Math.Min(3, count / 6));
        foreach (int edge in sorted)
        {
            if (sorted.Count(e => e >= edge && e - edge <= near) > need)
            {
                return edge;
            }
        }

        return sorted[0];
    }

    private static int Middle(IEnumerable<int> values, int otherwise)
    {
        int[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? Math.Max(1, otherwise) : Math.Max(1, sorted[sorted.Length / 2]);
    }
}
