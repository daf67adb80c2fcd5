using Dau.Correction;
using Dau.Model;

namespace Dau.Benchmarks.Correction;

/// <summary>Puts marks back on text that lost all of them, by the language model alone.</summary>
internal static class AccentRestoration
{
    /// <summary>Restores pages.</summary>
    /// <returns>Vietnamese syllables, and those of them that came back as they were.</returns>
    public static (int Syllables, int Right) Measure(LanguageModel model, IReadOnlyList<Page> pages)
    {
        var decoder = new Decoder(model);
        int syllables = 0, right = 0;
        foreach (Page page in pages)
        {
            Token[] tokens = [.. page.Words.Select(static word => Token.Of(word.Ocr))];
            foreach (List<int> sentence in Sentences.Of(page.Words, tokens))
            {
                List<Candidate>[] readings = [.. sentence.Select(i => Readings(page.Words[i].Ocr.Substring(tokens[i].Start, tokens[i].Length), tokens[i].Kind))];
                int[] chosen = decoder.Decode(readings);
                for (int place = 0; place < sentence.Count; place++)
                {
                    string wanted = Form(page.Words[sentence[place]].Ocr.Substring(tokens[sentence[place]].Start, tokens[sentence[place]].Length));
                    if (tokens[sentence[place]].Kind == TokenKind.Letters && VietnameseSyllable.IsLawful(wanted))
                    {
                        syllables++;
                        right += readings[place][chosen[place]].Text == wanted ? 1 : 0;
                    }
                }
            }
        }

        return (syllables, right);

        List<Candidate> Readings(string core, TokenKind kind)
        {
            string bare = VietnameseLetters.Bare(Form(core));
            ReadOnlySpan<int> same = kind == TokenKind.Letters ? model.WithLetters(bare) : [];
            var readings = new List<Candidate>();
            foreach (int id in same)
            {
                readings.Add(new Candidate(id, model.WordOf(id), 0));
            }

            return readings.Count > 0 ? readings : [new Candidate(kind == TokenKind.Number ? LanguageModel.Number : model.IdOf(bare), bare, 0)];
        }
    }

    private static string Form(string core) => TonePlacement.ToOld(core.ToLowerInvariant());
}
