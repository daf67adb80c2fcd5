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
        State[] states = [new State(0, 0, 0, 0)];
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
    public float Gain(IReadOnlyList<List<Candidate>> sentence, int[] chosen, int place, int reading)
    {
        float gain = sentence[place][chosen[place]].Cost - sentence[place][reading].Cost;
        for (int i = place; i <= Math.Min(place + 2, sentence.Count - 1); i++)
        {
            gain += Score(i, reading) - Score(i, chosen[place]);
        }

        return gain;

        float Score(int i, int readingHere)
        {
            int second = Id(i - 1, readingHere);
            return model.Score(model.Context(Id(i - 2, readingHere), second), second, Id(i, readingHere));
        }

        int Id(int i, int readingHere) => i < 0 ? LanguageModel.Boundary : sentence[i][i == place ? readingHere : chosen[i]].Id;
    }

    /// <summary>The readings of the next word after each state; the first state of the result is the best.</summary>
    private State[] Step(State[] states, int place, IReadOnlyList<List<Candidate>> sentence)
    {
        List<Candidate> readings = sentence[place];
        int before = place == 0 ? 1 : sentence[place - 1].Count;
        var best = new State[before * readings.Count];
        Array.Fill(best, new State(0, 0, float.NegativeInfinity, 0));
        for (int from = 0; from < states.Length; from++)
        {
            State state = states[from];
            int second = place == 0 ? LanguageModel.Boundary : sentence[place - 1][state.Reading].Id;
            int first = place < 2 ? LanguageModel.Boundary : sentence[place - 2][state.Before].Id;
            int context = model.Context(first, second);
            for (int reading = 0; reading < readings.Count; reading++)
            {
                Candidate candidate = readings[reading];
                float score = state.Score + model.Score(context, second, candidate.Id) - candidate.Cost;
                ref State slot = ref best[(state.Reading * readings.Count) + reading];
                if (score > slot.Score)
                {
                    slot = new State(state.Reading, reading, score, from);
                }
            }
        }

        float top = best.Max(static state => state.Score);
        State[] kept = [.. best.Where(state => state.Score >= top - Window)];
        Array.Sort(kept, static (a, b) => b.Score.CompareTo(a.Score));
        return kept.Length > Beam ? kept[..Beam] : kept;
    }

    /// <summary>The best way to a pair of readings.</summary>
    /// <param name="Before">Index of the reading of the word before.</param>
    /// <param name="Reading">Index of the reading of this word.</param>
    /// <param name="Score">Of the whole way.</param>
    /// <param name="From">Index of the state that it came from.</param>
    private readonly record struct State(int Before, int Reading, float Score, int From);
}
