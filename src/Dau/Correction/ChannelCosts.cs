namespace Dau.Correction;

/// <summary>
/// What it costs, in nats, to believe that the engine misread: about the logarithm of how rarely it does. Learnt on scanned decrees and made-up letters
/// (aligned with their truth), then raised where a wrong change does more harm than a wrong letter left.
/// </summary>
/// <param name="Mark">A letter with another mark, where the engine did not list it.</param>
internal readonly record struct ChannelCosts(float Mark)
{
    /// <summary>Running text of a fair scan.</summary>
    public static readonly ChannelCosts Text = new(7f);

    /// <summary>Names of people and places, where context says little and a wrong change does the most harm.</summary>
    public static readonly ChannelCosts Name = new(11f);

    /// <summary>Added where the letter itself changes, not only its mark.</summary>
    public const float Letter = 3f;

    /// <summary>Choices below this probability are noise.</summary>
    public const double LeastListed = 0.005;

    /// <summary>A word of Vietnamese letters that the spelling rules forbid: what keeps it from passing for one of the many words that no model knows.</summary>
    public const float UnlawfulWord = 9f;

    /// <summary>Any other word that the model does not know.</summary>
    public const float UnknownWord = 3f;

    /// <summary>Another letter that the engine held for as good as the one it took.</summary>
    private const float Equal = 0.5f;

    /// <summary>
    /// What a gap of one in the engine's confidence is worth. Its numbers are no probabilities: a runner-up at 0.1 was right in 3 of 100 cases, at 0.5 in 8,
    /// at 0.75 in 26, at 0.9 in 38.
    /// </summary>
    private const float GapWorth = 4.2f;

    /// <summary>Scans of which more words than this share need repair are poor, and their engine is believed less.</summary>
    private const double FairRate = 0.007;

    private const float MostForPoor = 2f;

    /// <summary>The costs for a scan of which a first reading changed that share of the words.</summary>
    public ChannelCosts ForRate(double rate) => new(Mark - (float)Math.Clamp(Math.Log(Math.Max(rate, 1e-9) / FairRate), 0, MostForPoor));

    /// <summary>The cost of a letter that the engine listed, by its confidence and that of the letter it preferred.</summary>
    public float Gap(double preferred, double listed) => Math.Min(Mark, Equal + (GapWorth * (float)Math.Max(0, preferred - listed)));

    /// <summary>The cost of reading a symbol as the same letter with another mark.</summary>
    public float OfMark(Symbol symbol, char letter)
    {
        foreach (Alternative choice in symbol.Choices)
        {
            if (choice.Probability >= LeastListed && VietnameseLetters.Compose(choice.Text) is [char listed] && char.ToLowerInvariant(listed) == letter)
            {
                return Gap(symbol.Probability, choice.Probability);
            }
        }

        return Mark;
    }
}
