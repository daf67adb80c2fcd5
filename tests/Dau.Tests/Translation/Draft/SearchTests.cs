using Dau.Training.Translation;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Terms;

namespace Dau.Tests.Translation.Draft;

public sealed class SearchTests
{
    private static readonly DraftModel Model = ((PhraseEngine)DraftEngines.Load().Engine).Model;

    [Theory]
    [InlineData("Đề nghị các đơn vị báo cáo kết quả trước ngày 15 hằng tháng.", "jumps, a lock, an end")]
    [InlineData("Ủy ban nhân dân tỉnh không chấp thuận đề nghị của Sở Nội vụ", "terms, a negation, no end")]
    [InlineData("Xqzt nói rằng tuyên truyền viên đi xe đạp", "an unknown word")]
    public void What_the_decoder_adds_up_is_what_the_tuner_takes_apart(string text, string reason)
    {
        foreach (var (chunk, options, decoder) in Chunks(text))
        {
            var (path, _, score) = decoder.Decode(chunk.Tokens.Count, options, Model.Language.Start, chunk.EndsSentence);
            var (features, rest) = PathFeatures.Of(Model, path, Model.Language.Start, chunk.EndsSentence);
            Assert.True(Math.Abs(score - new Candidate("", features, rest).Score([.. Model.Official.Values.Select(static v => (double)v)])) < 0.05, reason);
        }
    }

    [Fact]
    public void The_best_ways_come_in_order_and_once_each_and_the_first_is_the_best_one()
    {
        foreach (var (chunk, options, decoder) in Chunks("Các cơ quan, đơn vị nghiêm túc tổ chức thực hiện kế hoạch bảo đảm an ninh trật tự trên địa bàn tỉnh."))
        {
            var (path, _, score) = decoder.Decode(chunk.Tokens.Count, options, Model.Language.Start, chunk.EndsSentence);
            var ways = decoder.DecodeMany(chunk.Tokens.Count, options, Model.Language.Start, chunk.EndsSentence, 50);
            Assert.Equal(50, ways.Count);
            Assert.Equal(path, ways[0].Options);
            Assert.Equal(score, ways[0].Score, 0.01f);
            Assert.Equal(ways.Select(static w => w.Score).OrderDescending(), ways.Select(static w => w.Score));
            Assert.Equal(50, ways.Select(w => string.Join(' ', w.Options.Select(o => options.IndexOf(o)))).Distinct().Count());
            Assert.All(ways, w => Assert.Equal(chunk.Tokens.Count, w.Options.Sum(static o => o.End - o.Start)));
        }
    }

    [Fact]
    public void A_shorter_state_goes_on_as_the_whole_one()
    {
        var state = Model.Language.Start;
        foreach (var word in "the zebra of departments , boards and sectors shall implement a zebra .".Split(' ').Select(Model.Target.Find))
        {
            foreach (var next in new[] { ",", "boards", "the", "implement", "." }.Select(Model.Target.Find))
            {
                Assert.Equal(Model.Language.Score(state, next), Model.Language.Score(Model.Language.Trim(state), next));
            }

            state = LanguageModel.Push(state, word);
        }
    }

    private static IEnumerable<(Chunk Chunk, List<PhraseOption> Options, PhraseDecoder Decoder)> Chunks(string text)
    {
        var finder = new OptionFinder(Model, Model.Official, new TermOptions(Termbase.Default, Model, Model.Official));
        return Chunk.Cut(SourceToken.Cut(text, Translators.Locks.Find(text))).Select(c => (c, finder.Find(c), new PhraseDecoder(Model, Model.Official)));
    }
}
