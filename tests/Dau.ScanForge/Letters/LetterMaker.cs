using System.Globalization;

namespace Dau.ScanForge.Letters;

/// <summary>Puts letters together from pools of sentences, subjects, offices and names: any number of different letters, each known by its seed.</summary>
public static class LetterMaker
{
    private static readonly string[] Ranks = ["Đại tá", "Thượng tá", "Trung tá", "Thiếu tướng", "Thiếu tá"];

    /// <summary>The letter of a seed.</summary>
    public static Letter Make(ulong seed)
    {
        ForgeRandom random = new ForgeRandom(seed).Fork("letter");
        DateOnly date = new DateOnly(2019, 1, 5).AddDays(random.Below(6 * 365));
        Office office = random.Pick(PoolLibrary.Offices);
        bool party = random.Chance(0.12);
        if (party)
        {
            office = PartyOffice(random);
        }

        SlotFiller slots = new(random.Fork("slots"), office, date, party);
        (string? type, string abbreviation) = Type(random, office, party);
        BodyMaker bodies = new(random.Fork("body"), slots, office);
        string subject = slots.Fill(random.Pick(PoolLibrary.Subjects[office.Domain]));
        Letter letter = new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"made-{seed:00000}"),
            Profile = party ? LetterProfile.Party : LetterProfile.Government,
            ParentIssuer = office.Parent.Length == 0 ? null : slots.Fill(office.Parent),
            Issuer = slots.Fill(office.Issuer),
            Number = random.Chance(0.05) ? null : Number(random, party),
            Code = Code(random, office, abbreviation, party),
            NumberByHand = random.Chance(0.4),
            Place = office.Issuer.Contains("HUYEN", StringComparison.Ordinal) ? PlaceOf(slots.District) : slots.Province,
            Day = date.Day,
            DayByHand = random.Chance(0.4),
            Month = date.Month,
            Year = date.Year,
            TypeName = type,
            Subject = SubjectAs(subject, type, party),
            Addressees = type is null or "TỜ TRÌNH" or "GIẤY MỜI" ? Addressees(random, slots, office) : [],
            Body = bodies.Make(type),
            Footnotes = bodies.Footnotes,
            Recipients = Recipients(random, slots, office, type, party),
            Signature = Sign(random, slots, office, party),
            Seal = Seal(slots, office, party),
        };
        letter = Extras(letter, random.Fork("extras"), slots, office);
        return letter.Number is not null && random.Chance(0.1)
            ? letter with { Appendices = [bodies.Appendix(type is null ? "Công văn" : char.ToUpperInvariant(type[0]) + type[1..].ToLowerInvariant(), letter.Number + letter.Code)] }
            : letter;
    }

    private static Letter Extras(Letter letter, ForgeRandom random, SlotFiller slots, Office office)
    {
        if (letter.Number is null)
        {
            bool open = random.Chance(0.5);
            letter = letter with { NumberByHand = false, DayByHand = false, Day = null, Month = open ? null : letter.Month, Seal = null, Signature = letter.Signature with { Signed = false } };
        }

        bool typed = letter.TypeName is not null;
        string day = string.Create(CultureInfo.InvariantCulture, $"{slots.Date.AddDays(2).Day}/{slots.Date.AddDays(2).Month}/{slots.Date.AddDays(2).Year % 100:00}");
        return letter with
        {
            Urgency = random.Chance(0.14) ? random.Pick(["HỎA TỐC", "KHẨN", "THƯỢNG KHẨN"]) : null,
            Secrecy = random.Chance(0.05) ? "MẬT" : null,
            Receipt = !typed && random.Chance(0.15)
                ? new Receipt($"UBND {slots.District.ToUpperInvariant()}", random.Between(100, 9999).ToString(CultureInfo.InvariantCulture), day)
                : null,
            DigitalSignature = random.Chance(0.12)
                ? [$"Ký bởi: {letter.Issuer.Replace('\n', ' ')}", string.Create(CultureInfo.InvariantCulture, $"Thời gian ký: {slots.Date.Day:00}/{slots.Date.Month:00}/{slots.Date.Year} {random.Between(8, 17):00}:{random.Between(10, 59)}:{random.Between(10, 59)} +07:00")]
                : [],
            Address = random.Chance(0.08)
                ? slots.Fill($"Địa chỉ: số {random.Between(2, 240)} đường {random.Pick(PoolLibrary.Names["streets"])}, {slots.Province}. Điện thoại: {{dienthoai}}. Thư điện tử: vanthu@{office.Code.ToLowerInvariant()}.example")
                : null,
            QrPayload = random.Chance(0.08) ? string.Create(CultureInfo.InvariantCulture, $"https://vanban.example/{random.Between(10000, 99999)}?so={letter.Number}{letter.Code}") : null,
            Initials = letter.Number is not null && random.Chance(0.25),
            NationalTitle = random.Chance(0.15) ? "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM" : letter.NationalTitle,
            Watermark = random.Chance(0.04) ? random.Pick(["BẢN SAO", "LƯU HÀNH NỘI BỘ", "DỰ THẢO"]) : null,
        };
    }

    private static Office PartyOffice(ForgeRandom random)
    {
        string domain = random.Pick(["propaganda", "security", "religion", "personnel", "land"]);
        return random.Below(4) switch
        {
            0 => new Office(domain, "", "TỈNH ỦY {TINH}", "TU", [], "BÍ THƯ", "PHÓ BÍ THƯ", "Văn phòng Tỉnh ủy", [], "Ban Thường vụ Tỉnh ủy"),
            1 => new Office(domain, "TỈNH ỦY {TINH}", "BAN TUYÊN GIÁO", "BTGTU", [], "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Ban Tuyên giáo Tỉnh ủy", [], "Ban Tuyên giáo Tỉnh ủy"),
            2 => new Office(domain, "TỈNH ỦY {TINH}", "BAN DÂN VẬN", "BDVTU", [], "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Ban Dân vận Tỉnh ủy", [], "Ban Dân vận Tỉnh ủy"),
            _ => new Office(domain, "ĐẢNG BỘ TỈNH {TINH}", "{HUYEN} ỦY", "HU", [], "BÍ THƯ", "PHÓ BÍ THƯ", "Văn phòng Huyện ủy", [], "Ban Thường vụ Huyện ủy"),
        };
    }

    private static (string? Name, string Abbreviation) Type(ForgeRandom random, Office office, bool party) => random.Below(20) switch
    {
        < 11 => (null, "CV"),
        < 13 => ("THÔNG BÁO", "TB"),
        < 15 => ("KẾ HOẠCH", "KH"),
        < 17 => ("BÁO CÁO", "BC"),
        17 when !party => ("TỜ TRÌNH", "TTr"),
        < 20 when !party && office.Code != "VP" => ("QUYẾT ĐỊNH", "QĐ"),
        _ => (null, "CV"),
    };

    private static string Number(ForgeRandom random, bool party)
    {
        int number = random.Chance(party ? 0.6 : 0.2) ? random.Between(1, 99) : random.Between(100, 4999);
        return number.ToString("00", CultureInfo.InvariantCulture);
    }

    private static string Code(ForgeRandom random, Office office, string abbreviation, bool party) =>
        party ? $"-{abbreviation}/{office.Code}"
        : abbreviation == "CV" ? $"/{office.Code}-{random.Pick(office.Departments)}"
        : $"/{abbreviation}-{office.Code}";

    private static string PlaceOf(string district) => district[(district.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string SubjectAs(string subject, string? type, bool party) => type switch
    {
        null => party ? $"Về việc {subject}" : subject,
        "QUYẾT ĐỊNH" or "THÔNG BÁO" or "TỜ TRÌNH" => $"Về việc {subject}",
        "BÁO CÁO" => $"Tình hình, kết quả {subject}",
        _ => char.ToUpperInvariant(subject[0]) + subject[1..],
    };

    private static List<string> Addressees(ForgeRandom random, SlotFiller slots, Office office)
    {
        int count = random.Chance(0.35) ? 1 : random.Between(2, 6);
        List<string> chosen = [.. random.PickMany([.. PoolLibrary.Addressees.Where(a => a != office.Name)], count).Select(slots.Fill)];
        if (count == 1)
        {
            return random.Chance(0.5) ? [chosen[0] + "."] : chosen;
        }

        string mark = slots.Party ? "," : ";";
        return [.. chosen.Select((c, i) => c + (i + 1 == chosen.Count ? "." : mark))];
    }

    private static List<string> Recipients(ForgeRandom random, SlotFiller slots, Office office, string? type, bool party)
    {
        List<string> list = [type is "QUYẾT ĐỊNH" ? "Như Điều 3" : type is null ? "Như trên" : "Như kính gửi"];
        if (type is not null and not "QUYẾT ĐỊNH" and not "TỜ TRÌNH")
        {
            list[0] = slots.Fill(random.Pick(PoolLibrary.Addressees));
        }

        string[] rest =
        [
            "UBND tỉnh (báo cáo)", "Thường trực Tỉnh ủy (để báo cáo)", "Giám đốc, các Phó Giám đốc", "Các phòng chuyên môn, nghiệp vụ", $"UBND {slots.District}", "Ban Tuyên giáo Tỉnh ủy",
            "Cổng thông tin điện tử tỉnh", "CVP, các PCVP", "Trung tâm Phục vụ hành chính công", "Các đơn vị trực thuộc (thực hiện)", "Đại biểu Quốc hội tỉnh",
        ];
        list.AddRange(random.PickMany(rest, random.Between(1, 5)));
        string initials = random.Chance(0.4) ? $" ({random.Pick(["Hà", "Th", "Dũng", "N.Lan", "Tr.K", "H05"])}, {random.Between(5, 90):00}b)" : "";
        string mark = party ? "," : ";";
        return [.. list.Select(l => l + mark), party ? $"Lưu {office.File}." : $"Lưu: VT, {office.File}{initials}."];
    }

    private static SignatureLines Sign(ForgeRandom random, SlotFiller slots, Office office, bool party)
    {
        string name = slots.Person();
        bool force = office.Code is "CAT" or "CAH" or "BCH";
        string? rank = force ? random.Pick(Ranks) : random.Chance(0.06) ? random.Pick(["ThS.", "TS.", "BS.CKII"]) : null;
        bool stamp = random.Chance(0.18);
        if (party)
        {
            IReadOnlyList<string> lines = office.Code is "TU" or "HU" ? ["T/M BAN THƯỜNG VỤ", random.Chance(0.5) ? office.Head : office.Deputy]
                : random.Chance(0.5) ? [office.Head] : [$"K/T {office.Head}", office.Deputy];
            return new SignatureLines(lines, name);
        }

        if (office.Code == "UBND")
        {
            return random.Below(4) switch
            {
                0 => new SignatureLines(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], name, NameByStamp: stamp),
                1 => new SignatureLines(["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], name),
                2 => new SignatureLines(["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name, NameByStamp: stamp),
                _ => new SignatureLines(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name, NameByStamp: stamp),
            };
        }

        return random.Below(10) switch
        {
            < 3 => new SignatureLines([office.Head], name, rank, NameByStamp: stamp),
            < 8 => new SignatureLines([$"KT. {office.Head}", office.Deputy], name, rank, NameByStamp: stamp),
            8 => new SignatureLines([$"TL. {office.Head}", "CHÁNH VĂN PHÒNG"], name, rank),
            _ => new SignatureLines([$"TUQ. {office.Head}", "TRƯỞNG PHÒNG NGHIỆP VỤ"], name, rank),
        };
    }

    private static SealText Seal(SlotFiller slots, Office office, bool party)
    {
        string issuer = slots.Fill(office.Issuer).Split('\n')[0];
        string bottom = office.Issuer.Contains("HUYEN", StringComparison.Ordinal) && !party ? slots.District.ToUpperInvariant() : $"TỈNH {slots.Province.ToUpperInvariant()}";
        return party ? new SealText("ĐẢNG CỘNG SẢN VIỆT NAM", issuer, [])
            : office.SealMiddle.Count > 0 ? new SealText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bottom, office.SealMiddle)
            : new SealText(issuer, bottom, []);
    }
}
