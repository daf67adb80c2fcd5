namespace Dau.Correction;

/// <summary>Finds the likeliest reading of a sentence: Viterbi over pairs of neighbouring readings, with a beam.</summary>
internal sealed class Decoder(LanguageModel model)
{
    /// <summary>States worse than the best by more than this are dropped, nats.</summary>
    private const float Window = 14f;

    /// <summary>Most states kept at a word.</summary>
    private const int Beam = 40;

    private readonly List<State[]> _trellis = [];

    /// <summary>Chooses a reading for each word.</summary>
    /// <param name="sentence">The readings of each word.</param>
    /// <returns>For each word the index of its reading.</returns>
    public int[] Decode(IReadOnlyList<List<Candidate>> sentence)
    {
        _trellis.Clear();
        State[] states = [new State(LanguageModel.Boundary, LanguageModel.Boundary, 0, 0, 0)];
        for (int place = 0; place < sentence.Count; place++)
        {
            states = Step(states, place, sentence);
            _trellis.Add(states);
        }

        int[] chosen = new int[sentence.Count];
        int at = 0;
        for (int place = sentence.Count - 1; place >= 0; place--)
        {
            State state = _trellis[place][at];
            chosen[place] = state.Reading;
            at = state.From;
        }

        return chosen;
    }

    /// <summary>How much better the text is with another reading of one word, all others as chosen, nats.</summary>
    public float Gain(IReadOnlyList<List<Candidate>> sentence, int[] chosen, int place, int reading) =>
        Score(sentence, chosen, place, reading) - Score(sentence, chosen, place, chosen[place]);

    /// <summary>What a reading of a word and the two words that see it are worth.</summary>
    private float Score(IReadOnlyList<List<Candidate>> sentence, int[] chosen, int place, int reading)
    {
        (int first, int second) = place switch
        {
            0 => (LanguageModel.Boundary, LanguageModel.Boundary),
            1 => Next(LanguageModel.Boundary, LanguageModel.Boundary, sentence[0][chosen[0]]),
            _ => Next(LanguageModel.Boundary, sentence[place - 2][chosen[place - 2]].Last, sentence[place - 1][chosen[place - 1]]),
        };
        float score = 0;
        for (int i = place; i <= Math.Min(place + 2, sentence.Count - 1); i++)
        {
            Candidate candidate = sentence[i][i == place ? reading : chosen[i]];
            score += Score(model.Context(first, second), second, candidate) - (i == place ? candidate.Cost : 0);
            (first, second) = Next(first, second, candidate);
        }

        return score;
    }

    private float Score(int context, int second, Candidate candidate)
    {
        float score = model.Score(context, second, candidate.Id);
        return candidate.Second is { } other ? score + model.Score(model.Context(second, candidate.Id), candidate.Id, other) : score;
    }

    /// <summary>The last two syllables once a word is read.</summary>
    private static (int First, int Second) Next(int first, int second, Candidate candidate) => (candidate.Second is null ? second : candidate.Id, candidate.Last);

    /// <summary>The readings of the next word after each state; the first state of the result is the best.</summary>
    private State[] Step(State[] states, int place, IReadOnlyList<List<Candidate>> sentence)
    {
        List<Candidate> readings = sentence[place];
        int before = place == 0 ? 1 : sentence[place - 1].Count;
        var best = new State[before * readings.Count];
        Array.Fill(best, new State(0, 0, 0, float.NegativeInfinity, 0));
        for (int from = 0; from < states.Length; from++)
        {
            State state = states[from];
            int context = model.Context(state.First, state.Second);
            for (int reading = 0; reading < readings.Count; reading++)
            {
                Candidate candidate = readings[reading];
                float score = state.Score + Score(context, state.Second, candidate) - candidate.Cost;
                ref State slot = ref best[(state.Reading * readings.Count) + reading];
                if (score > slot.Score)
                {
                    (int first, int second) = Next(state.First, state.Second, candidate);
                    slot = new State(first, second, reading, score, from);
                }
            }
        }

        float top = best.Max(static state => state.Score);
        State[] kept = [.. best.Where(state => state.Score >= top - Window)];
        Array.Sort(kept, static (a, b) => b.Score.CompareTo(a.Score));
        return kept.Length > Beam ? kept[..Beam] : kept;
    }

    /// <summary>The best way to a pair of readings.</summary>
    /// <param name="First">Id of the last syllable but one.</param>
    /// <param name="Second">Id of the last syllable.</param>
    /// <param name="Reading">Index of the reading of this word.</param>
    /// <param name="Score">Of the whole way.</param>
    /// <param name="From">Index of the state that it came from.</param>
    private readonly record struct State(int First, int Second, int Reading, float Score, int From);
}
