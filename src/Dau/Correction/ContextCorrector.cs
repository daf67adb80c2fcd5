namespace Dau.Correction;

/// <summary>
/// Repairs words by what the engine nearly read and by what stands around them: a noisy channel with a trigram model of syllables, decoded over whole sentences.
/// A change is made only above a margin; below it the word stays as it was read and the other reading is put among its alternatives.
/// Numbers, codes, addresses and words of other languages are never changed; names only where the engine was in doubt.
/// </summary>
internal sealed class ContextCorrector(LanguageModel model, ChannelCosts text, ChannelCosts name, float margin, Calibration calibration) : ICorrector
{
    /// <summary>A change must make the text likelier by this much, nats.</summary>
    internal const float Margin = 1.5f;

    /// <summary>Readings that make the text less likely by more than this are not worth showing, nats.</summary>
    private const float Doubt = -3f;

    /// <summary>Most other readings of a word that are shown.</summary>
    private const int MostShown = 3;

    public ContextCorrector(LanguageModel model, Confusions confusions, Calibration calibration)
        : this(model, new ChannelCosts(confusions, ChannelCosts.ForText), new ChannelCosts(confusions, ChannelCosts.ForNames), Margin, calibration)
    {
    }

    /// <inheritdoc/>
    public CorrectedText Correct(IReadOnlyList<Page> pages, CorrectionOptions options)
    {
        var corrections = new List<Model.Correction>();
        var decoder = new Decoder(model);
        var finder = new CandidateFinder(model);
        return new CorrectedText([.. pages.Select(page => Correct(page, options, decoder, finder, corrections))], corrections);
    }

    /// <summary>What was weighed for each word of a page that has more than one reading.</summary>
    internal IReadOnlyList<WordDecision> Explain(Page page) => page.Origin == TextOrigin.Recognition ? [.. Decide([.. page.Words.Select(static word => Strays.Clear(Composed(word), []))], new Decoder(model), new CandidateFinder(model))] : [];

    private Page Correct(Page page, CorrectionOptions options, Decoder decoder, CandidateFinder finder, List<Model.Correction> corrections)
    {
        Word[] words = [.. page.Words.Select(Composed)];
        if (options.Enabled && page.Origin == TextOrigin.Recognition)
        {
            words = [.. words.Select(word => Strays.Clear(word, corrections))];
            Dictionary<int, WordDecision> decisions = Decide(words, decoder, finder).ToDictionary(static decision => decision.Word);
            for (int i = 0; i < words.Length; i++)
            {
                WordDecision? decision = decisions.GetValueOrDefault(i);
                Word word = decision is null ? Leaders.Clear(words[i], corrections) : Apply(words[i], decision, corrections);
                words[i] = word with { Calibrated = Math.Round(calibration.Probability(FeaturesOf(word, decision)), 4) };
            }

            RomanNumerals.Repair(words, corrections);
            FixedLines.Repair(words, corrections);
            Bullets.Repair(words, corrections);
            Shapes.Take(words, corrections);
        }

        return page with { Words = words };
    }

    /// <summary>What the calibration of a corrected word rests on.</summary>
    internal double[] FeaturesOf(Word word, WordDecision? decision)
    {
        Token token = Token.Of(word.Source);
        bool known = decision is { Changed: true } || model.IdOf(TonePlacement.ToOld(word.Source.Substring(token.Start, token.Length).ToLowerInvariant())) != LanguageModel.Unknown;
        return Calibration.Of(word, token, known, decision);
    }

    private static Word Composed(Word word) => word with { Source = VietnameseLetters.Compose(word.Source) };

    private List<WordDecision> Decide(Word[] words, Decoder decoder, CandidateFinder finder)
    {
        Token[] tokens = [.. words.Select(word => Token.Of(word.Source))];
        List<int>[] sentences = [.. Sentences.Of(words, tokens)];
        List<WordDecision> decisions = Run(text);

        // How much there was to repair tells how well the page was read.
        return Run(text.ForPage(decisions.Count(static decision => decision.Changed), words.Length));

        List<WordDecision> Run(ChannelCosts here) => [.. sentences.SelectMany(sentence => DecideSentence(words, tokens, sentence, here, decoder, finder))];
    }

    private IEnumerable<WordDecision> DecideSentence(Word[] words, Token[] tokens, List<int> sentence, ChannelCosts costs, Decoder decoder, CandidateFinder finder)
    {
        NameKind[] names = NameGuard.Mark([.. sentence.Select(i => words[i].Source.Substring(tokens[i].Start, tokens[i].Length))]);
        List<Candidate>[] readings = [.. sentence.Select((i, place) => finder.Of(words[i], words[i].Source, tokens[i], names[place] == NameKind.None ? costs : name, names[place] == NameKind.Person))];
        int[] chosen = decoder.Decode(readings);
        for (int place = 0; place < sentence.Count; place++)
        {
            if (readings[place].Count > 1)
            {
                float asRead = decoder.Gain(readings, chosen, place, 0);
                float[] gains = [.. readings[place].Select((_, reading) => decoder.Gain(readings, chosen, place, reading) - asRead)];
                yield return new WordDecision(sentence[place], names[place] != NameKind.None, readings[place], gains, chosen[place], chosen[place] != 0 && gains[chosen[place]] >= margin);
            }
        }
    }

    private static Word Apply(Word word, WordDecision decision, List<Model.Correction> corrections)
    {
        int taken = decision.Changed ? decision.Best : 0;
        string text = decision.Readings[taken].Text;
        if (decision.Changed)
        {
            double confidence = Confidence(decision.Gains[taken]);
            Change.Log(word, text, decision.IsName ? "name" : "context", confidence, corrections);
            return word with { Source = text, Alternatives = Merge(Unweighed(word, decision), text, [new Alternative(word.Source, 1 - confidence)]) };
        }

        Alternative[] others = [.. decision.Readings.Index().Skip(1).Where(reading => decision.Gains[reading.Index] > Doubt || reading.Index == decision.Best)
            .Select(reading => new Alternative(reading.Item.Text, Confidence(decision.Gains[reading.Index])))];
        return word with { Alternatives = Merge(Unweighed(word, decision), text, others) };
    }

    /// <summary>
    /// The engine's alternatives but for those that the context was asked about: it knows better than the engine's own number. Of names it knows nothing.
    /// </summary>
    private static IEnumerable<Alternative> Unweighed(Word word, WordDecision decision) =>
        decision.IsName ? word.Alternatives : word.Alternatives.Where(one => decision.Readings.All(reading => reading.Text != VietnameseLetters.Compose(one.Text)));

    /// <summary>How sure a change is that gains so much.</summary>
    private static double Confidence(float gain) => Math.Round(1 / (1 + Math.Exp(-gain)), 3);

    private static IReadOnlyList<Alternative> Merge(IEnumerable<Alternative> engine, string text, Alternative[] ours) =>
        [.. ours.OrderByDescending(other => other.Probability).Take(MostShown).Concat(engine).Where(other => other.Text != text).DistinctBy(other => other.Text, StringComparer.Ordinal)];
}
