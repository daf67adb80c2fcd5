using Dau.ScanForge.Letters;

namespace Dau.ScanForge.Layout;

/// <summary>Collects the blocks of the truth while a letter is laid out.</summary>
internal sealed class BlockList
{
    private readonly List<BlockDraft> _blocks = [];

    public IReadOnlyList<BlockDraft> InReadingOrder => [.. _blocks.OrderBy(static b => b.Order).ThenBy(static b => b.Index)];

    public List<Citation> Citations { get; } = [];

    /// <summary>Adds a block whose text may carry marks; a leading dash is left out.</summary>
    public int Add(Section section, BlockKind kind, string text, int? level = null, double? order = null)
    {
        string plain = string.Join('\n', text.Split('\n').Select(Markup.Plain));
        if (plain.StartsWith("- ", StringComparison.Ordinal) || plain.StartsWith("+ ", StringComparison.Ordinal))
        {
            plain = plain[2..];
        }

        int index = _blocks.Count;
        _blocks.Add(new BlockDraft(index, section, kind, level, plain, order ?? index));
        Citations.AddRange(Markup.Citations(text, $"{index}"));
        return index;
    }

    /// <summary>Adds a table: cells joined by tabs, rows by line breaks.</summary>
    public int AddTable(Section section, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<IReadOnlyList<string>> plain = [.. rows.Select(static r => (IReadOnlyList<string>)[.. r.Select(Markup.Plain)])];
        int index = _blocks.Count;
        _blocks.Add(new BlockDraft(index, section, BlockKind.Table, null, string.Join('\n', plain.Select(static r => string.Join('\t', r))), index) { Rows = plain });
        foreach (string cell in rows.SelectMany(static r => r))
        {
            Citations.AddRange(Markup.Citations(cell, $"{index}"));
        }

        return index;
    }

    /// <summary>Moves a block behind another one in reading order, as a footnote behind what cites it.</summary>
    public void PutAfter(int block, int other) => _blocks[block] = _blocks[block] with { Order = _blocks[other].Order + 0.5 };
}
