namespace Dau.Correction;

/// <summary>The two ways to place a tone on oa, oe and uy at the end of a syllable: hòa (old) and hoà (new). Both are right; inside Dấu the old one is the only one.</summary>
internal static class TonePlacement
{
    /// <summary>The syllable with the tone placed the old way; everything else comes back as it is. Expects lower case.</summary>
    public static string ToOld(string syllable) => Move(syllable, fromSecond: true);

    /// <summary>The syllable with the tone placed the new way; everything else comes back as it is. Expects lower case.</summary>
    public static string ToNew(string syllable) => Move(syllable, fromSecond: false);

    private static string Move(string syllable, bool fromSecond)
    {
        if (syllable.Length < 2)
        {
            return syllable;
        }

        VietnameseLetters.TryVowel(syllable[^2], out char first, out Tone firstTone);
        VietnameseLetters.TryVowel(syllable[^1], out char second, out Tone secondTone);
        if ((first, second) is not (('o', 'a') or ('o', 'e') or ('u', 'y')) || (syllable.Length > 2 && syllable[^3] == 'q'))
        {
            return syllable;
        }

        Tone tone = fromSecond ? secondTone : firstTone;
        return tone == Tone.Level || (fromSecond ? firstTone : secondTone) != Tone.Level
            ? syllable
            : string.Concat(
                syllable.AsSpan(0, syllable.Length - 2),
                [fromSecond ? VietnameseLetters.WithTone(first, tone) : first, fromSecond ? second : VietnameseLetters.WithTone(second, tone)]);
    }
}
