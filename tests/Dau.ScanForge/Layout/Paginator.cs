using System.Globalization;
using Dau.ScanForge.Letters;

namespace Dau.ScanForge.Layout;

/// <summary>Fills pages with fragments, footnotes below them and page numbers above.</summary>
internal sealed class Paginator(LetterStyle style, TextSetter setter, BlockList blocks, IReadOnlyDictionary<int, string> footnotes)
{
    private readonly List<LaidPage> _pages = [];
    private readonly List<Fragment> _notes = [];
    private float _y;
    private float _foot;
    private float _footer;

    /// <summary>Lays the fragments out; the first one is the head. <paramref name="footer"/> points stay free at the foot of page 1.</summary>
    public List<LaidPage> Fill(IReadOnlyList<Fragment> fragments, float footer)
    {
        NewPage(false);
        _foot = _footer = footer;
        for (int i = 0; i < fragments.Count; i++)
        {
            Fragment fragment = fragments[i];
            if (fragment.NewPage)
            {
                EndPage();
                NewPage(fragment.Landscape);
            }

            float needed = Chain(fragments, i);
            LaidPage page = _pages[^1];
            bool empty = _y <= style.Top + 1;
            if (!empty && _y + (empty ? 0 : fragment.SpaceBefore) + needed > page.Height - style.Bottom - _foot)
            {
                EndPage();
                NewPage(page.Width > page.Height);
                page = _pages[^1];
                empty = true;
            }

            _y += empty ? 0 : fragment.SpaceBefore;
            fragment.PlaceOn(page, _y);
            _y += fragment.Height;
            foreach (int note in fragment.Footnotes)
            {
                AddNote(note, fragment.Words[0].Block, page);
            }
        }

        EndPage();
        return _pages;
    }

    private float Chain(IReadOnlyList<Fragment> fragments, int i)
    {
        float height = fragments[i].Height + NotesHeight(fragments[i]);
        while (fragments[i].KeepNext && i + 1 < fragments.Count && !fragments[i + 1].NewPage)
        {
            i++;
            height += fragments[i].SpaceBefore + fragments[i].Height + NotesHeight(fragments[i]);
        }

        return height;
    }

    private float NotesHeight(Fragment fragment) =>
        fragment.Footnotes.Sum(n => NoteLines(n, -1, 595).Sum(static l => l.Height)) + (fragment.Footnotes.Count > 0 && _notes.Count == 0 ? 14 : 0);

    private IReadOnlyList<Fragment> NoteLines(int note, int block, float pageWidth) => setter.Set(
        Markup.Words(NoteText(note)), new Frame(style.Left, pageWidth - style.Left - style.Right, style.BodySize - 3, 1.15f, Alignment.Justified), block);

    private string NoteText(int note) => string.Create(CultureInfo.InvariantCulture, $"({note}) {footnotes[note]}");

    private void AddNote(int note, int citing, LaidPage page)
    {
        int block = blocks.Add(Section.Footnote, BlockKind.Footnote, NoteText(note));
        blocks.PutAfter(block, citing);
        IReadOnlyList<Fragment> lines = NoteLines(note, block, page.Width);
        _foot += lines.Sum(static l => l.Height) + (_notes.Count == 0 ? 14 : 0);
        _notes.AddRange(lines);
    }

    private void NewPage(bool landscape)
    {
        LaidPage page = landscape ? new LaidPage { Width = 841.89f, Height = 595.28f } : new LaidPage();
        _pages.Add(page);
        _y = style.Top;
        _foot = 0;
        if (_pages.Count == 1)
        {
            return;
        }

        string number = _pages.Count.ToString(CultureInfo.InvariantCulture);
        int block = blocks.Add(Section.Margin, BlockKind.PageNumber, number, order: 100_000 + _pages.Count);
        float width = setter.Measure(number, Cut.Regular, 13.5f);
        float middle = style.Left + ((page.Width - style.Left - style.Right) / 2);
        page.Words.Add(new PlacedWord(number, middle - (width / 2), style.Top - 14, width, Cut.Regular, 13.5f, block));
        _y += 4;
    }

    private void EndPage()
    {
        if (_notes.Count == 0)
        {
            return;
        }

        LaidPage page = _pages[^1];
        float y = page.Height - style.Bottom - (_pages.Count == 1 ? _footer : 0) - _notes.Sum(static n => n.Height);
        page.Rules.Add(new PlacedRule(style.Left, y - 5, style.Left + 144, y - 5, 0.6f));
        foreach (Fragment line in _notes)
        {
            line.PlaceOn(page, y);
            y += line.Height;
        }

        _notes.Clear();
    }
}
