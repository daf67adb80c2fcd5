using Dau.Model;

namespace Dau.Benchmarks.Measures;

/// <summary>How well the blocks of one section were found.</summary>
/// <param name="Blocks">Blocks of the truth.</param>
/// <param name="Found">Those whose text is in the same section of the reading, within 15 % edit distance.</param>
/// <param name="Syllables">Syllables that the reading puts into the section.</param>
/// <param name="Belonging">Those of them that belong there in the truth.</param>
internal sealed record SectionScore(int Blocks, int Found, int Syllables, int Belonging)
{
    /// <summary>Share of the truth's blocks that were found.</summary>
    public double Recall => Blocks == 0 ? 1 : Found / (double)Blocks;

    /// <summary>Share of the section's syllables that belong to it.</summary>
    public double Precision => Syllables == 0 ? 1 : Belonging / (double)Syllables;

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    /// <summary>Two scores taken together.</summary>
    public static SectionScore operator +(SectionScore a, SectionScore b) =>
        new(a.Blocks + b.Blocks, a.Found + b.Found, a.Syllables + b.Syllables, a.Belonging + b.Belonging);
}

/// <summary>A block of the truth that was not found.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Text">Its text.</param>
internal sealed record MissedBlock(Section Section, string Text);

/// <summary>How well a document was taken apart.</summary>
/// <param name="Sections">Section by section; sections that neither truth nor reading has are left out.</param>
/// <param name="Missed">What was not found.</param>
internal sealed record BlockScore(IReadOnlyDictionary<Section, SectionScore> Sections, IReadOnlyList<MissedBlock> Missed)
{
    private const double FarOff = 0.15;

    /// <summary>All sections but the margin, whose stamps and page numbers are no text of the letter.</summary>
    public SectionScore Total => Sections.Where(static s => s.Key != Section.Margin).Select(static s => s.Value)
        .Aggregate(new SectionScore(0, 0, 0, 0), static (a, b) => a + b);

    /// <summary>Compares what was read with the truth.</summary>
    /// <param name="truth">Section and text of each block of the truth, in reading order.</param>
    /// <param name="read">The blocks that were read.</param>
    public static BlockScore Measure(IReadOnlyList<(Section Section, string Text)> truth, IReadOnlyList<Block> read)
    {
        Dictionary<Section, SectionScore> sections = [];
        List<MissedBlock> missed = [];
        foreach (Section section in Enum.GetValues<Section>())
        {
            string[] wanted = [.. truth.Where(t => t.Section == section).Select(static t => NormalForm.Of(t.Text))];
            string[] got = [.. read.Where(b => b.Section == section).Select(static b => NormalForm.Of(string.Join(' ', b.Segments.Select(static s => s.Source))))];
            if (wanted.Length + got.Length == 0)
            {
                continue;
            }

            sections[section] = Of(wanted, got, text => missed.Add(new MissedBlock(section, text)));
        }

        return new BlockScore(sections, missed);
    }

    /// <summary>Compares the blocks of one kind with those of the truth, whatever their section.</summary>
    public static SectionScore OfKind(BlockKind kind, IReadOnlyList<(BlockKind Kind, string Text)> truth, IReadOnlyList<Block> read) => Of(
        [.. truth.Where(t => t.Kind == kind).Select(static t => NormalForm.Of(t.Text))],
        [.. read.Where(b => b.Kind == kind).Select(static b => NormalForm.Of(string.Join(' ', b.Segments.Select(static s => s.Source))))],
        static _ => { });

    private static SectionScore Of(string[] wanted, string[] got, Action<string> miss)
    {
        char[] all = string.Join(' ', got).ToCharArray();
        int found = 0;
        foreach (string text in wanted)
        {
            if (Alignment.Inside(text.ToCharArray(), all).Errors <= FarOff * text.Length)
            {
                found++;
            }
            else
            {
                miss(text);
            }
        }

        string[] syllables = NormalForm.Syllables(string.Join(' ', wanted));
        string[][] blocks = [.. got.Select(NormalForm.Syllables)];
        return new SectionScore(wanted.Length, found, blocks.Sum(static b => b.Length), blocks.Sum(b => Belonging(b, syllables)));
    }

    // A block that resembles a stretch of the truth belongs there with its misread syllables; of any other only the syllables that agree.
    private static int Belonging(string[] block, string[] section)
    {
        Alignment alignment = Alignment.Inside(block, section);
        int present = block.Length - alignment.Deletions;
        int agreeing = present - alignment.Substitutions.Count;
        return agreeing * 2 >= block.Length ? present : agreeing;
    }
}
