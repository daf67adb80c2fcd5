namespace Dau.Segmentation;

/// <summary>Takes off a page what is not the letter's own text: page numbers, what a digital signature prints, the receiver's stamp, the office's address.</summary>
internal static class MarginReader
{
    internal static IEnumerable<DraftBlock> Read(SheetPage page)
    {
        foreach (DraftBlock? block in new[] { DigitalSignature(page), ReceiptStamp(page), PageNumber(page), Address(page) })
        {
            if (block is not null)
            {
                page.Take(page.Pieces.Where(p => block.Tokens.Contains(p.Tokens[0])).ToArray());
                yield return block;
            }
        }
    }

    private static DraftBlock? DigitalSignature(SheetPage page)
    {
        TextLine[] sure = [.. page.Pieces.Where(Anchors.IsDigitalSignature)];
        if (sure.Length == 0)
        {
            return null;
        }

        // Its other lines ("Email:", "Cơ quan:" …) stand between and beside the sure ones.
        PixelBox area = PixelBox.Around(sure.Select(static p => p.Box));
        int reach = (int)(1.6 * page.Frame.Letter);
        TextLine[] all = [.. page.Pieces.Where(p => sure.Contains(p)
            || (p.CentreY > area.Y - (sure.Length > 1 ? reach / 2 : 0) && p.CentreY < area.Bottom + reach / 2 && p.CentreX > area.X - reach && p.CentreX < area.Right + reach
                && Anchors.Title(p) is null && (p.CentreY < area.Bottom || p.IsJunk || IsSignatureDetail(p))))];
        return DraftBlock.OfLines(Section.Margin, BlockKind.DigitalSignature, all);
    }

    private static bool IsSignatureDetail(TextLine line) =>
        line.Plain.Contains("email", StringComparison.Ordinal) || line.Plain.Contains("co quan:", StringComparison.Ordinal)
        || line.Plain.Contains('@', StringComparison.Ordinal) || line.Plain.Contains("to chuc:", StringComparison.Ordinal)
        || line.Plain.Contains("chuc vu:", StringComparison.Ordinal);

    private static DraftBlock? ReceiptStamp(SheetPage page)
    {
        TextLine[] stamped = [.. page.Pieces.Where(p => page.IsOn(p, MarkKind.ReceiptStamp) && Anchors.Title(p) is null && Anchors.Motto(p) is null)];
        if (stamped.Length == 0)
        {
            TextLine? arrival = page.Pieces.FirstOrDefault(p => p.Letters is "den" or "congvanden" && p.IsCapitals && p.Top < 0.5 * page.Frame.Height);
            stamped = arrival is null ? WithoutArrival(page) : Around(page, arrival);
            if (stamped.Length < 2)
            {
                return null;
            }
        }

        return DraftBlock.OfLines(Section.Margin, BlockKind.ReceiptStamp, stamped);
    }

    private static TextLine[] Around(SheetPage page, TextLine arrival)
    {
        int reach = 4 * arrival.Height;
        return [.. page.Pieces.Where(p => Math.Abs(p.CentreY - arrival.CentreY) < reach && p.Right > arrival.Left - reach && p.Left < arrival.Right + reach
            && p.Box.Width < 0.3 * page.Frame.Width && (p == arrival || IsStampLine(p)))];
    }

    // ĐẾN stands on its side or is blurred: "Chuyển:" and what stands above it within a stamp of 50 by 35 mm, the office's name in capitals and the blanks.
    private static TextLine[] WithoutArrival(SheetPage page)
    {
        double millimetre = page.Frame.Width / 210.0;
        TextLine? forward = page.Pieces.FirstOrDefault(p => p.Plain.StartsWith("chuyen:", StringComparison.Ordinal) && p.Tokens.Count <= 3 && p.Top < 0.5 * page.Frame.Height);
        return forward is null ? [] : [.. page.Pieces.Where(p => p.CentreY > forward.CentreY - 35 * millimetre && p.CentreY < forward.CentreY + 12 * millimetre
            && p.Left > forward.Left - 15 * millimetre && p.Right < forward.Left + 50 * millimetre
            && (IsStampLine(p) || (p.IsCapitals && p.CentreY < forward.CentreY && Anchors.Title(p) is null && !Anchors.IsUrgency(p) && !Anchors.IsSecrecy(p) && !Anchors.IsNumber(p) && !LetterNumbers.HasCode(p.Text))))];
    }

    private static bool IsStampLine(TextLine line) =>
        line.Plain.StartsWith("ngay", StringComparison.Ordinal) || line.Plain.StartsWith("chuyen", StringComparison.Ordinal)
        || line.Plain.StartsWith("luu ho so", StringComparison.Ordinal) || (line.Plain.StartsWith("so", StringComparison.Ordinal) && line.Tokens.Count <= 3 && !line.Text.Contains('/', StringComparison.Ordinal));

    private static DraftBlock? PageNumber(SheetPage page)
    {
        PageFrame frame = page.Frame;
        TextLine? number = page.Pieces.FirstOrDefault(p => IsPageNumber(p) && Math.Abs(p.CentreX - frame.Width / 2.0) < 0.08 * frame.Width
                && p.CentreY < 0.12 * frame.Height && page.Pieces.TrueForAll(q => q == p || q.CentreY > p.CentreY - p.Height))
            ?? page.Pieces.LastOrDefault(p => IsPageNumber(p) && p.CentreX > 0.4 * frame.Width && p.CentreY > 0.9 * frame.Height
                && page.Pieces.TrueForAll(q => q == p || q.CentreY < p.CentreY + p.Height));
        return number is null ? null : DraftBlock.OfLines(Section.Margin, BlockKind.PageNumber, [number]);
    }

    // "2", "- 2 -", "2/5", "Trang 2"; a lone digit may be misread as a letter.
    private static bool IsPageNumber(TextLine line)
    {
        string text = string.Concat(line.Text.Where(static c => !char.IsWhiteSpace(c)));
        string bare = text.Trim('-', '–', '—', '.', '_', '~', '|', '\'', '"', '`', '‘', '’', '(', ')');
        return bare.Length is >= 1 and <= 3 && bare.Any(char.IsDigit) && bare.Length - bare.Count(char.IsDigit) <= 1
            || (line.Letters.StartsWith("trang", StringComparison.Ordinal) && line.Tokens.Count <= 3 && bare.Any(char.IsDigit))
            || (bare.Length is >= 3 and <= 7 && bare.Contains('/', StringComparison.Ordinal) && bare.All(static c => char.IsDigit(c) || c == '/'))
            || (bare.Length == 1 && "zZlIS§B?".Contains(bare[0], StringComparison.Ordinal));
    }

    private static DraftBlock? Address(SheetPage page)
    {
        if (page.Index > 0)
        {
            return null;
        }

        TextLine[] sure = [.. page.Pieces.Where(p => p.CentreY > 0.86 * page.Frame.Height && Anchors.IsAddress(p))];
        if (sure.Length == 0)
        {
            return null;
        }

        int top = sure.Min(static p => p.Top);
        return DraftBlock.OfLines(Section.Margin, BlockKind.Address, LineBuilder.Rows(page.Pieces.Where(p => p.CentreY >= top)));
    }
}
