using Dau.Facts;
using Dau.Translation.Terms;
using Dau.Translation.Text;

namespace Dau.Translation.Locks;

/// <summary>Finds names of people and places, so that "Hòa Bình" does not become "peace".</summary>
internal sealed class NameFinder(Termbase terms, Func<string, bool> isWord)
{
    private const int LongestName = 6;

    private static readonly HashSet<string> Surnames = ReadWords("names.surnames.txt");
    private static readonly HashSet<string> Provinces = [.. TermFile.EmbeddedLines("names.provinces.txt").Select(static l => Vietnamese.Lower(l).Replace('–', '-'))];

    private static readonly HashSet<string> PlaceTypes = new(StringComparer.Ordinal)
    {
        "tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "thôn", "xóm", "ấp", "bản", "buôn", "làng", "sóc", "phum",
        "khóm", "khu phố", "tổ dân phố", "khối", "đường", "phố", "sông", "núi", "hồ", "đảo", "quần đảo", "cửa khẩu", "chùa", "giáo xứ", "giáo họ", "giáo phận",
        "cầu", "chợ", "trại giam", "trại tạm giam", "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "huyện ủy", "huyện uỷ", "quận ủy", "quận uỷ", "thị ủy", "thị uỷ",
    };

    // After "tỉnh" or "xã" these begin the name of a body, not of the place: Tỉnh Đoàn, xã Hội ….
    private static readonly HashSet<string> BeginsBody = new(StringComparer.Ordinal) { "đoàn", "hội", "ủy", "uỷ", "đội", "đảng", "công", "mặt" };

    private static readonly HashSet<string> Honorifics = new(StringComparer.Ordinal)
    {
        "ông", "bà", "anh", "chị", "cháu", "đồng chí", "đ/c", "bị can", "bị cáo", "luật sư", "linh mục", "mục sư", "hòa thượng", "thượng tọa", "đại đức", "ni sư",
        "giám mục", "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy", "đại tướng", "thượng tướng", "trung tướng",
        "thiếu tướng", "tên là", "họ tên",
    };

    /// <summary>Names in the text, in its order, none over another and none over a stretch that is taken already.</summary>
    public List<LockedSpan> Find(string text, IReadOnlyList<LockedSpan> taken)
    {
        var tokens = Tokeniser.Tokenise(text);
        var locks = new List<LockedSpan>();
        var caps = Vietnamese.IsAllCaps(text);
        var covered = CoveredByTerms(tokens);
        var placeBefore = false;
        for (var i = 0; i < tokens.Count;)
        {
            var isPlace = false;
            var count = taken.Any(l => l.Start < tokens[i].End && tokens[i].Start < l.End) ? 0 : Measure(text, tokens, i, covered, caps, placeBefore, out isPlace);
            if (count == 0)
            {
                placeBefore &= tokens[i].Text is "," or "và" or ";";
                i++;
                continue;
            }

            var end = tokens[i + count - 1].End;
            locks.Add(new LockedSpan(isPlace ? LockKind.Place : LockKind.Name, tokens[i].Start, end, text[tokens[i].Start..end]));
            placeBefore = isPlace;
            i += count;
        }

        return locks;
    }

    /// <summary>How many tokens from here make a name; 0 for none.</summary>
    private int Measure(string text, List<Token> tokens, int i, bool[] covered, bool caps, bool placeBefore, out bool isPlace)
    {
        isPlace = true;
        if (tokens[i].Kind != TokenKind.Word || !char.IsUpper(tokens[i].Text[0]))
        {
            return 0;
        }

        var province = ProvinceAt(tokens, i);
        var typed = Follows(tokens, i, PlaceTypes) && !BeginsBody.Contains(Vietnamese.Lower(tokens[i].Text));
        if (caps)
        {
            (var known, isPlace) = NamesOfLetter.At(tokens, i);
            if (known > 0)
            {
                isPlace |= typed;
                return known;
            }

            isPlace = true;
            typed &= !IsInWord(tokens, i);
            province = province > 1 || typed ? province : DistrictAt(tokens, i);
            return province > 0 ? province : typed && terms.Find(tokens, i, 1) is null && !covered[i] ? CapsPlace(text, tokens, i, covered) : 0;
        }

        var run = Run(text, tokens, i);
        if (province > 1 || (province == 1 && typed))
        {
            return Math.Max(province, typed && !covered[i] ? run : 0);
        }

        if (!covered[i] && run == DistrictAt(tokens, i))
        {
            return run;
        }

        // "PCT UBND tỉnh Lê Thị Minh": no province is called so.
        if (typed && province == 0 && run >= 3 && Vietnamese.Lower(tokens[i - 1].Text) == "tỉnh" && Surnames.Contains(tokens[i].Text))
        {
            isPlace = false;
            return Math.Min(run, LongestName);
        }

        if (!covered[i] && (typed || (placeBefore && run <= 4 && !isWord(Joined(tokens, i, run)))))
        {
            return Math.Min(run, LongestName);
        }

        isPlace = false;
        if (Follows(tokens, i, Honorifics) && (!covered[i] || run >= 3))
        {
            return Math.Min(run, LongestName);
        }

        run = UncoveredRun(tokens, covered, i, run);
        if (run >= 2 && run <= LongestName && Surnames.Contains(tokens[i].Text))
        {
            return isWord(Joined(tokens, i, run)) ? 0 : run;
        }

        var first = i == 0 || tokens[i - 1].Text is "." or ":" or "-" or "“" or "+";
        return run >= 2 && !first && !HoldsWord(tokens, i, run) && !GoesOn(tokens, i + run) ? Math.Min(run, LongestName) : IsForeign(tokens[i].Text) && !covered[i] ? 1 : 0;
    }

    private bool[] CoveredByTerms(List<Token> tokens)
    {
        var covered = new bool[tokens.Count];
        var text = terms.Read(tokens);
        for (var i = 0; i < tokens.Count;)
        {
            var count = text.StartingAt(i).LastOrDefault(e => IsCover(tokens, i, e.Count, e.Entry)).Count;
            Array.Fill(covered, true, i, count);
            i += Math.Max(1, count);
        }

        return covered;
    }

    // "Hòa Bình" is not covered by the term "hòa bình": two capitals in the text ask for two in the term.
    private static bool IsCover(List<Token> tokens, int start, int count, TermEntry term) =>
        count > 2 || (count == 2 && (!char.IsUpper(tokens[start + 1].Text[0]) || term.Source.Count(char.IsUpper) >= 2)) || (count == 1 && term.Abbreviation.Length > 0) || term.Domain.Length == 0;

    private bool HoldsWord(List<Token> tokens, int start, int count)
    {
        for (var i = start; i + 1 < start + count; i++)
        {
            if (isWord(Joined(tokens, i, 2)))
            {
                return true;
            }
        }

        return false;
    }

    // "Ban Tôn giáo": the last capital begins a word that goes on in small letters.
    private bool GoesOn(List<Token> tokens, int end) => end < tokens.Count && char.IsLower(tokens[end].Text[0]) && isWord(Joined(tokens, end - 1, 2));

    private static string Joined(List<Token> tokens, int start, int count) =>
        Vietnamese.Lower(string.Join(' ', tokens.Skip(start).Take(count).Select(static t => t.Text)));

    private static int ProvinceAt(List<Token> tokens, int start)
    {
        for (var count = Math.Min(5, tokens.Count - start); count > 0; count--)
        {
            if (char.IsUpper(tokens[start + count - 1].Text[0]) && Provinces.Contains(Joined(tokens, start, count).Replace('–', '-')))
            {
                return count;
            }
        }

        return 0;
    }

    // "HỒ SƠ", "ĐƯỜNG SẮT", "YÊU CẦU CỦA": what looks like a type of place is a syllable of a word.
    private bool IsInWord(List<Token> tokens, int at) =>
        at > 0 && (isWord(Joined(tokens, at - 1, 2)) || (at > 1 && isWord(Joined(tokens, at - 2, 2)) && !PlaceTypes.Contains(Joined(tokens, at - 2, 2))));

    // Nothing but the list tells "CỦ CHI" from a root and money, or that "Vị Thanh" begins a sentence as a name.
    private int DistrictAt(List<Token> tokens, int start)
    {
        for (var count = Math.Min(4, tokens.Count - start); count > 1; count--)
        {
            if (char.IsUpper(tokens[start + count - 1].Text[0]) && char.IsUpper(tokens[start + 1].Text[0]) && PlaceNames.IsDistrict(Joined(tokens, start, count)) && !HoldsWord(tokens, start, count)
                && !(start > 0 && isWord(Joined(tokens, start - 1, 2))) && !(start + count < tokens.Count && isWord(Joined(tokens, start + count - 1, 2))))
            {
                return count;
            }
        }

        return 0;
    }

    private static bool Follows(List<Token> tokens, int at, HashSet<string> words) =>
        (at > 0 && words.Contains(Vietnamese.Lower(tokens[at - 1].Text)))
        || (at > 1 && words.Contains(Joined(tokens, at - 2, 2)))
        || (at > 1 && tokens[at - 1].Text == "." && Vietnamese.Lower(tokens[at - 2].Text) == "tp")
        || (at > 2 && words.Contains(Joined(tokens, at - 3, 3)));

    private static int Run(string text, List<Token> tokens, int start)
    {
        var end = start + 1;
        while (end < tokens.Count)
        {
            // A hyphen inside a name written in parts: Kpă H-Lan, Ê-đê.
            var hyphen = tokens[end].Text == "-" && tokens[end].Start == tokens[end - 1].End && end + 1 < tokens.Count && tokens[end + 1].Start == tokens[end].End;
            var next = hyphen ? end + 1 : end;
            if (tokens[next].Kind != TokenKind.Word || !(hyphen || char.IsUpper(tokens[next].Text[0])) || (!hyphen && text[tokens[next - 1].End..tokens[next].Start] != " "))
            {
                break;
            }

            end = next + 1;
        }

        return end - start;
    }

    private static int UncoveredRun(List<Token> tokens, bool[] covered, int start, int run)
    {
        var count = 0;
        while (count < run && !covered[start + count] && !Vietnamese.IsAllCaps(tokens[start + count].Text))
        {
            count++;
        }

        return count;
    }

    // Capitals alone do not tell where a place's name ends: most have two syllables; a few words that end the line belong to it.
    private static int CapsPlace(string text, List<Token> tokens, int start, bool[] covered)
    {
        var count = 1;
        var most = tokens.Count - start <= 3 ? 3 : 2;
        while (count < most && start + count < tokens.Count && tokens[start + count].Kind == TokenKind.Word && !covered[start + count]
            && text[tokens[start + count - 1].End..tokens[start + count].Start] == " ")
        {
            count++;
        }

        return count;
    }

    private static bool IsForeign(string word) =>
        word.Length > 2 && word.All(char.IsAscii) && (word.AsSpan().IndexOfAny("fjwzFJWZ") >= 0 || word.AsSpan(1).ContainsAnyInRange('A', 'Z')) && !Vietnamese.IsAllCaps(word);

    private static HashSet<string> ReadWords(string name) =>
        TermFile.EmbeddedLines(name).SelectMany(static l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
}
