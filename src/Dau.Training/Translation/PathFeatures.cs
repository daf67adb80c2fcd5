using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;

namespace Dau.Training.Translation;

/// <summary>What the decoder has added up for a way through a chunk, feature by feature.</summary>
internal static class PathFeatures
{
    /// <summary>The values in the order of <see cref="Weights.Names"/>, and what no weight changes.</summary>
    public static (float[] Features, float Fixed) Of(DraftModel model, IReadOnlyList<PhraseOption> path, ulong state, bool ends)
    {
        var values = new float[Weights.Names.Count];
        var fixedCost = 0f;
        PhraseOption? last = null;
        foreach (var option in path)
        {
            if (option.Number >= 0)
            {
                for (var k = 0; k < PhraseTable.Scores; k++)
                {
                    values[k] += model.Phrases.Score(option.Number, k);
                }

                var seen = model.Phrases.Seen(option.Number);
                values[6] += (seen & PhraseTable.SeenOnce) != 0 ? 1 : 0;
                values[7] += (seen & PhraseTable.SeenTwice) != 0 ? 1 : 0;
                values[8] += (seen & PhraseTable.DictionaryOnly) != 0 ? 1 : 0;
            }

            foreach (var word in option.Target)
            {
                Speak(word);
            }

            values[11] += option.Target.Length;
            values[12]++;
            values[13] -= Math.Abs(option.Start - (last?.End ?? 0));
            values[14] += option.TermShare;
            fixedCost += option.Fixed;
            var order = option.Start == (last?.End ?? 0) ? 0 : last is not null && option.End == last.Start ? 1 : 2;
            Order(option, order);
            if (last is not null)
            {
                Order(last, order + (PhraseTable.Orders / 2));
            }

            last = option;
        }

        if (ends)
        {
            Speak(model.Language.End);
        }

        return (values, fixedCost);

        void Order(PhraseOption option, int which) => values[Weights.Orders + which] += model.Phrases.Order(option.Number, which);

        void Speak(int word)
        {
            var score = model.Language.Score(state, word);
            values[9] += score.Official;
            values[10] += score.General;
            state = LanguageModel.Push(state, word);
        }
    }
}
