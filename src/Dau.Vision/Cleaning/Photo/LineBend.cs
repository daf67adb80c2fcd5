namespace Dau.Vision.Cleaning.Photo;

/// <summary>
/// How far lines of text on a flattened sheet still run up or down: their slope as a polynomial of the place, in Legendre terms, so that the offset along a line is
/// its integral. Places are −1 to 1 across and down the sheet.
/// </summary>
internal sealed record LineBend
{
    /// <summary>Terms across.</summary>
    public const int Across = 6;

    /// <summary>Terms down.</summary>
    public const int Down = 2;

    /// <summary>Width of the frame, px.</summary>
    public required double Width { get; init; }

    /// <summary>Height of the frame, px.</summary>
    public required double Height { get; init; }

    /// <summary>Slopes' coefficients, px per px: <see cref="Down"/> rows of <see cref="Across"/>.</summary>
    public required IReadOnlyList<double> Slopes { get; init; }

    /// <summary>How much lower than straight a line stands at <paramref name="x"/> that crosses the sheet's middle at <paramref name="y"/>; px.</summary>
    public double Offset(double x, double y)
    {
        double v = Place(y, Height);
        return At(x, 0) + (v * At(x, 1));
    }

    /// <summary>The part of the offset that is the same on all lines (0), and the part that grows downwards (1).</summary>
    public double At(double x, int row)
    {
        double u = Place(x, Width);
        double sum = 0;
        for (int j = 0; j < Across; j++)
        {
            sum += Slopes[(row * Across) + j] * (Integral(j, u) - Integral(j, 0));
        }

        return sum * Width / 2;
    }

    /// <summary>The largest offset, px.</summary>
    public double Largest => Enumerable.Range(0, 33).Max(i => Math.Max(Math.Abs(Offset(Width * i / 32, 0)), Math.Abs(Offset(Width * i / 32, Height))));

    /// <summary>The same bend in a frame of another size.</summary>
    public LineBend In(double width, double height) =>
        this with { Width = width, Height = height, Slopes = [.. Slopes.Select(slope => slope * (height / Height) / (width / Width))] };

    /// <summary>Both bends, one after another; exact for small ones.</summary>
    public LineBend And(LineBend other) => this with { Slopes = [.. Slopes.Zip(other.In(Width, Height).Slopes, static (a, b) => a + b)] };

    /// <summary>−1 to 1 over a length.</summary>
    public static double Place(double value, double length) => Math.Clamp((2 * value / length) - 1, -1, 1);

    /// <summary>Legendre's polynomial of a degree.</summary>
    public static double Legendre(int degree, double u)
    {
        (double before, double now) = (1, u);
        if (degree == 0)
        {
            return 1;
        }

        for (int n = 1; n < degree; n++)
        {
            (before, now) = (now, ((((2 * n) + 1) * u * now) - (n * before)) / (n + 1));
        }

        return now;
    }

    private static double Integral(int degree, double u) =>
        degree == 0 ? u : (Legendre(degree + 1, u) - Legendre(degree - 1, u)) / ((2 * degree) + 1);
}
