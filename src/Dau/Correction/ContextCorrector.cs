namespace Dau.Correction;

/// <summary>
/// Repairs words by what the engine nearly read and by what stands around them: a noisy channel with a trigram model of syllables, decoded over whole sentences.
/// A change is made only above a margin; below it the word stays as it was read and the other reading is put among its alternatives.
/// Numbers, codes, addresses and words of other languages are never changed; names only where the engine was in doubt.
/// </summary>
internal sealed class ContextCorrector(LanguageModel model, ChannelCosts text, ChannelCosts name, float margin) : ICorrector
{
    /// <summary>A change must make the text likelier by this much, nats.</summary>
    internal const float Margin = 1.5f;

    /// <summary>With fewer words a page says little about how well it was read.</summary>
    private const int FewWords = 60;

    /// <summary>Readings that make the text less likely by more than this are not worth showing, nats.</summary>
    private const float Doubt = -3f;

    /// <summary>Most other readings of a word that are shown.</summary>
    private const int MostShown = 3;

    public ContextCorrector(LanguageModel model)
        : this(model, ChannelCosts.Text, ChannelCosts.Name, Margin)
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

    private Page Correct(Page page, CorrectionOptions options, Decoder decoder, CandidateFinder finder, List<Model.Correction> corrections)
    {
        Word[] words = [.. page.Words.Select(word => word with { Source = VietnameseLetters.Compose(word.Source) })];
        if (!options.Enabled || page.Origin != TextOrigin.Recognition)
        {
            return page with { Words = words };
        }

        Token[] tokens = [.. words.Select(word => Token.Of(word.Source))];
        List<int>[] sentences = [.. Sentences.Of(words, tokens)];
        List<Model.Correction> changes = [];
        Word[] corrected = Run(text);

        // How much there was to repair tells how well the page was read; a poor page is read again with less belief in the engine.
        ChannelCosts costs = words.Length < FewWords ? text : text.ForRate(changes.Count / (double)words.Length);
        if (costs != text)
        {
            corrected = Run(costs);
        }

        corrections.AddRange(changes);
        return page with { Words = corrected };

        Word[] Run(ChannelCosts here)
        {
            changes.Clear();
            Word[] copy = [.. words];
            foreach (List<int> sentence in sentences)
            {
                CorrectSentence(copy, tokens, sentence, here, decoder, finder, changes);
            }

            return copy;
        }
    }

    private void CorrectSentence(
        Word[] words, Token[] tokens, List<int> sentence, ChannelCosts costs, Decoder decoder, CandidateFinder finder, List<Model.Correction> corrections)
    {
        bool[] names = NameGuard.Mark([.. sentence.Select(i => words[i].Source.Substring(tokens[i].Start, tokens[i].Length))]);
        List<Candidate>[] readings = [.. sentence.Select((i, place) => finder.Of(words[i], words[i].Source, tokens[i], names[place] ? name : costs))];
        int[] chosen = decoder.Decode(readings);
        for (int place = 0; place < sentence.Count; place++)
        {
            if (readings[place].Count == 1)
            {
                continue;
            }

            Word word = words[sentence[place]];
            int reading = chosen[place];
            float gain = reading == 0 ? 0 : -decoder.Gain(readings, chosen, place, 0);
            if (reading != 0 && gain >= margin)
            {
                string after = readings[place][reading].Text;
                double confidence = Confidence(gain);
                corrections.Add(new Model.Correction(word.Id, word.Ocr, after, names[place] ? "name" : "context", confidence));
                words[sentence[place]] = word with { Source = after, Alternatives = Merge(word.Alternatives, after, [new Alternative(word.Source, 1 - confidence)]) };
                continue;
            }

            var others = new List<Alternative>();
            if (reading != 0)
            {
                others.Add(new Alternative(readings[place][reading].Text, Confidence(gain)));
            }

            for (int other = 1; other < readings[place].Count; other++)
            {
                float otherGain = other == reading ? float.NegativeInfinity : decoder.Gain(readings, chosen, place, other) + gain;
                if (otherGain > Doubt)
                {
                    others.Add(new Alternative(readings[place][other].Text, Confidence(otherGain)));
                }
            }

            if (others.Count > 0)
            {
                words[sentence[place]] = word with { Alternatives = Merge(word.Alternatives, word.Source, others) };
            }
        }
    }

    /// <summary>How sure a change is that gains so much.</summary>
    private static double Confidence(float gain) => Math.Round(1 / (1 + Math.Exp(-gain)), 3);

    private static IReadOnlyList<Alternative> Merge(IReadOnlyList<Alternative> engine, string text, IReadOnlyList<Alternative> ours) =>
        [.. ours.OrderByDescending(other => other.Probability).Take(MostShown).Concat(engine).Where(other => other.Text != text).DistinctBy(other => other.Text, StringComparer.Ordinal)];
}
