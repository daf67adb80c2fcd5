using System.Globalization;

namespace Dau.ScanForge.Letters;

/// <summary>Puts a body together for a type of letter.</summary>
internal sealed class BodyMaker(ForgeRandom random, SlotFiller slots, Office office)
{
    private readonly List<string> _paragraphs = Of('P', office.Domain);
    private readonly List<string> _items = Of('I', office.Domain);
    private readonly Dictionary<int, string> _footnotes = [];

    /// <summary>The footnotes that the body refers to.</summary>
    public IReadOnlyDictionary<int, string> Footnotes => _footnotes;

    /// <summary>The body of a letter; <paramref name="type"/> is the printed type, null for a công văn.</summary>
    public IReadOnlyList<BodyItem> Make(string? type)
    {
        List<BodyItem> body = type switch
        {
            "QUYẾT ĐỊNH" => random.Fork("amending").Chance(0.3) ? new AmendingBody(random.Fork("amended"), slots, office).Make() : Decision(),
            "KẾ HOẠCH" or "BÁO CÁO" => Sections(type == "BÁO CÁO"),
            _ => Plain(),
        };
        return slots.Party ? [.. body.Select(static b => b with { Text = b.Text.Replace("./.", ".", StringComparison.Ordinal) })] : body;
    }

    private static List<string> Of(char mark, string domain) =>
        [.. PoolLibrary.Bodies[domain].Where(l => l[0] == mark).Select(static l => l[2..])];

    private List<BodyItem> Plain()
    {
        List<BodyItem> body = [];
        int before = random.Between(0, 2);
        if (before == 0 || random.Chance(0.4))
        {
            body.Add(BodyItem.Paragraph(Note(slots.Fill(Phrase("openings")))));
            body.AddRange(Paragraphs(random.Between(0, 1)));
        }
        else
        {
            body.AddRange(Paragraphs(before));
            body.Add(BodyItem.Paragraph(slots.Fill(Phrase("asks"))));
        }

        if (random.Chance(0.08))
        {
            body.Add(BodyItem.Paragraph(slots.Fill("Đại diện các hộ dân {xa} có ý kiến như sau:")));
            body.Add(new BodyItem(BlockKind.Quotation, slots.Fill(Phrase("quotes"))));
        }

        body.AddRange(List(random.Between(2, 6)));
        if (random.Chance(0.25))
        {
            body.AddRange(Paragraphs(random.Between(1, 2)));
            body.AddRange(List(random.Between(1, 3)));
        }

        body.AddRange(Sentences(random.Between(0, 2)));
        body.Add(BodyItem.Paragraph(slots.Fill(Phrase("closings"))));
        return body;
    }

    private List<BodyItem> Sections(bool report)
    {
        List<BodyItem> body = [BodyItem.Paragraph(Note(slots.Fill(Phrase("openings"))))];
        string[] numerals = ["I", "II", "III", "IV"];
        IReadOnlyList<string> headings = random.PickMany(PoolLibrary.Phrases["headings"], random.Between(2, 4));
        for (int i = 0; i < headings.Count; i++)
        {
            body.Add(BodyItem.Heading($"{numerals[i]}. {headings[i].ToUpperInvariant()}"));
            body.AddRange(i == 0 || random.Chance(0.3) ? Paragraphs(random.Between(1, 2)) : Sentences(1));
            if (i == 0 && report)
            {
                body.Add(Table());
            }

            if (i > 0 || !report)
            {
                body.AddRange(List(random.Between(2, 4)));
            }
        }

        body.Add(BodyItem.Paragraph(slots.Fill(Phrase("closings"))));
        return body;
    }

    private List<BodyItem> Decision()
    {
        string head = $"{office.Head} {slots.Fill(office.Issuer).Replace('\n', ' ')}";
        List<BodyItem> body = [BodyItem.Title(office.Code == "UBND" ? slots.Fill(office.Issuer).Replace('\n', ' ') : head)];
        int bases = random.Between(2, 4);
        for (int i = 0; i < bases; i++)
        {
            body.Add(BodyItem.Basis($"Căn cứ {slots.Cite(i < 2 ? "law" : "state")} về việc {slots.Fill(Phrase("matters"))};"));
        }

        body.Add(BodyItem.Basis(slots.Fill("Xét đề nghị của {coquan2}.")));
        body.Add(BodyItem.Title("QUYẾT ĐỊNH:"));
        body.Add(BodyItem.Paragraph($"<b>Điều 1.</b> {slots.Fill(Phrase("sentences"))}"));
        body.AddRange(List(random.Between(2, 4)));
        body.Add(BodyItem.Paragraph($"<b>Điều 2.</b> {slots.Fill(Phrase("sentences"))}"));
        body.Add(BodyItem.Paragraph(slots.Fill("<b>Điều 3.</b> Chánh Văn phòng, {coquan2} và Thủ trưởng các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này. "
            + "Quyết định có hiệu lực kể từ ngày ký./.")));
        return body;
    }

    private IEnumerable<BodyItem> Paragraphs(int count)
    {
        for (int i = 0; i < count && _paragraphs.Count > 0; i++)
        {
            string text = Take(_paragraphs);
            if (random.Chance(0.3))
            {
                text += " " + Phrase("sentences");
            }

            yield return BodyItem.Paragraph(Note(slots.Fill(text)));
        }
    }

    private IEnumerable<BodyItem> Sentences(int count) =>
        random.PickMany(PoolLibrary.Phrases["sentences"], count).Select(s => BodyItem.Paragraph(slots.Fill(s)));

    /// <summary>A list: numbered, dashed, or numbered with lettered points under some numbers.</summary>
    private IEnumerable<BodyItem> List(int count)
    {
        List<string> texts = [];
        while (texts.Count < count && _items.Count > 0)
        {
            texts.Add(slots.Fill(Take(_items)));
        }

        int style = random.Below(3);
        for (int i = 0; i < texts.Count; i++)
        {
            string end = style == 0 || i + 1 < texts.Count ? texts[i] : texts[i][..^1] + ".";
            if (style == 0)
            {
                yield return BodyItem.Item($"- {(i + 1 < texts.Count ? end : end[..^1] + ".")}");
            }
            else if (style == 1)
            {
                yield return BodyItem.Item(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {end[..^1]}."));
            }
            else
            {
                if (i == 0)
                {
                    yield return BodyItem.Item($"1. {slots.Fill(Phrase("orders"))}");
                }

                yield return BodyItem.Item($"{(char)('a' + i)}) {end}", 2);
            }
        }
    }

    /// <summary>An appendix with a table that may run over a page, for a letter known by <paramref name="kind"/>, <paramref name="number"/> and date.</summary>
    public Appendix Appendix(string kind, string number)
    {
        bool landscape = random.Chance(0.4);
        string note = $"(Kèm theo {kind} số {number} ngày {SlotFiller.LongDate(slots.Date)} của {office.Name})";
        List<BodyItem> body = [Table(random.Chance(0.3) ? 14 : 7)];
        body.AddRange(Sentences(random.Between(0, 2)));
        return new Appendix("PHỤ LỤC", slots.Fill($"Tổng hợp số liệu về việc {Phrase("matters")}"), note, body, landscape);
    }

    private BodyItem Table(int most = 7)
    {
        List<IReadOnlyList<string>> rows = [["STT", "Đơn vị", "Số vụ việc", "Đã giải quyết", "Kinh phí", "Ghi chú"]];
        int count = random.Between(3, most);
        IReadOnlyList<string> districts = random.PickMany(PoolLibrary.Names["districts"], count);
        string[] notes = ["", "", "Đang xác minh", "Quá hạn", "Chuyển kỳ sau", "Hoàn thành"];
        for (int i = 0; i < districts.Count; i++)
        {
            string name = char.ToUpperInvariant(districts[i][0]) + districts[i][1..];
            rows.Add([(i + 1).ToString(CultureInfo.InvariantCulture), name, slots.Fill("{n2}"), slots.Fill("{n1}"), slots.Fill("{n2},{thang}"), random.Pick(notes)]);
        }

        return BodyItem.Table([0.8, 3.4, 1.6, 1.8, 1.7, 2.3], [.. rows]);
    }

    /// <summary>Now and then hangs a footnote on a text.</summary>
    private string Note(string text)
    {
        if (_footnotes.Count >= 2 || !random.Chance(0.07))
        {
            return text;
        }

        int number = _footnotes.Count + 1;
        _footnotes[number] = slots.Fill("Số liệu do {coquan2} cung cấp tại {cite}.");
        return string.Create(CultureInfo.InvariantCulture, $"{text}{{{number}}}");
    }

    private string Phrase(string section) => random.Pick(PoolLibrary.Phrases[section]);

    private string Take(List<string> pool)
    {
        int at = random.Below(pool.Count);
        string text = pool[at];
        pool.RemoveAt(at);
        return text;
    }
}
