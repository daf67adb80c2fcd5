using System.Globalization;

namespace Dau.ScanForge.Letters;

/// <summary>Puts the body of a decision together that amends another: articles, clauses and points quoted in their new wording, over one paragraph or several.</summary>
internal sealed class AmendingBody(ForgeRandom random, SlotFiller slots, Office office)
{
    /// <summary>The body.</summary>
    public List<BodyItem> Make()
    {
        string issuer = slots.Fill(office.Issuer).Replace('\n', ' ');
        List<BodyItem> body =
        [
            BodyItem.Title(office.Code == "UBND" ? issuer : $"{office.Head} {issuer}"),
            BodyItem.Basis($"Căn cứ {slots.Cite("law")} về việc {slots.Fill(Phrase("matters"))};"),
            BodyItem.Basis(slots.Fill("Xét đề nghị của {coquan2}.")),
            BodyItem.Title("QUYẾT ĐỊNH:"),
            BodyItem.Paragraph($"<b>Điều 1.</b> Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo {slots.Cite("state")}, như sau:"),
        ];
        int changes = random.Between(2, 4), article = random.Between(2, 6);
        for (int i = 1; i <= changes; i++, article += random.Between(1, 4))
        {
            body.AddRange(random.Below(3) switch
            {
                0 => Article(i, article),
                1 => Clause(i, article, random.Between(1, 4)),
                _ => Point(i, article, random.Between(1, 4), (char)('a' + random.Below(4))),
            });
        }

        body.Add(BodyItem.Paragraph(slots.Fill("<b>Điều 2.</b> Chánh Văn phòng, {coquan2} và Thủ trưởng các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này. "
            + "Quyết định có hiệu lực kể từ ngày ký./.")));
        return body;
    }

    private IEnumerable<BodyItem> Article(int change, int article)
    {
        yield return Change(change, string.Create(CultureInfo.InvariantCulture, $"Điều {article}"));
        string title = slots.Fill(Phrase("matters"));
        yield return BodyItem.Amended(string.Create(CultureInfo.InvariantCulture, $"“<b>Điều {article}.</b> Quy định về việc {title}"));
        int clauses = random.Between(2, 3);
        for (int i = 1; i <= clauses; i++)
        {
            string text = i == 1 && random.Chance(0.4) ? $"Trong Quy chế này, “hồ sơ hợp lệ” là hồ sơ có đủ giấy tờ. {Sentence()}" : Sentence();
            yield return BodyItem.Amended(string.Create(CultureInfo.InvariantCulture, $"{i}. {text}{(i == clauses ? "”" : "")}"));
        }
    }

    private IEnumerable<BodyItem> Clause(int change, int article, int clause)
    {
        yield return Change(change, string.Create(CultureInfo.InvariantCulture, $"khoản {clause} Điều {article}"));
        bool points = random.Chance(0.5);
        yield return BodyItem.Amended(string.Create(CultureInfo.InvariantCulture, $"“{clause}. {(points ? Sentence()[..^1] + ", cụ thể:" : Sentence() + "”.")}"));
        if (points)
        {
            yield return BodyItem.Amended($"a) {Sentence()[..^1]};");
            yield return BodyItem.Amended($"b) {Sentence()}”.");
        }
    }

    private IEnumerable<BodyItem> Point(int change, int article, int clause, char point)
    {
        yield return Change(change, string.Create(CultureInfo.InvariantCulture, $"điểm {point} khoản {clause} Điều {article}"));
        yield return BodyItem.Amended($"“{point}) {Sentence()[..^1]};”.");
    }

    private static BodyItem Change(int number, string what) => BodyItem.Item(string.Create(CultureInfo.InvariantCulture, $"{number}. Sửa đổi, bổ sung {what} như sau:"));

    private string Sentence() => slots.Fill(Phrase("sentences"));

    private string Phrase(string section) => random.Pick(PoolLibrary.Phrases[section]);
}
