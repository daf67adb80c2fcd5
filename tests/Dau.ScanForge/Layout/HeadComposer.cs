using System.Globalization;
using Dau.ScanForge.Letters;
using SkiaSharp;

namespace Dau.ScanForge.Layout;

/// <summary>Sets the head of a letter: cells 1 to 5, 9a, 10 of Decree 30, or the Party's head.</summary>
internal sealed class HeadComposer(Letter letter, LetterStyle style, TextSetter setter, BlockList blocks)
{
    private const float PageWidth = 595.28f;
    private readonly Fragment _head = new();
    private readonly float _printWidth = PageWidth - style.Left - style.Right;

    /// <summary>The whole head as one piece whose top lies at the top margin.</summary>
    public Fragment Compose()
    {
        bool party = letter.Profile == LetterProfile.Party;
        string title = party ? "ĐẢNG CỘNG SẢN VIỆT NAM" : letter.NationalTitle;
        string motto = $"Độc lập {style.MottoDash} Tự do {style.MottoDash} Hạnh phúc";
        float titleWidth = setter.Measure(title, Cut.Bold, party ? style.HeadSize + 1 : style.HeadSize);
        float rightColumn = Math.Max(titleWidth + 2, party ? 235 : 0);
        float rightX = style.Left + _printWidth + 8 - rightColumn;
        float leftX = style.Left - 16;
        float leftColumn = rightX - 8 - leftX;

        float left = IssuerCell(leftX, leftColumn, party);
        float right = MottoCell(rightX, rightColumn, title, party ? null : motto, party);
        float numberTop = Math.Max(left, right) + 6;
        float numberBottom = NumberCell(leftX, leftColumn, numberTop, party);
        PlaceDateCell(rightX, rightColumn, numberTop);
        float bottom = numberBottom + 2;
        if (letter.TypeName is null)
        {
            bottom = LetterSubject(leftX, leftColumn, bottom, party);
        }

        bottom = Stamps(leftX, leftColumn, bottom);
        if (letter.TypeName is not null)
        {
            bottom = TypeAndSubject(bottom + 12, party);
        }

        float receiptBottom = letter.Receipt is null ? 0 : Receipt(bottom + 6);
        bottom = Addressees(bottom + 14);
        _head.Height = Math.Max(bottom + 6, letter.TypeName is null ? receiptBottom + 4 : 0);
        return _head;
    }

    private float IssuerCell(float x, float width, bool party)
    {
        float y = 0;
        if (letter.ParentIssuer is not null)
        {
            int parent = blocks.Add(Section.Header, BlockKind.ParentIssuer, letter.ParentIssuer.Replace('\n', ' '));
            y = Lines(letter.ParentIssuer, false, new Frame(x, width, style.HeadSize, 1.2f, Alignment.Centre), y, parent);
        }

        int issuer = blocks.Add(Section.Header, BlockKind.Issuer, letter.Issuer.Replace('\n', ' '));
        y = Lines(letter.Issuer, true, new Frame(x, width, style.HeadSize, 1.2f, Alignment.Centre), y, issuer);
        if (party)
        {
            _head.Words.Add(new PlacedWord("*", x + (width / 2) - 3, y + 11, 6, Cut.Regular, style.HeadSize, -1));
            return y + 14;
        }

        float rule = width * 0.36f;
        _head.Rules.Add(new PlacedRule(x + ((width - rule) / 2), y + 2.5f, x + ((width + rule) / 2), y + 2.5f, 0.75f));
        return y + 5;
    }

    private float MottoCell(float x, float width, string title, string? motto, bool party)
    {
        int block = blocks.Add(Section.Header, BlockKind.Motto, motto is null ? title : $"{title} {motto}");
        float y = Lines(title, true, new Frame(x, width, party ? style.HeadSize + 1 : style.HeadSize, 1.2f, Alignment.Centre), 0, block);
        string last = title;
        float size = party ? style.HeadSize + 1 : style.HeadSize;
        if (motto is not null)
        {
            size = style.HeadSize + 1;
            y = Lines(motto, true, new Frame(x, width, size, 1.2f, Alignment.Centre), y, block);
            last = motto;
        }

        float rule = setter.Measure(last, Cut.Bold, size);
        _head.Rules.Add(new PlacedRule(x + ((width - rule) / 2), y + 2, x + ((width + rule) / 2), y + 2, 0.9f));
        return y + 5;
    }

    private float NumberCell(float x, float width, float y, bool party)
    {
        string label = party ? "Số" : "Số:";
        string digits = letter.Number ?? "";
        int block = blocks.Add(Section.Header, BlockKind.Number, letter.Number is null ? $"{label} {letter.Code}" : $"{label} {digits}{letter.Code}");
        float size = style.HeadSize;
        float space = setter.Measure(" ", Cut.Regular, size);
        float labelWidth = setter.Measure(label, Cut.Regular, size);
        float codeWidth = setter.Measure(letter.Code, Cut.Regular, size);
        float digitsWidth = letter.Number is null ? 30 : letter.NumberByHand ? 9.5f * digits.Length : setter.Measure(digits, Cut.Regular, size);
        float at = x + ((width - labelWidth - space - digitsWidth - codeWidth) / 2);
        float baseline = y + size;
        _head.Words.Add(new PlacedWord(label, at, baseline, labelWidth, Cut.Regular, size, block));
        at += labelWidth + space;
        if (letter.Number is not null && !letter.NumberByHand)
        {
            _head.Words.Add(new PlacedWord(digits + letter.Code, at, baseline, digitsWidth + codeWidth, Cut.Regular, size, block));
            return y + (size * 1.3f);
        }

        if (letter.NumberByHand)
        {
            _head.Words.Add(new PlacedWord(digits, at, baseline, digitsWidth, Cut.Regular, size * 1.25f, block) { ByHand = true, Ink = letter.Pen() });
        }

        _head.Words.Add(new PlacedWord(letter.Code, at + digitsWidth, baseline, codeWidth, Cut.Regular, size, block));
        return y + (size * 1.3f);
    }

    private void PlaceDateCell(float x, float width, float y)
    {
        string day = letter.Day?.ToString("00", CultureInfo.InvariantCulture) ?? "";
        string month = letter.Month switch { null => "", < 3 => $"0{letter.Month}", int m => m.ToString(CultureInfo.InvariantCulture) };
        List<string> words = [.. $"{letter.Place}, ngày".Split(' '), day, "tháng", month, "năm", letter.Year.ToString(CultureInfo.InvariantCulture)];
        int block = blocks.Add(Section.Header, BlockKind.PlaceDate, string.Join(' ', words.Where(static w => w.Length > 0)));
        float size = letter.Profile == LetterProfile.Party ? style.HeadSize + 1 : style.HeadSize + 0.5f;
        int dayAt = words.IndexOf("ngày") + 1;
        float space = setter.Measure(" ", Cut.Italic, size);
        float WidthOf(int i) => words[i].Length == 0 ? 18 : i == dayAt && letter.DayByHand ? 19 : setter.Measure(words[i], Cut.Italic, size);
        float total = Enumerable.Range(0, words.Count).Sum(WidthOf) + (space * (words.Count - 1));
        float at = x + ((width - total) / 2);
        for (int i = 0; i < words.Count; i++)
        {
            bool byHand = i == dayAt && letter.DayByHand;
            if (words[i].Length > 0)
            {
                _head.Words.Add(new PlacedWord(words[i], at, y + style.HeadSize, WidthOf(i), Cut.Italic, byHand ? size * 1.2f : size, block)
                {
                    ByHand = byHand,
                    Ink = byHand ? letter.Pen() : Ink.Black,
                });
            }

            at += WidthOf(i) + space;
        }
    }

    private float LetterSubject(float x, float width, float y, bool party)
    {
        string text = party ? letter.Subject : $"V/v {letter.Subject}";
        int block = blocks.Add(Section.Header, BlockKind.Subject, text);
        return Lines(text, false, new Frame(x + 6, width - 12, style.SubjectSize, 1.18f, Alignment.Centre), y + 2, block, italic: party);
    }

    private float TypeAndSubject(float y, bool party)
    {
        float size = party ? style.BodySize + 2 : style.BodySize;
        int type = blocks.Add(Section.Header, BlockKind.DocumentType, letter.TypeName!);
        y = Lines(letter.TypeName!, true, new Frame(style.Left, _printWidth, size, 1.25f, Alignment.Centre), y, type);
        int subject = blocks.Add(Section.Header, BlockKind.Subject, letter.Subject);
        y = Lines(letter.Subject, true, new Frame(style.Left + 25, _printWidth - 50, style.BodySize, 1.22f, Alignment.Centre), y, subject);
        float middle = style.Left + (_printWidth / 2);
        if (party)
        {
            float dashes = setter.Measure("-----", Cut.Regular, style.BodySize);
            _head.Words.Add(new PlacedWord("-----", middle - (dashes / 2), y + 10, dashes, Cut.Regular, style.BodySize, -1));
            return y + 12;
        }

        _head.Rules.Add(new PlacedRule(middle - 42, y + 4, middle + 42, y + 4, 0.75f));
        return y + 8;
    }

    private float Receipt(float y)
    {
        Receipt receipt = letter.Receipt!;
        float x = style.Left - (letter.TypeName is null ? 42 : 70);
        y = letter.TypeName is null ? y : y - 40;
        SKRect box = SKRect.Create(x, y, 112, 72);
        string text = $"{receipt.Office} ĐẾN Số: {receipt.Number} Ngày: {receipt.Date} Chuyển:";
        blocks.Add(Section.Margin, BlockKind.ReceiptStamp, text, order: 90_002);
        _head.Marks.Add(new PlacedMark(MarkKind.ReceiptStamp, box, Ink.Red) { Lines = [receipt.Office, receipt.Number, receipt.Date] });
        return box.Bottom;
    }

    private float Stamps(float x, float width, float y)
    {
        if (letter.Secrecy is not null)
        {
            y = Stamp(letter.Secrecy, BlockKind.Secrecy, x, width, y);
        }

        return letter.Urgency is null ? y : Stamp(letter.Urgency, BlockKind.Urgency, x, width, y);
    }

    private float Stamp(string text, BlockKind kind, float x, float width, float y)
    {
        float textWidth = setter.Measure(text, Cut.Bold, 14);
        float boxWidth = Math.Max(textWidth + 16, 57);
        SKRect box = SKRect.Create(x + ((width - boxWidth) / 2), y + 8, boxWidth, 22.7f);
        int block = blocks.Add(Section.Header, kind, text);
        float at = box.MidX - (textWidth / 2);
        foreach (string word in text.Split(' '))
        {
            float wordWidth = setter.Measure(word, Cut.Bold, 14);
            _head.Words.Add(new PlacedWord(word, at, box.MidY + 4.8f, wordWidth, Cut.Bold, 14, block) { OnMark = true, Ink = Ink.Red });
            at += wordWidth + setter.Measure(" ", Cut.Bold, 14);
        }

        _head.Marks.Add(new PlacedMark(MarkKind.UrgencyStamp, box, Ink.Red) { Lines = [text] });
        return box.Bottom + 4;
    }

    private float Addressees(float y)
    {
        if (letter.Addressees.Count == 0)
        {
            return y - 8;
        }

        float size = style.BodySize;
        float label = setter.Measure("Kính gửi:", Cut.Regular, size);
        if (letter.Addressees.Count == 1)
        {
            string text = $"Kính gửi: {letter.Addressees[0]}";
            float whole = Markup.Words(text).Sum(w => setter.Measure(w.Text + " ", Cut.Regular, size));
            int only = blocks.Add(Section.Header, BlockKind.Addressee, text);
            return whole < _printWidth - 40
                ? Lines(text, false, new Frame(style.Left, _printWidth, size, 1.25f, Alignment.Centre), y, only) + 4
                : Lines(text, false, new Frame(style.Left + 60, _printWidth - 80, size, 1.25f) { HangingIndent = label + 4 }, y, only) + 4;
        }

        float x = style.Left + 80;
        int head = blocks.Add(Section.Header, BlockKind.Addressee, "Kính gửi:");
        bool below = style.Leading > 1.25f;
        float afterLabel = Lines("Kính gửi:", false, new Frame(x, label + 4, size, style.Leading), y, head);
        float listX = below ? x + (label * 0.75f) : x + label + 5;
        y = below ? afterLabel : y;
        float dash = setter.Measure("- ", Cut.Regular, size);
        foreach (string addressee in letter.Addressees)
        {
            int block = blocks.Add(Section.Header, BlockKind.Addressee, addressee);
            Frame frame = new(listX, style.Left + _printWidth - listX, size, style.Leading) { HangingIndent = dash, Bullets = true };
            y = Lines($"- {addressee}", false, frame, y, block);
        }

        return y + 4;
    }

    private float Lines(string text, bool bold, Frame frame, float y, int block, bool italic = false)
    {
        foreach (string part in text.Split('\n'))
        {
            foreach (Fragment line in setter.Set(Markup.Words(part, bold, italic), frame, block))
            {
                _head.Words.AddRange(line.Words.Select(w => w.Moved(0, y)));
                y += line.Height;
            }
        }

        return y;
    }
}
