using System.Runtime.CompilerServices;

namespace Dau.Vision.Cleaning.Photo;

/// <summary>How much of a line lies on an edge of the picture, asked for any stretch of it.</summary>
internal sealed class LineSupport
{
    private const int Reach = 4;
    private readonly int[] _lighterAhead;
    private readonly int[] _lighterBehind;
    private readonly int[] _inside;
    private readonly float _start;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LineSupport(Line line, EdgeField field)
    {
        Line = line;
        // Along the line, from a point well outside the picture to one beyond it.
        int length = (int)(2.2 * (field.Width + field.Height));
        _start = -length / 2f;
        (_lighterAhead, _lighterBehind, _inside) = (new int[length + 1], new int[length + 1], new int[length + 1]);
        for (int i = 0; i < length; i++)
        {
            float t = _start + i;
            (float x, float y) = ((line.Nx * line.Offset) - (line.Ny * t), (line.Ny * line.Offset) + (line.Nx * t));
            bool within = x >= 1 && y >= 1 && x < field.Width - 1 && y < field.Height - 1;
            float best = within && !line.IsBorder ? Strongest(line, field, x, y) : 0;
            _inside[i + 1] = _inside[i] + (within ? 1 : 0);
            _lighterAhead[i + 1] = _lighterAhead[i] + (best >= EdgeField.Least ? 1 : 0);
            _lighterBehind[i + 1] = _lighterBehind[i] + (best <= -EdgeField.Least ? 1 : 0);
        }
    }

    public Line Line { get; }

    /// <summary>The share of a stretch that lies on an edge; edges that are lighter on the inner side count in full.</summary>
    /// <param name="from">One end, on the line.</param>
    /// <param name="to">The other.</param>
    /// <param name="insideAhead">Whether the paper lies where the normal points.</param>
    /// <returns>The share, and the share of the stretch that lies on the picture.</returns>
    public (double OnEdge, double OnPicture) Of((float X, float Y) from, (float X, float Y) to, bool insideAhead)
    {
        int a = Index(from);
        int b = Index(to);
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        int length = Math.Max(1, b - a);
        int seen = Math.Max(1, _inside[b] - _inside[a]);
        int lighter = insideAhead ? _lighterAhead[b] - _lighterAhead[a] : _lighterBehind[b] - _lighterBehind[a];
        int darker = insideAhead ? _lighterBehind[b] - _lighterBehind[a] : _lighterAhead[b] - _lighterAhead[a];
        return ((lighter + (0.6 * darker)) / seen, seen / (double)length);
    }

    private int Index((float X, float Y) point) =>
        Math.Clamp((int)MathF.Round((point.Y * Line.Nx) - (point.X * Line.Ny) - _start), 0, _inside.Length - 1);

    private static float Strongest(Line line, EdgeField field, float x, float y)
    {
        float best = 0;
        for (int step = -Reach; step <= Reach; step++)
        {
            int px = (int)MathF.Round(x + (line.Nx * step));
            int py = (int)MathF.Round(y + (line.Ny * step));
            if (px >= 0 && py >= 0 && px < field.Width && py < field.Height)
            {
                float across = field.Across(px, py, line.Nx, line.Ny);
                best = MathF.Abs(across) > MathF.Abs(best) ? across : best;
            }
        }

        return best;
    }
}
