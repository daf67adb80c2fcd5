using Dau.Model;
using Dau.Tests.Translation;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Terms;

namespace Dau.Tests.Translation.Exchange;

public sealed class OwnTermsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("tuyên truyền", "agitation", "công tác tuyên truyền", "agitation", "a term in its sentence")]
    [InlineData("tuyên truyền", "agitation", "Tuyên truyền về nhân quyền", "Agitation", "a capital at the start")]
    [InlineData("tuyên truyền", "agitation", "KẾ HOẠCH TUYÊN TRUYỀN", "AGITATION", "a line in capitals")]
    [InlineData("hoà giải", "mediation", "tổ hòa giải", "mediation", "the tone on the other vowel")]
    [InlineData("công an", "police", "Bộ Công an", null, "inside the longer name of an organ")]
    [InlineData("Bộ Công an", "Interior Ministry", "Bộ Công an", "Interior Ministry", "a name of one's own")]
    [InlineData("công an", "police", "lực lượng công an đã đến", "police", "outside a name")]
    [InlineData("Sở", "Service", "cấp cơ sở", null, "a capital asks for a capital")]
    [InlineData("dân", "folk", "nhân dân", null, "half a word")]
    [InlineData("Đề án 06", "Project Six", "triển khai Đề án 06 năm 2023", "Project Six", "a number inside a term")]
    [InlineData("06/2023", "x", "ngày 16/06/2023", null, "half a date")]
    [InlineData("Tổ công tác|TCT", "task force", "giao TCT thực hiện", "task force", "its abbreviation")]
    public void A_term_becomes_a_lock(string source, string target, string text, string? rendering, string reason)
    {
        string[] parts = source.Split('|');
        var locks = new List<LockedSpan>(PatternLocks.Find(text));
        new OwnTerms([new TermEntry(parts[0], target, parts.ElementAtOrDefault(1) ?? "", "", "")]).AddTo(locks, text);
        Assert.True(locks.Find(static l => l.Kind == LockKind.Term)?.Rendering == rendering, $"{reason}: {string.Join(", ", locks)}");
    }

    [Theory]
    [InlineData("Yêu cầu các địa phương đẩy mạnh tuyên truyền về nhân quyền.", "agitation", "a sentence of the draft engine")]
    [InlineData("QUYẾT ĐỊNH", "EDICT", "a segment with a fixed rendering")]
    [InlineData("Nơi nhận:", "Distribution list:", "a label with a fixed rendering")]
    [InlineData("Kính gửi: Sở Y tế", "Health Service", "an addressee, a template's slot")]
    [InlineData("- Lưu: VT, TCT.", "task force", "a line that a template would have rendered otherwise")]
    public async Task Own_terms_win_in_templates_and_draft(string text, string expected, string reason)
    {
        SegmentTranslation translation = await TranslateAsync("draft", text);
        Assert.True(translation.Target!.Contains(expected, StringComparison.Ordinal) && !translation.Flags.Contains("termChanged"), $"{reason}: {translation.Target}");
    }

    [Fact]
    public void A_file_that_contradicts_itself_is_refused_with_the_terms_named()
    {
        string path = Write("địa phương,localities,,administration\nĐịa phương,provinces,,administration\n");
        var e = Assert.Throws<InputException>(() => OwnTermbase.Load([path]));
        Assert.Contains("'localities' / 'provinces'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_domain_is_no_contradiction() => Assert.NotNull(OwnTermbase.Load([Write("khóa,tenure,,organ\nkhóa,lock,,tool\n")]));

    [Fact]
    public void The_file_named_first_wins() =>
        Assert.Equal("provinces", OwnTermbase.Load([Write("địa phương,provinces\n"), Write("địa phương,localities\n")])!.Whole("địa phương"));

    [Fact]
    public async Task An_engine_that_knows_no_terms_is_given_them_in_English_and_checked()
    {
        var own = new OwnTerms([new TermEntry("nhân quyền", "human rights matters", "", "", "")]);
        var locks = new LockFinder(new NameFinder(Termbase.Default, static _ => false), own);
        var engine = new EchoEngine();
        TranslationBatch batch = await new TermInsertion(engine, locks).TranslateAsync([Segment("về nhân quyền năm nay")], TestContext.Current.CancellationToken);

        Assert.Equal("về human rights matters năm nay", engine.Asked);
        Assert.Equal(["về", "nhân quyền", "nhân quyền", "năm nay"], batch.Translations[0].Links.Select(static l => "về nhân quyền năm nay"[l.Source.Start..l.Source.End]));
        Assert.Equal(["termChanged"], FidelityCheck.Compare("về nhân quyền", locks.Find("về nhân quyền"), "on other things"));
    }

    private async Task<SegmentTranslation> TranslateAsync(string engine, string text)
    {
        string path = Write("vietnamese,english,abbreviation\ntuyên truyền,agitation\nquyết định,edict\nNơi nhận,Distribution list\nSở Y tế,Health Service\nTổ công tác,task force,TCT\n");
        ITranslator translator = Translators.Create(new TranslationOptions { Engine = engine, Termbases = [path] }, TimeProvider.System);
        return (await translator.TranslateAsync([Segment(text)], TestContext.Current.CancellationToken)).Translations[0];
    }

    private string Write(string text)
    {
        string path = Path.Combine(_folder, Guid.NewGuid() + ".csv");
        File.WriteAllText(path, text);
        return path;
    }

    private static SegmentSource Segment(string text) => new("s1", text, Section.Body, BlockKind.Paragraph);

    /// <summary>Returns what it is given, with links over its words and over half a term.</summary>
    private sealed class EchoEngine : ITranslator
    {
        public string Name => "echo";

        public string Asked { get; private set; } = "";

        public Task<TranslationBatch> TranslateAsync(IReadOnlyList<SegmentSource> segments, CancellationToken cancellationToken)
        {
            Asked = segments[0].Text;
            Link[] links = [.. new[] { (0, 2), (3, 23), (9, 15), (24, 31) }.Select(static p => new Link(new TextSpan(p.Item1, p.Item2), new TextSpan(0, 1)))];
            return Task.FromResult(new TranslationBatch([new SegmentTranslation(Asked, Name, 1, links, [])], [], []));
        }
    }
}
