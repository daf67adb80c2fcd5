using System.Collections.Frozen;

namespace Dau.Segmentation;

/// <summary>Finds a signer's name in a line, with the rank before it; strokes of the signature around it are left out.</summary>
internal static class SignerNames
{
    private static readonly FrozenSet<string> FamilyNames =
        ("nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh doan trinh truong lam mai dao to ta cao luu luong ha chu chau thai tong phung quach "
        + "vuong van thach kieu nghiem la lai khuat khuong giang ton quan quang diep mac dam cu doi phi ninh au ung uong thieu trang tang tieu thi hua kim danh thao nong bach "
        + "be lo lu giap ha hau bang cam ong sung y rmah siu ksor chamalea kator mau pinang ro trieu than tu tran dieu dong duy hong khong ngan phu son tien trung viet vi xa").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is a family name of the list, its marks aside.</summary>
    internal static bool IsFamilyName(string word) => FamilyNames.Contains(LetterForms.Letters(word)) || IsHighlandPrefixed(word);

    /// <summary>Whether a family name that is never written without marks stands without them: "Nguyen".</summary>
    internal static bool LacksMarks(string word) => word.All(static c => c < 128) && MarkedNames.Contains(LetterForms.Letters(word));

    private static readonly FrozenSet<string> MarkedNames =
        "nguyen tran le pham huynh hoang vu vo dang bui do ho ngo duong ly dinh doan truong dao cao luong ha thai tong phung trinh".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name in a line.</summary>
    /// <returns>Index of the first word of the rank or name, of the name, and one past the last; null for no name.</returns>
    internal static (int Start, int Name, int End)? Find(TextLine line)
    {
        IReadOnlyList<Token> tokens = line.Tokens;
        (int, int, int)? best = null;
        int longest = 1;
        for (int start = 0; start < tokens.Count; start++)
        {
            string[] rest = [.. tokens.Skip(start).Select(static t => t.Text)];
            int rank = Posts.RankLength(rest);
            int name = start + rank;
            int end = name;
            // A short family name may be read as capitals: "ĐỎ Viết Thuận".
            bool capitals = IsCapitalWord(tokens[Math.Min(name, tokens.Count - 1)].Text) && (tokens[name].Text.Length > 2 || name + 1 >= tokens.Count || !IsNameWord(tokens[name + 1].Text, capitals: false, first: false));
            while (end < tokens.Count && !IsSpeck(tokens[end]) && (IsNameWord(tokens[end].Text, capitals, end == name) || (end > name && IsHighlandWord(tokens[name], tokens[end])) || IsSmallMiddle(tokens, end, name, capitals)))
            {
                end++;
            }

            int length = end - name;
            bool known = IsFamilyName(tokens[name].Text);

            // A family name that is not on the list (Ksor, Lục) stands on a line that holds nothing else and was read well.
            bool alone = !capitals && (start == 0 || rank > 0) && end == tokens.Count && tokens.Skip(name).All(static t => t.Word.Confidence > 0.6);
            if (length is >= 2 and <= 6 && length + (rank > 0 ? 3 : 0) > longest && (known || alone) && !IsOffice(new TextLine([.. tokens.Take(end).Skip(name)])))
            {
                (best, longest) = ((start, name, end), length + (rank > 0 ? 3 : 0));
            }
        }

        return best is (int first, int own, int last) && first == own ? (Leftmost(tokens, first), Leftmost(tokens, first), last) : best;
    }

    private static bool IsSpeck(Token token) => token.Text.Length == 1 && token.Word.Confidence < Broken;

    // "Nguyên" in the middle of a name is a family name as well: what stands close before it belongs to the name.
    private static int Leftmost(IReadOnlyList<Token> tokens, int start)
    {
        int first = start;
        while (first > 0 && IsSureNameWord(tokens[first - 1]) && IsClose(tokens, first) && tokens[first - 1].Text is not ("Ký" or "Đã" or "Người" or "Tên"))
        {
            first--;
        }

        return first > 0 && IsWreck(tokens, first) && (first < start || tokens[first - 1].Word.Confidence < Broken || !LetterForms.LooksLikeSyllable(tokens[first - 1].Text)) ? first - 1 : first;
    }

    // What is left of a word right before a name.
    private static bool IsWreck(IReadOnlyList<Token> tokens, int start) => start > 0 && tokens[start - 1].Text.Trim('“', '”', '"', '\'', '‘', '’', '.', '-') is { Length: >= 2 } left && left.All(char.IsLetter) && IsClose(tokens, start);

    private static bool IsClose(IReadOnlyList<Token> tokens, int at) => tokens[at].Place.X - tokens[at - 1].Place.Right < tokens[at].Place.Height;

    /// <summary>What a seal left of a name: two given names or more that were read well, and in front of them the wreck of a family name, if any.</summary>
    /// <returns>Index of the first word and one past the last; null for no such words.</returns>
    internal static (int Start, int End)? FindRest(TextLine line)
    {
        IReadOnlyList<Token> tokens = line.Tokens;
        int end = tokens.Count;
        while (end > 0 && !IsSureNameWord(tokens[end - 1]))
        {
            if (tokens[end - 1].Text.Count(char.IsLetter) > 1)
            {
                return null;
            }

            end--;
        }

        int start = end;
        while (start > 0 && IsSureNameWord(tokens[start - 1]))
        {
            start--;
        }

        return end - start is < 2 or > 4 || IsOffice(new TextLine([.. tokens.Take(end).Skip(start)])) ? null : (Wrecks(tokens, start, IsClose), end);
    }

    /// <summary>What a seal left of a name: the last given name, read well, behind the wrecks of the others.</summary>
    /// <returns>Index of the first wreck and one past the name; null for no such words.</returns>
    internal static (int Start, int End)? FindLast(TextLine line)
    {
        IReadOnlyList<Token> tokens = line.Tokens;
        int end = tokens.Count;
        while (end > 0 && !tokens[end - 1].Text.Any(char.IsLetter))
        {
            end--;
        }

        if (end < 2 || !IsSureNameWord(tokens[end - 1]) || tokens.Any(static t => t.Word.Confidence >= SureWord && t.Text.Length > 2 && char.IsLower(t.Text[0])))
        {
            return null;
        }

        int start = Wrecks(tokens, end - 1, (_, at) => tokens[at].Place.X - tokens[at - 1].Place.Right < 3 * tokens[end - 1].Place.Height);
        return start == end - 1 || IsOffice(line) ? null : (start, end);
    }

    // Where what is left of words begins that stand in front of a name.
    private static int Wrecks(IReadOnlyList<Token> tokens, int start, Func<IReadOnlyList<Token>, int, bool> isClose)
    {
        while (start > 0 && isClose(tokens, start) && tokens[start - 1].Text.Any(char.IsLetter))
        {
            start--;
        }

        return start;
    }

    private static bool IsSureNameWord(Token token) => token.Word.Confidence >= SureWord && token.Text.Length > 1 && IsNameWord(token.Text, capitals: false, first: false);

    private const double SureWord = 0.75;

    /// <summary>What was read with less right before a name may be the rest of its family name.</summary>
    private const double Broken = 0.5;

    // A stroke through its capital may leave a small letter of a middle name: "Đỗ viết Thuận".
    private static bool IsSmallMiddle(IReadOnlyList<Token> tokens, int at, int name, bool capitals) =>
        !capitals && at > name && at + 1 < tokens.Count && tokens[at].Text.Length >= 3 && tokens[at].Text.All(char.IsLower) && LetterForms.LooksLikeSyllable(tokens[at].Text)
        && FamilyNames.Contains(LetterForms.Letters(tokens[name].Text)) && IsNameWord(tokens[at + 1].Text, capitals, first: false)
        && !tokens.Any(t => t != tokens[at] && t.Text.Count(char.IsLetter) > 1 && char.IsLower(t.Text[0]));

    // Names of the highlands are spelt otherwise: Y Bhem Niê, Ksor Blăng.
    private static bool IsHighlandWord(Token family, Token word) =>
        HighlandNames.Contains(family.Text) && word.Word.Confidence > 0.8 && word.Text.Length is > 1 and <= 8 && word.Text.All(char.IsLetter) && char.IsUpper(word.Text[0]) && word.Text.Skip(1).All(char.IsLower);

    private static readonly FrozenSet<string> HighlandNames = new[] { "Y", "Ksor", "Siu", "Rmah", "Rcom", "Nay", "Kpă", "Rơ", "Niê", "Êban", "Ayun", "Mlô" }.ToFrozenSet(StringComparer.Ordinal);

    // "K’Brơm", "H’Lan": a letter that tells man or woman stands before the name.
    private static bool IsHighlandPrefixed(string text) => text.Length is >= 4 and <= 10 && text[0] is 'K' or 'H' or 'Y' && text[1] is '’' or '\'' or '‘' && char.IsUpper(text[2]) && text.Skip(3).All(char.IsLower);

    private static bool IsOffice(TextLine line) => Posts.HasPost(line) || (line.IsCapitals && OrganNames.IsOrgan(line.Text));

    private static bool IsCapitalWord(string text) => text.Length >= 2 && LetterForms.IsCapitals(text);

    // "Nguyễn", "NGUYỄN"; a family name may be one letter (Y).
    private static bool IsNameWord(string text, bool capitals, bool first)
    {
        string bare = text.Trim('.', ',', '\'', '"', '“', '”', '‘', '’', '-', '_', '~', '`', '*');
        if (IsHighlandPrefixed(bare))
        {
            return true;
        }

        return bare.Length is >= 1 and <= 8 && bare.All(char.IsLetter) && char.IsUpper(bare[0]) && (bare.Length > 1 || !first || bare == "Y")
            && (capitals ? LetterForms.IsCapitals(bare) || bare.Length == 1 : bare.Skip(1).All(char.IsLower) || (first && bare.Length == 2))
            && (first || LetterForms.LooksLikeSyllable(bare));
    }
}
