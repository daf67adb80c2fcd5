using System.Collections.Frozen;

namespace Dau.Correction;

/// <summary>
/// Tells which words are likely to be names of people or places. Context cannot vouch for them, so that they are changed only when the engine itself was in doubt.
/// </summary>
internal static class NameGuard
{
    /// <summary>Forms of address, which nothing but a person's name follows.</summary>
    private static readonly FrozenSet<string> s_address = Set("ông bà anh chị cô chú bác cậu dì em cháu cụ");

    /// <summary>What else stands before a person's name: ranks, degrees, posts.</summary>
    private static readonly FrozenSet<string> s_beforePerson = Set("chí tên họ sĩ sỹ sư ts ths gs pgs bs luật tướng tá úy uý tư tịch đốc phòng trưởng viên");

    /// <summary>What stands before a place's name.</summary>
    private static readonly FrozenSet<string> s_beforePlace = Set("xã phường huyện quận tỉnh thôn ấp bản làng buôn phum sóc phố đường sông suối núi hồ đảo cầu trấn thị tp khóm tổ");

    /// <summary>Family names of the Kinh, and those of the Mường, Tày, Thái, Nùng, Mông, Khmer, Chăm and Ê-đê that are frequent.</summary>
    private static readonly FrozenSet<string> s_familyNames = Set(
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng mai tô hà tạ hứa thái la chu châu quách cao tăng "
        + "thạch sơn kim danh lò lường quàng cầm vàng giàng sùng thào lầu mùa hờ cứ ly bạch hoa tống lương lục nông hoàng vi ma triệu bàn đàm thân khương khổng nghiêm doãn từ "
        + "tôn lưu diệp thi viên văn ông âu ưng kiều giang phí cù lại mạc mạch hầu đồng đường quan tiêu ngụy la y niê hmok rơ siu ksor nay cil bế hà mông chảo phàn tẩn má cháng");

    /// <summary>Family names, in small letters.</summary>
    public static IEnumerable<string> FamilyNames => s_familyNames;

    /// <summary>Marks the names in a run of words.</summary>
    /// <param name="words">The words of a sentence without the signs around them, NFC.</param>
    public static NameKind[] Mark(IReadOnlyList<string> words)
    {
        var names = new NameKind[words.Count];
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsCapitalised(words[i]))
            {
                continue;
            }

            string before = i == 0 ? string.Empty : words[i - 1].ToLowerInvariant();
            bool capitalBefore = i > 0 && IsCapitalised(words[i - 1]);

            // The run goes on from name to name: Nguyễn Thị Mầu, xã Mường Khương.
            if (i > 0 && capitalBefore && (names[i - 1] != NameKind.None || s_familyNames.Contains(before)))
            {
                // In a heading in capitals every word is capitalised, and many a word is a family name too.
                names[i] = names[i - 1] == NameKind.Other || IsUpper(words[i]) ? NameKind.Other : NameKind.Person;
            }
            else if (i > 0 && !IsUpper(words[i - 1]) && !capitalBefore)
            {
                names[i] = s_address.Contains(before) ? NameKind.Person : s_beforePerson.Contains(before) || s_beforePlace.Contains(before) ? NameKind.Other : NameKind.None;
            }
        }

        if (words.Count is >= 2 and <= 5 && s_familyNames.Contains(words[0].ToLowerInvariant()) && words.All(IsCapitalised))
        {
            // A line that is a name: under a signature, in a list.
            Array.Fill(names, words.All(IsUpper) ? NameKind.Other : NameKind.Person);
        }

        return names;
    }

    private static bool IsCapitalised(string word) => word.Length > 0 && char.IsUpper(word[0]);

    private static bool IsUpper(string word) => word.Length > 1 && word.All(char.IsUpper);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
