using Dau.Model;
using Dau.Output.ReaderPage;
using Dau.Tests.Output;
using Dau.Translation.Exchange;
using Microsoft.Playwright;

namespace Dau.EndToEnd.Tests.ReaderPage;

public sealed class ReaderPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&<!--";
    private readonly string folder = Directory.CreateTempSubdirectory("dau-reader-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_page_asks_for_nothing_and_complains_of_nothing()
    {
        await using Tab tab = await OpenAsync();
        await tab.Page.Locator("#s8").ClickAsync();
        await tab.Page.Keyboard.PressAsync("j");
        Assert.All(tab.Requests, static url => Assert.True(url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:image/png;base64,", StringComparison.Ordinal), url));
        Assert.Single(tab.Requests, static url => url.StartsWith("file:", StringComparison.Ordinal));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task The_content_policy_stops_what_is_not_the_page_s_own()
    {
        await using Tab tab = await OpenAsync();
        await tab.Page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = 'window.broken = 1'; document.body.append(s); const i = new Image(); i.src = 'https://example.invalid/x.png'; document.body.append(i); }");
        Assert.False(await tab.Page.EvaluateAsync<bool>("() => 'broken' in window"));
        Assert.Contains(tab.Complaints, static text => text.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task English_that_a_person_edited_is_saved_as_a_translation_memory()
    {
        await using Tab tab = await OpenAsync();
        ILocator english = tab.Page.Locator("#s8 .tgt");
        string source = (await tab.Page.Locator("#s8 .src").TextContentAsync())!;
        await Assertions.Expect(tab.Page.Locator("#save")).ToBeHiddenAsync();
        await tab.Page.Locator("#s8").ClickAsync();
        await tab.Page.Keyboard.PressAsync("e");
        await tab.Page.Keyboard.PressAsync("Control+A");
        await tab.Page.Keyboard.TypeAsync("Let <all> departments & boards know.");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(english).ToHaveTextAsync("Let <all> departments & boards know.");
        IDownload download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.Locator("#save").ClickAsync());
        string file = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        TmxUnit unit = Assert.Single(Tmx.Read(file));
        Assert.Equal((source, "Let <all> departments & boards know.", false), (unit.Source, unit.Target, unit.IsUntouched));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Pointing_at_a_line_lights_its_words_on_the_scan()
    {
        await using Tab tab = await OpenAsync();
        await tab.Page.Locator("#s8 .label").HoverAsync();
        ILocator boxes = tab.Page.Locator("#page-1 .overlay .point rect");
        await Assertions.Expect(boxes).ToHaveCountAsync(1);
        Word first = SampleDocument.Letter().Pages[0].Words.First(static word => word.Source == "Sở");
        double x = double.Parse((await boxes.First.GetAttributeAsync("x"))!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(first.Box.X - x, 0, 20);
    }

    [Fact]
    public async Task Pointing_at_a_phrase_marks_its_twin_and_its_own_words()
    {
        await using Tab tab = await OpenAsync();
        LocatorBoundingBoxResult at = (await tab.Page.Locator("#s8 .src").BoundingBoxAsync())!;
        await tab.Page.Mouse.MoveAsync(at.X + 6, at.Y + 10);
        await tab.Page.WaitForFunctionAsync("() => CSS.highlights.get('twin')?.size === 2");
        string[] marked = await tab.Page.EvaluateAsync<string[]>("() => [...CSS.highlights.get('twin')].map(String)");
        Assert.Equal(["Sở", "The"], marked);
        await Assertions.Expect(tab.Page.Locator(".overlay .word rect")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Clicking_a_word_on_the_scan_selects_its_line()
    {
        await using Tab tab = await OpenAsync();
        DocumentRecord letter = SampleDocument.Letter();
        Word word = letter.Pages[0].Words.First(static word => word.Source == "Kính");
        LocatorBoundingBoxResult sheet = (await tab.Page.Locator("#page-1 .overlay").BoundingBoxAsync())!;
        double scale = sheet.Width / letter.Pages[0].Width;
        await tab.Page.Locator("#page-1 .overlay").ClickAsync(new LocatorClickOptions
        {
            Position = new Position { X = (float)(word.Box.CentreX * scale), Y = (float)(word.Box.CentreY * scale) },
        });
        await Assertions.Expect(tab.Page.Locator(".seg.picked")).ToHaveIdAsync("s7");
        await Assertions.Expect(tab.Page.Locator(".seg.picked")).ToBeInViewportAsync();
        await Assertions.Expect(tab.Page.Locator("#s7")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("j", "k", "letters as in other readers")]
    [InlineData("ArrowDown", "ArrowUp", "arrows, on a line")]
    public async Task Keys_move_from_line_to_line(string forth, string back, string because)
    {
        await using Tab tab = await OpenAsync();
        await tab.Page.Locator("#s3").FocusAsync();
        await tab.Page.Keyboard.PressAsync(forth);
        await tab.Page.Keyboard.PressAsync(forth);
        Assert.Equal("s5", await tab.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await tab.Page.Keyboard.PressAsync(back);
        Assert.True("s4" == await tab.Page.EvaluateAsync<string>("() => document.querySelector('.seg.picked').id"), because);
        await Assertions.Expect(tab.Page.Locator(".overlay .pick rect")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_tab_key_reaches_tools_facts_and_lines()
    {
        await using Tab tab = await OpenAsync();
        var reached = new HashSet<string>();
        for (int i = 0; i < 60; i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            reached.Add(await tab.Page.EvaluateAsync<string>("() => document.activeElement.className.split(' ')[0] || document.activeElement.id"));
        }

        Assert.Superset(new HashSet<string> { "as-read", "fact", "next", "seg", "doubt", "fix", "mark" }, reached);
    }

    [Fact]
    public async Task A_fact_leads_to_its_place_on_the_scan()
    {
        await using Tab tab = await OpenAsync();
        await tab.Page.Locator(".fact[data-fact=signer]").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#page-2 .overlay .word rect").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".seg.picked .src")).ToContainTextAsync("Vũ Đình Mẫu");
        await Assertions.Expect(tab.Page.Locator(".seg.picked")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_changed_word_says_what_was_read_and_why_it_was_changed()
    {
        await using Tab tab = await OpenAsync();
        await tab.Page.Locator(".src .fix").HoverAsync();
        await Assertions.Expect(tab.Page.Locator("#tip")).ToContainTextAsync("Read as “kiêm”, changed to “kiểm” because the words around it call for it (98 % sure).");
        await Assertions.Expect(tab.Page.Locator("#tip canvas")).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(tab.Page.Locator("#s6 .ocr")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("#s6 .src")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_uncertain_or_missing_is_said_in_words()
    {
        await using Tab tab = await OpenAsync();
        await Assertions.Expect(tab.Page.Locator(".f.number")).ToContainTextAsync("uncertain: check the scan");
        await Assertions.Expect(tab.Page.Locator(".missing").First).ToContainTextAsync("Not found on the pages that could be read: urgency");
        await Assertions.Expect(tab.Page.Locator("#page-3")).ToContainTextAsync("This page could not be read. The page asked for more memory");
        await Assertions.Expect(tab.Page.Locator("#page-4")).ToContainTextAsync("Blank page.");
        await Assertions.Expect(tab.Page.Locator("#look")).ToContainTextAsync("Machine draft: good for deciding what matters; have a translator check what you quote.");
        await Assertions.Expect(tab.Page.Locator("#run")).ToContainTextAsync("Nothing left this machine.");
        await tab.Page.Locator(".src .doubt").HoverAsync();
        await Assertions.Expect(tab.Page.Locator("#tip")).ToContainTextAsync("Doubtful reading, 41 % sure. Could also be “dù” 22 %, “đù” 5 %.");
    }

    [Fact]
    public async Task A_table_is_a_table()
    {
        await using Tab tab = await OpenAsync();
        await Assertions.Expect(tab.Page.Locator("#page-1 td")).ToHaveCountAsync(4);
        await Assertions.Expect(tab.Page.Locator("#page-1 tr").Nth(1).Locator("td").Nth(1)).ToContainTextAsync("1,200");
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1280, 800)]
    [InlineData(1024, 768)]
    [InlineData(390, 844)]
    public async Task Nothing_scrolls_sideways(int width, int height)
    {
        await using Tab tab = await OpenAsync(width: width, height: height);
        int over = await tab.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - innerWidth");
        Assert.True(over <= 0, $"{over} px too wide at {width}");
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        DocumentRecord letter = SampleDocument.Letter();
        Page first = letter.Pages[0];
        Word[] words = [.. first.Words.Select(static (word, i) => i == 0 ? word with { Ocr = Hostile, Source = Hostile, Confidence = 0.1, Alternatives = [new Alternative(Hostile, 0.1)] } : word)];
        Block block = letter.Blocks[0];
        Segment segment = block.Segments[0] with { Ocr = Hostile, Source = Hostile + " TỈNH", Target = Hostile, Flags = [Hostile], Engine = Hostile };
        letter = letter with
        {
            Source = letter.Source with { FileName = Hostile },
            Pages = [first with { Words = words, Marks = [new Mark(MarkKind.QrCode, default, Hostile, Hostile)], Reason = Hostile }, .. letter.Pages.Skip(1)],
            Blocks = [block with { Segments = [segment] }, .. letter.Blocks.Skip(1)],
            Facts = letter.Facts with { Number = Hostile, Issuer = Hostile, Subject = Hostile, Recipients = [Hostile], Signer = new Signer(Hostile, Hostile, [Hostile], Hostile), Uncertain = [Hostile] },
            Run = letter.Run with { Warnings = [Hostile], Sent = [new Sent(Hostile, [Hostile], 1, Hostile)], Tools = [new Tool(Hostile, Hostile, Hostile)] },
        };
        await using Tab tab = await OpenAsync(letter);
        await tab.Page.Locator("#s1").ClickAsync();
        await tab.Page.Locator("#s1 .src .doubt").HoverAsync();
        Assert.Equal(Hostile + " TỈNH", await tab.Page.Locator("#s1 .src").TextContentAsync());
        Assert.Equal(0, await tab.Page.Locator("img[src=x]").CountAsync());
        Assert.Empty(tab.Complaints);
        Assert.All(tab.Requests, static url => Assert.DoesNotContain("/x", url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_document_s_pictures_come_when_their_page_comes_near()
    {
        DocumentRecord letter = SampleDocument.Letter();
        Page blank = letter.Pages[3];
        letter = letter with { Pages = [.. letter.Pages, .. Enumerable.Range(5, PageSection.MostPicturesInPlace).Select(number => blank with { Number = number })] };
        await using Tab tab = await OpenAsync(letter);
        ILocator last = tab.Page.Locator($"#page-{letter.Pages.Count} img");
        await Assertions.Expect(tab.Page.Locator("#page-1 img[src^='data:image/png']")).ToHaveCountAsync(1);
        Assert.Null(await last.GetAttributeAsync("src"));
        await tab.Page.Locator("#at").FillAsync("44");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(last).ToHaveJSPropertyAsync("naturalWidth", blank.Width);
        await Assertions.Expect(tab.Page.Locator("#page-1 img[src]")).ToHaveCountAsync(0);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Without_scripts_the_page_is_whole_and_the_notes_are_titles()
    {
        await using Tab tab = await OpenAsync(scripts: false);
        await Assertions.Expect(tab.Page.Locator("#s8 .en")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".src .fix")).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("^Read as"));
        await Assertions.Expect(tab.Page.Locator("#bar .tools")).ToBeHiddenAsync();
    }

    private async Task<Tab> OpenAsync(DocumentRecord? letter = null, int width = 1280, int height = 800, bool scripts = true)
    {
        letter ??= SampleDocument.Letter();
        await SampleDocument.WritePicturesAsync(letter, folder, Token);
        await new ReaderPageWriter().WriteAsync(letter, folder, Token);
        return await browser.OpenAsync(Path.Combine(folder, ReaderPageWriter.FileName), width, height, scripts: scripts);
    }
}
