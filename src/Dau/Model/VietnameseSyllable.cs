using System.Collections.Frozen;

namespace Dau.Model;

/// <summary>
/// The spelling rules of the Vietnamese syllable: onset, rhyme and tone, which of them go together, and which letter carries the tone.
/// Both placements of the tone (hòa and hoà) are lawful. Source: Quy định về chính tả tiếng Việt, Decision 240/QĐ of 1984, and the table of rhymes in common use.
/// </summary>
internal static class VietnameseSyllable
{
    private static readonly string[] s_onsets =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];

    /// <summary>Rhymes without tone, by the vowel that they begin with. A rhyme in brackets of the grammar books that nobody prints is left out.</summary>
    private static readonly FrozenSet<string> s_rhymes = string.Join(' ',
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
        "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êc êng",
        "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu",
        "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeng oeo oet oi om on ong ooc oong op ot",
        "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt",
        "u ua uân uâng uât uây uâc uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu",
        "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu",
        "y yêm yên yêng yêt yêu").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Rhymes after <c>qu</c>, whose u is the glide.</summary>
    private static readonly FrozenSet<string> s_rhymesAfterQu =
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et ê êch ên ênh êt i in it ít o ôc ơ ơi ơn ơt y ych yên yêt ynh yt yp yn yu"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the spelling rules allow the text as one syllable. Case does not matter.</summary>
    /// <param name="text">Letters only, NFC.</param>
    public static bool IsLawful(ReadOnlySpan<char> text)
    {
        // The longest is "nghiêng" with seven letters.
        if (text.Length is 0 or > 7)
        {
            return false;
        }

        Span<char> letters = stackalloc char[text.Length];
        text.ToLowerInvariant(letters);
        Tone tone = Tone.Level;
        int tonePlace = -1;
        for (int i = 0; i < letters.Length; i++)
        {
            if (VietnameseLetters.TryVowel(letters[i], out char vowel, out Tone here))
            {
                letters[i] = vowel;
                if (here != Tone.Level)
                {
                    if (tonePlace >= 0)
                    {
                        return false;
                    }

                    (tone, tonePlace) = (here, i);
                }
            }
        }

        foreach (string onset in s_onsets)
        {
            if (letters.StartsWith(onset, StringComparison.Ordinal) && IsLawful(onset, letters[onset.Length..], tone, tonePlace - onset.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLawful(string onset, ReadOnlySpan<char> rhyme, Tone tone, int tonePlace)
    {
        if (rhyme.IsEmpty)
        {
            // "gì": the i of the onset is the vowel; it is found as g + i.
            return false;
        }

        FrozenSet<string> rhymes = onset == "qu" ? s_rhymesAfterQu : s_rhymes;
        if (!rhymes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rhyme) || !GoTogether(onset, rhyme))
        {
            return false;
        }

        bool stop = rhyme[^1] is 'c' or 'p' or 't' || rhyme.EndsWith("ch", StringComparison.Ordinal);
        if (stop && tone is not (Tone.Rising or Tone.Heavy))
        {
            return false;
        }

        return tone == Tone.Level || MayCarryTone(rhyme, tonePlace);
    }

    private static bool GoTogether(string onset, ReadOnlySpan<char> rhyme)
    {
        char first = rhyme[0];
        bool front = first is 'e' or 'ê' or 'i' or 'y';
        return onset switch
        {
            "k" => front || rhyme is "a" or "ha",
            "gh" or "ngh" => front && first != 'y',
            "c" or "ng" => !front,

            // giếng, giết: the i is written once; g + i is left for gì, gìn.
            "g" => !front || rhyme is "i" or "in" or "ia" or "iêng" or "iêt" or "iêc" or "iên" or "iêm",
            "gi" => first is not ('i' or 'y'),
            "p" => true,
            "" => first != 'i' || rhyme is not ("iêc" or "iêm" or "iên" or "iêng" or "iêp" or "iêt" or "iêu"),

            // y stands for i after some onsets only (lý, kỹ, mỹ, sỹ, tỷ, vỹ, hy, quý), and yê only where the syllable begins with it.
            _ => first != 'y' || (rhyme is "y" && onset is "h" or "l" or "m" or "s" or "t" or "v" or "d" or "n" or "th" or "ch" or "b" or "đ") || (onset == "qu"),
        };
    }

    /// <summary>Whether the vowel at <paramref name="place"/> may carry the tone.</summary>
    private static bool MayCarryTone(ReadOnlySpan<char> rhyme, int place)
    {
        int vowels = rhyme.IndexOfAnyExcept("aăâeêioôơuưy");
        bool closed = vowels >= 0;
        ReadOnlySpan<char> nucleus = closed ? rhyme[..vowels] : rhyme;
        if (place < 0 || place >= nucleus.Length)
        {
            return false;
        }

        // A vowel with a mark of its own attracts the tone; of two (ươ) the last does.
        int marked = nucleus.LastIndexOfAny("ăâêôơư");
        if (marked >= 0)
        {
            // ưu, ưa, ưi: the first; uơ (thuở): the last, which LastIndexOfAny finds as well.
            return place == marked;
        }

        return nucleus.Length switch
        {
            1 => place == 0,
            2 when closed => place == 1,
            2 when nucleus is "oa" or "oe" or "uy" => true,
            2 => place == 0,
            _ => place == 1,
        };
    }
}
