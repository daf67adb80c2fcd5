using CsCheck;
using Dau.Model;
using Dau.Translation;
using Dau.Translation.Exchange;
using Dau.Translation.Memory;

namespace Dau.Tests.Translation.Memory;

public sealed class TranslationMemoryTests : IDisposable
{
    private const string Source = "Thực hiện Công văn số 123/UBND-NC ngày 16/6/2023 của UBND tỉnh, Sở Y tế yêu cầu 5 đơn vị báo cáo.";
    private const string Target = "Pursuant to Official Letter No. 123/UBND-NC of 16 June 2023 of the Provincial People's Committee, the Department asks 5 units to report.";

    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Source, Target, "the sentence itself")]
    [InlineData(
        "Thực hiện Công văn số 77/UBND-VX ngày 2/9/2024 của UBND tỉnh, Sở Y tế yêu cầu 12 đơn vị báo cáo.",
        "Pursuant to Official Letter No. 77/UBND-VX of 2 September 2024 of the Provincial People's Committee, the Department asks 12 units to report.",
        "other numbers, date and code")]
    [InlineData("Thực hiện Công văn số 123/UBND-NC ngày 16/6/2023 của UBND tỉnh, Sở Y tế yêu cầu 1 đơn vị báo cáo.", null, "one is not many in English")]
    [InlineData("Thực hiện Công văn số 123/UBND-NC tháng 6/2023 của UBND tỉnh, Sở Y tế yêu cầu 5 đơn vị báo cáo.", null, "a month is no day")]
    [InlineData("Thực hiện Công văn số 123/UBND-NC ngày 16/6/2023 của UBND tỉnh, Sở Y tế yêu cầu 5 cơ quan báo cáo.", null, "another word")]
    public void The_same_sentence_with_its_own_numbers(string text, string? expected, string reason)
    {
        MemoryMatch? match = Of((Source, Target)).Same(text);
        Assert.True(match?.Target == expected, $"{reason}: {match?.Target}");
    }

    [Theory]
    [InlineData("Giao 3 người.", "Assign three people.", "Giao 4 người.", null, "a number in words")]
    [InlineData("Giao 3 người trong 3 ngày.", "Assign 3 people for 3 days.", "Giao 4 người trong 4 ngày.", "Assign 4 people for 4 days.", "alike, and alike again")]
    [InlineData("Giao 3 người trong 3 ngày.", "Assign 3 people for 3 days.", "Giao 4 người trong 5 ngày.", null, "alike, and no longer so: which is which?")]
    [InlineData("Giao 3 người.", "Assign 3 people to 3 tasks.", "Giao 4 người.", null, "once in Vietnamese, twice in English")]
    [InlineData("Giao 30 người.", "Assign 30 people by 300.", "Giao 40 người.", null, "a number of unknown origin")]
    [InlineData("Giao 3 người.", "Assign 3 people.", "GIAO 3 NGƯỜI.", "ASSIGN 3 PEOPLE.", "a line in capitals")]
    [InlineData("GIAO 3 NGƯỜI.", "ASSIGN 3 PEOPLE.", "Giao 3 người.", null, "capitals do not tell small letters")]
    [InlineData("Tổ hoà giải.", "Mediation group.", "Tổ hòa giải.", "Mediation group.", "the tone on the other vowel")]
    [InlineData("12.500", "12,500", "7.100", null, "figures alone are no sentence")]
    public void Numbers_are_carried_only_where_it_is_certain_which_is_which(string source, string target, string text, string? expected, string reason)
    {
        MemoryMatch? match = Of((source, target)).Same(text);
        Assert.True(match?.Target == expected, $"{reason}: {match?.Target}");
    }

    [Fact]
    public void Of_two_with_the_same_Vietnamese_the_later_counts() => Assert.Equal("New.", Of(("Văn bản này.", "Old."), ("Văn bản này.", "New.")).Same("Văn bản này.")!.Target);

    [Fact]
    public async Task A_similar_sentence_is_flagged_and_brings_its_own_numbers_and_names()
    {
        SegmentTranslation translation = await TranslateAsync(
            [("Ngày 5/3/2024, Công an tỉnh Khánh Hòa đã triệu tập ông Nguyễn Văn Mẫu đến làm việc tại trụ sở.", "On 5 March 2024, Khánh Hòa provincial Public Security summoned Mr Nguyễn Văn Mẫu to work at its office.")],
            "Ngày 7/4/2025, Công an tỉnh Kon Tum đã triệu tập ông Trần Văn Thử đến làm việc tại trụ sở.");
        Assert.Equal("On 7 April 2025, Kon Tum provincial Public Security summoned Mr Trần Văn Thử to work at its office.", translation.Target);
        Assert.Equal(("memory", "fuzzyMatch"), (translation.Engine, Assert.Single(translation.Flags)));
        Assert.InRange(translation.Quality, 0.8, 0.99);
    }

    [Theory]
    [InlineData("Các đơn vị được phép cung cấp thông tin này cho báo chí nước ngoài khi có yêu cầu.", "a prohibition is not in it")]
    [InlineData("Các đơn vị không được cung cấp 5 thông tin này cho báo chí nước ngoài khi có yêu cầu.", "a number is not in the English")]
    [InlineData("Các đơn vị không được cung cấp thông tin này cho ông Nguyễn Văn Mẫu nước ngoài khi có yêu cầu.", "a name is not in the English")]
    public async Task A_similar_sentence_that_fails_the_check_is_not_used(string text, string reason)
    {
        SegmentTranslation translation = await TranslateAsync(
            [("Các đơn vị không được cung cấp thông tin này cho báo chí nước ngoài khi có yêu cầu.", "Units must not provide this information to the foreign press on request.")], text);
        Assert.True(translation.Engine == "draft", $"{reason}: {translation.Engine}: {translation.Target}");
    }

    [Theory]
    [InlineData("Công an tỉnh Kon Tum đã mời ông ấy đến làm việc tại trụ sở vào sáng nay.", "no name in the place of the name")]
    [InlineData("Thanh tra tỉnh Kon Tum đã mời ông Nguyễn Văn Mẫu đến làm việc tại trụ sở vào sáng nay.", "another organ")]
    public async Task What_another_sentence_names_does_not_come_into_this_one(string text, string reason)
    {
        SegmentTranslation translation = await TranslateAsync(
            [("Công an tỉnh Kon Tum đã mời ông Nguyễn Văn Mẫu đến làm việc tại trụ sở vào sáng nay.", "Kon Tum provincial Public Security invited Mr Nguyễn Văn Mẫu to its office this morning.")], text);
        Assert.True(translation.Engine == "draft", $"{reason}: {translation.Target}");
    }

    [Fact]
    public async Task A_settled_sentence_goes_before_a_template_and_is_checked()
    {
        (string, string)[] units = [("KẾ HOẠCH", "Roadmap"), ("Báo cáo gửi về trước ngày 15/3/2024.", "Reports are due soon.")];
        Assert.Equal(("memory", "Roadmap"), await TranslateAsync(units, "KẾ HOẠCH") is var plan ? (plan.Engine, plan.Target) : default);
        SegmentTranslation report = await TranslateAsync(units, "Báo cáo gửi về trước ngày 15/3/2024.");
        Assert.Equal(("memory", "dateChanged"), (report.Engine, Assert.Single(report.Flags)));
    }

    [Fact]
    public void What_a_machine_wrote_and_nobody_touched_is_not_settled()
    {
        string path = Path.Combine(_folder, "a.tmx");
        using (FileStream file = File.Create(path))
        {
            Tmx.Write(file, [new TmxUnit("Một câu.", "A phrase.") { Draft = "A phrase." }, new TmxUnit("Hai câu.", "Two sentences.") { Draft = "Two phrases." }]);
        }

        var memory = TranslationMemory.Load([path], Translators.Locks)!;
        Assert.Equal((null, "Two sentences."), (memory.Same("Một câu."), memory.Same("Hai câu.")?.Target));
    }

    [Fact]
    public void The_banded_distance_is_the_distance() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 12], Gen.Int[0, 3].Array[0, 12], Gen.Int[0, 12]).Sample(static (a, b, most) =>
        {
            int full = Levenshtein(a, b);
            return MemoryIndex.Distance(a, b, most) == full || (full > most && MemoryIndex.Distance(a, b, most) > most);
        });

    [Fact]
    public void The_index_finds_what_a_search_through_all_finds() =>
        Gen.Int[0, 6].Array[5, 12].Array[1, 30].Sample(static sentences =>
        {
            MemoryText[] texts = [.. sentences.Select(static s => MemoryText.Of(string.Join(' ', s.Select(static n => (char)('a' + n)))))];
            var index = new MemoryIndex();
            foreach (MemoryText text in texts)
            {
                index.Add(text);
            }

            int[] asked = sentences[0];
            var expected = Enumerable.Range(0, sentences.Length).Where(i => Levenshtein(asked, sentences[i]) <= (0.2 * Math.Max(asked.Length, sentences[i].Length)) + 1e-9);
            return index.Find(texts[0], 0.8).Order().SequenceEqual(expected);
        });

    private async Task<SegmentTranslation> TranslateAsync((string, string)[] units, string text)
    {
        string path = Path.Combine(_folder, "m.tmx");
        using (FileStream file = File.Create(path))
        {
            Tmx.Write(file, units.Select(static u => new TmxUnit(u.Item1, u.Item2)));
        }

        ITranslator translator = Translators.Create(new TranslationOptions { Engine = "draft", Memories = [path] }, TimeProvider.System);
        return (await translator.TranslateAsync([new SegmentSource("s1", text, Section.Body, BlockKind.Paragraph)], TestContext.Current.CancellationToken)).Translations[0];
    }

    private static TranslationMemory Of(params (string Source, string Target)[] units) => new(units.Select(static u => new TmxUnit(u.Source, u.Target)), Translators.Locks);

    private static int Levenshtein(int[] a, int[] b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return cost[a.Length, b.Length];
    }
}
