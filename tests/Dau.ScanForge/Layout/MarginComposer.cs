using Dau.ScanForge.Letters;
using SkiaSharp;

namespace Dau.ScanForge.Layout;

/// <summary>Sets what stands around the letter on page 1: digital signature, QR code, address.</summary>
internal sealed class MarginComposer(Letter letter, LetterStyle style, TextSetter setter, BlockList blocks)
{
    private const double LastInOrder = 90_000;

    public void Compose(LaidPage page)
    {
        DigitalSignature(page);
        Note(page);
        if (letter.QrPayload is not null)
        {
            float y = page.Height - style.Bottom - (letter.Address is null ? 0 : 24) - 58;
            page.Marks.Add(new PlacedMark(MarkKind.QrCode, SKRect.Create(style.Left, y, 58, 58), Ink.Black) { Payload = letter.QrPayload });
        }

        if (letter.Address is not null)
        {
            float right = page.Width - style.Right;
            float y = page.Height - style.Bottom - 12;
            page.Rules.Add(new PlacedRule(style.Left, y, right, y, 0.6f));
            int block = blocks.Add(Section.Margin, BlockKind.Address, letter.Address, order: LastInOrder);
            Lines(page, letter.Address, new Frame(style.Left, right - style.Left, 10.5f, 1.2f, Alignment.Centre), y + 2, block);
        }
    }

    private void Note(LaidPage page)
    {
        SKRect? place = letter.Note switch
        {
            NotePlace.Left => SKRect.Create(6, page.Height * 0.42f, style.Left - 12, 76),
            NotePlace.Top => SKRect.Create(style.Left + 60, 8, 230, 36),
            NotePlace.Foot => SKRect.Create(style.Left + 20, page.Height - style.Bottom + 12, 260, 34),
            _ => null,
        };
        if (place is { } box)
        {
            page.Marks.Add(new PlacedMark(MarkKind.Handwriting, box, letter.Pen()));
        }
    }

    private void DigitalSignature(LaidPage page)
    {
        if (letter.DigitalSignature.Count == 0)
        {
            return;
        }

        int block = blocks.Add(Section.Margin, BlockKind.DigitalSignature, string.Join(' ', letter.DigitalSignature), order: LastInOrder + 1);
        float y = 14;
        foreach (string line in letter.DigitalSignature)
        {
            y = Lines(page, line, new Frame(page.Width - 205, 190, 8.5f, 1.15f), y, block);
        }
    }

    private float Lines(LaidPage page, string text, Frame frame, float y, int block)
    {
        foreach (Fragment line in setter.Set(Markup.Words(text), frame, block))
        {
            line.PlaceOn(page, y);
            y += line.Height;
        }

        return y;
    }
}
