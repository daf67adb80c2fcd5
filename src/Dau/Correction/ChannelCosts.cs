namespace Dau.Correction;

/// <summary>
/// What it costs, in nats, to believe that the engine misread: about the logarithm of how rarely it does (see <see cref="Confusions"/>), raised where a wrong
/// change does more harm than a wrong letter left.
/// </summary>
/// <param name="Confusions">What the engine takes for what.</param>
/// <param name="Caution">Added to what was learnt.</param>
internal readonly record struct ChannelCosts(Confusions Confusions, float Caution)
{
    /// <summary>Added for running text of a fair scan: the scans that were learnt from are worse.</summary>
    public const float ForText = 2f;

    /// <summary>Added for names of people and places, where context says little and a wrong change does the most harm.</summary>
    public const float ForNames = 6f;

    /// <summary>Added where the letter itself changes, not only its mark.</summary>
    public const float Letter = 3f;

    /// <summary>A digit among small letters with marks, where no code has one.</summary>
    public const float DigitInWord = 12f;

    /// <summary>A digit read for the letter that looks like it.</summary>
    public const float Digit = 5f;

    /// <summary>The space between two syllables was not seen.</summary>
    public const float LostSpace = 6f;

    /// <summary>The same between two syllables that the model knows side by side.</summary>
    public const float LostSpaceInPair = 2f;

    /// <summary>A mark that Vietnamese does not have was read on a letter.</summary>
    public const float ForeignMark = 1f;

    private const float LetterUnlisted = 13f;

    /// <summary>Choices below this probability are noise.</summary>
    public const double LeastListed = 0.005;

    /// <summary>A word of Vietnamese letters that the spelling rules forbid: what keeps it from passing for one of the many words that no model knows.</summary>
    public const float UnlawfulWord = 9f;

    /// <summary>Any other word that the model does not know.</summary>
    public const float UnknownWord = 3f;

    /// <summary>No change of marks costs less or more than these.</summary>
    private const float LeastMark = 1.5f;

    private const float MostMark = 10f;

    /// <summary>Another letter that the engine held for as good as the one it took.</summary>
    private const float Equal = 0.5f;

    /// <summary>
    /// What a gap of one in the engine's confidence is worth. Its numbers are no probabilities: a runner-up at 0.1 was right in 3 of 100 cases, at 0.5 in 8,
    /// at 0.75 in 26, at 0.9 in 38.
    /// </summary>
    private const float GapWorth = 4.2f;

    /// <summary>Of the words of a fair scan this share needs repair; where it is more the engine is believed less, where it is less more.</summary>
    private const double FairRate = 0.007;

    private const double MostForGood = 1.5, MostForPoor = 2;

    /// <summary>The costs for a page of which a first reading changed so many words.</summary>
    public ChannelCosts ForPage(int changed, int words)
    {
        double rate = (changed + 0.5) / (words + (0.5 / FairRate));
        return this with { Caution = Caution - (float)Math.Clamp(Math.Log(rate / FairRate), -MostForGood, MostForPoor) };
    }

    /// <summary>The cost of another letter of much the same shape that the engine did not list.</summary>
    public float OfAlike => LetterUnlisted + Math.Max(0, Caution - ForText);

    /// <summary>The cost of a letter that the engine listed, by its confidence and that of the letter it preferred.</summary>
    public static float Gap(double preferred, double listed) => Equal + (GapWorth * (float)Math.Max(0, preferred - listed));

    /// <summary>The cost of the same letter with another mark that the engine did not list.</summary>
    /// <param name="read">The letter that was read, small.</param>
    /// <param name="letter">The other letter, small.</param>
    public float OfMark(char read, char letter) => Math.Clamp(Confusions.OfMark(letter, read) + Caution, LeastMark, MostMark + Math.Max(0, Caution - ForText));

    /// <summary>The cost of reading a symbol as the same letter with another mark.</summary>
    public float OfMark(Symbol symbol, char read, char letter)
    {
        float unlisted = OfMark(read, letter);
        return Listed(symbol, letter) is { } choice ? Math.Min(unlisted, Gap(symbol.Probability, choice.Probability)) : unlisted;
    }

    /// <summary>The engine's own choice of a letter for a symbol; null where it did not think of it.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="letter">The letter, small.</param>
    public static Alternative? Listed(Symbol symbol, char letter) => symbol.Choices.FirstOrDefault(choice =>
        choice.Probability >= LeastListed && VietnameseLetters.Compose(choice.Text) is [char listed] && char.ToLowerInvariant(listed) == letter);
}
