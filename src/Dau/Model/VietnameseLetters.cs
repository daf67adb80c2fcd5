using System.Collections.Frozen;
using System.Text;

namespace Dau.Model;

/// <summary>The five marked tones and the unmarked one.</summary>
internal enum Tone
{
    /// <summary>Ngang: no mark.</summary>
    Level,

    /// <summary>Huyền: grave.</summary>
    Falling,

    /// <summary>Hỏi: hook above.</summary>
    Asking,

    /// <summary>Ngã: tilde.</summary>
    Tumbling,

    /// <summary>Sắc: acute.</summary>
    Rising,

    /// <summary>Nặng: dot below.</summary>
    Heavy,
}

/// <summary>
/// The letters of Vietnamese taken apart into letter, vowel mark and tone, and put together again.
/// Composition to NFC is done here so that it holds in globalization-invariant mode too, where <see cref="string.Normalize()"/> does nothing at all.
/// </summary>
internal static class VietnameseLetters
{
    private static readonly string[] s_rows =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
        "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ", "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
    ];

    /// <summary>Small letters that carry marks, each string all forms of one bare letter.</summary>
    public static IReadOnlyList<string> MarkedForms { get; } = [.. "aeiouy".Select(bare => string.Concat(s_rows.Where(row => char.IsLower(row[0]) && BareVowel(row[0]) == bare))), "dđ"];

    private static readonly FrozenDictionary<char, (char Vowel, Tone Tone)> s_vowels = s_rows
        .SelectMany(row => row.Select((letter, tone) => (letter, row, tone)))
        .ToFrozenDictionary(entry => entry.letter, entry => (entry.row[0], (Tone)entry.tone));

    private static readonly FrozenDictionary<char, string> s_rowOf = s_rows.ToFrozenDictionary(row => row[0]);

    /// <summary>Takes a vowel apart.</summary>
    /// <param name="letter">Any character, NFC.</param>
    /// <param name="vowel">The letter with its vowel mark and without tone, its case kept.</param>
    /// <param name="tone">Its tone.</param>
    /// <returns>False for everything that is not a Vietnamese vowel.</returns>
    public static bool TryVowel(char letter, out char vowel, out Tone tone)
    {
        bool found = s_vowels.TryGetValue(letter, out (char Vowel, Tone Tone) parts);
        (vowel, tone) = found ? parts : (letter, Tone.Level);
        return found;
    }

    /// <summary>Puts a tone on a toneless vowel; other letters come back as they are.</summary>
    public static char WithTone(char vowel, Tone tone) => s_rowOf.TryGetValue(vowel, out string? row) ? row[(int)tone] : vowel;

    /// <summary>The letter without vowel mark, tone and stroke: <c>ề</c> gives <c>e</c>, <c>Đ</c> gives <c>D</c>.</summary>
    public static char Bare(char letter)
    {
        TryVowel(letter, out char vowel, out _);
        return BareVowel(vowel);
    }

    private static char BareVowel(char vowel) => vowel switch
    {
        'ă' or 'â' => 'a',
        'ê' => 'e',
        'ô' or 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        'Ă' or 'Â' => 'A',
        'Ê' => 'E',
        'Ô' or 'Ơ' => 'O',
        'Ư' => 'U',
        'Đ' => 'D',
        _ => vowel,
    };

    /// <summary>The text with every letter bare.</summary>
    public static string Bare(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = Bare(source[i]);
        }
    });

    /// <summary>Whether the letter carries a vowel mark, a tone or the stroke of đ.</summary>
    public static bool IsMarked(char letter) => Bare(letter) != letter;

    /// <summary>Composes every Vietnamese letter that is written with combining marks, in whatever order they come. Other text is left as it is.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u0323'))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (letter is >= '\u0300' and <= '\u0323' && composed.Length > 0 && TryAdd(composed[^1], letter) is { } whole)
            {
                composed[^1] = whole;
            }
            else
            {
                composed.Append(letter);
            }
        }

        return composed.ToString();
    }

    private static char? TryAdd(char letter, char mark)
    {
        if (!TryVowel(letter, out char vowel, out Tone tone))
        {
            return null;
        }

        Tone? added = mark switch
        {
            '\u0300' => Tone.Falling,
            '\u0309' => Tone.Asking,
            '\u0303' => Tone.Tumbling,
            '\u0301' => Tone.Rising,
            '\u0323' => Tone.Heavy,
            _ => null,
        };
        if (added is { } newTone)
        {
            return tone == Tone.Level ? WithTone(vowel, newTone) : null;
        }

        char marked = (mark, vowel) switch
        {
            ('\u0302', 'a') => 'â',
            ('\u0302', 'e') => 'ê',
            ('\u0302', 'o') => 'ô',
            ('\u0302', 'A') => 'Â',
            ('\u0302', 'E') => 'Ê',
            ('\u0302', 'O') => 'Ô',
            ('\u0306', 'a') => 'ă',
            ('\u0306', 'A') => 'Ă',
            ('\u031B', 'o') => 'ơ',
            ('\u031B', 'u') => 'ư',
            ('\u031B', 'O') => 'Ơ',
            ('\u031B', 'U') => 'Ư',
            _ => '\0',
        };
        return marked == '\0' ? null : WithTone(marked, tone);
    }
}
