using System.Globalization;

namespace Dau.Input;

/// <summary>Pages of a file, as a user writes them: <c>2-5,9</c>, <c>3-</c>, <c>-4</c>.</summary>
public sealed record PageSelection
{
    private readonly IReadOnlyList<(int First, int Last)> _ranges;

    private PageSelection(IReadOnlyList<(int First, int Last)> ranges, string text) => (_ranges, Text) = (ranges, text);

    /// <summary>The selection as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether page <paramref name="number"/> (from 1) is selected.</summary>
    public bool Contains(int number) => _ranges.Any(range => range.First <= number && number <= range.Last);

    /// <summary>A page that the selection names and a file of <paramref name="pageCount"/> pages does not have; null where it names none (<c>3-</c> names none).</summary>
    internal int? NamedBeyond(int pageCount)
    {
        foreach ((int first, int last) in _ranges)
        {
            if (first > pageCount || (last > pageCount && last != int.MaxValue))
            {
                return first > pageCount ? first : last;
            }
        }

        return null;
    }

    /// <summary>Reads a selection.</summary>
    /// <returns>False where <paramref name="text"/> is not one.</returns>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PageSelection? selection)
    {
        selection = null;
        var ranges = new List<(int, int)>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || part is "" or "-" || !TryPage(ends[0], 1, out int first))
            {
                return false;
            }

            int last = first;
            if (ends.Length == 2 && !TryPage(ends[1], int.MaxValue, out last))
            {
                return false;
            }

            if (last < first)
            {
                return false;
            }

            ranges.Add((first, last));
        }

        selection = new PageSelection(ranges, text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool TryPage(string text, int whenEmpty, out int page)
    {
        page = whenEmpty;
        return text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1);
    }
}
