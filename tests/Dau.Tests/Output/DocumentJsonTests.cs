using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Dau.Model;
using Dau.Output;
using NJsonSchema;

namespace Dau.Tests.Output;

public sealed class DocumentJsonTests : IDisposable
{
    // The library that checks knows the older name of $defs only.
    private static readonly Lazy<Task<JsonSchema>> Schema = new(static () => JsonSchema.FromJsonAsync(DocumentJson.Schema().Replace("$defs", "definitions", StringComparison.Ordinal)));
    private readonly string folder = Directory.CreateTempSubdirectory("dau-json-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_written_letter_follows_the_schema()
    {
        string json = await WriteAsync(SampleDocument.Letter());
        Assert.Empty((await Schema.Value).Validate(json));
    }

    [Theory]
    [InlineData("$.pages[0].words[0].confidence", "1.7", "a share above 1")]
    [InlineData("$.pages[0].words[0].id", "\"w1\"", "an id without its page")]
    [InlineData("$.pages[0].status", "\"done\"", "a status that does not exist")]
    [InlineData("$.pages[0].words[0].line", "3", "working data that has no place in the contract")]
    [InlineData("$.blocks[0].kind", "\"title\"", "a kind that Decree 30 does not know")]
    [InlineData("$.blocks[0].segments[0].links[0].source", "[0]", "a span without end")]
    [InlineData("$.facts.date", "\"6 March 2024\"", "a date that is not ISO")]
    [InlineData("$.source.sha256", "\"abc\"", "a hash that is too short")]
    [InlineData("$.schema", "\"dau/document/9\"", "another layout")]
    public async Task A_broken_file_is_refused(string path, string value, string because)
    {
        JsonNode root = JsonNode.Parse(await WriteAsync(SampleDocument.Letter()))!;
        Set(root, path, JsonNode.Parse(value));
        Assert.True((await Schema.Value).Validate(root.ToJsonString()).Count > 0, because);
    }

    [Fact]
    public async Task A_missing_property_is_refused()
    {
        JsonNode root = JsonNode.Parse(await WriteAsync(SampleDocument.Letter()))!;
        root["facts"]!.AsObject().Remove("signer");
        Assert.NotEmpty((await Schema.Value).Validate(root.ToJsonString()));
    }

    [Fact]
    public async Task The_layout_changes_nothing_that_the_file_says()
    {
        DocumentRecord letter = SampleDocument.Letter();
        JsonNode plain = JsonSerializer.SerializeToNode(letter, DocumentJson.Contract)!;
        Assert.True(JsonNode.DeepEquals(plain, JsonNode.Parse(await WriteAsync(letter))));
    }

    [Fact]
    public async Task A_word_stands_on_one_line_and_the_file_has_no_byte_order_mark()
    {
        string json = await WriteAsync(SampleDocument.Letter());
        Assert.StartsWith("{\n  \"schema\": \"dau/document/1\",\n", json, StringComparison.Ordinal);
        Assert.Contains("\"ocr\": \"SÔNG\", \"source\": \"SÔNG\", \"box\": {\"x\": ", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_facts_are_written_as_null_and_a_cell_only_where_there_is_one()
    {
        JsonNode root = JsonNode.Parse(await WriteAsync(SampleDocument.Letter()))!;
        Assert.True(root["facts"]!.AsObject().ContainsKey("secrecy"));
        Assert.Null(root["facts"]!["secrecy"]);
        Assert.False(root["blocks"]![0]!["segments"]![0]!.AsObject().ContainsKey("cell"));
        Assert.Equal(1, (int)root["blocks"]!.AsArray().First(static block => (string?)block!["kind"] == "table")!["segments"]![1]!["cell"]!["column"]!);
    }

    [Fact]
    public async Task Text_is_written_in_NFC()
    {
        DocumentRecord letter = SampleDocument.Letter() with { Source = new SourceFile("quye\u0302\u0301t.pdf", new string('a', 64), 1, 1) };
        Assert.Contains("quyết.pdf", await WriteAsync(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        DocumentRecord letter = SampleDocument.Letter() with { Source = new SourceFile("é\ud800.pdf", new string('a', 64), 1, 1) };
        Assert.Contains("é\ufffd.pdf", await WriteAsync(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void The_contract_leaves_working_data_out_and_the_working_form_keeps_it()
    {
        var word = new Word { Id = "p1w1", Ocr = "tố", Source = "tổ", Box = new PixelBox(9, 9, 9, 9), Line = 7, Layout = new PixelBox(1, 2, 3, 4), Symbols = [new Symbol("ố", 0.8, [new Alternative("ổ", 0.1)])] };
        var page = new Page { Number = 1, Words = [word], Rules = [new Rule(new PixelBox(5, 6, 7, 8))] };
        string contract = JsonSerializer.Serialize(page, DocumentJson.Contract);
        Assert.DoesNotContain("\"line\"", contract, StringComparison.Ordinal);
        Assert.DoesNotContain("\"rules\"", contract, StringComparison.Ordinal);
        Page back = JsonSerializer.Deserialize<Page>(JsonSerializer.Serialize(page, DocumentJson.Working), DocumentJson.Working)!;
        Assert.Equal(7, back.Words[0].Line);
        Assert.Equal(word.Layout, back.Words[0].Layout);
        Assert.Equal("ổ", back.Words[0].Symbols[0].Choices[0].Text);
        Assert.Equal(page.Rules, back.Rules);
        Page bare = JsonSerializer.Deserialize<Page>(contract, DocumentJson.Contract)!;
        Assert.Empty(bare.Rules);
        Assert.Empty(bare.Words[0].Symbols);
    }

    [Fact]
    public async Task What_is_written_is_read_back_the_same()
    {
        await Documents.SampleAsync(async document =>
        {
            string json = await WriteAsync(document);
            Assert.Empty((await Schema.Value).Validate(json));
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
            Assert.Equal(json, await WriteAsync(await DocumentJson.ReadAsync(stream, CancellationToken.None)));
        }, iter: 60);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_a_sentence_and_leaves_no_half_file()
    {
        string path = Path.Combine(folder, "occupied");
        await File.WriteAllTextAsync(path, "a file where the folder should be", Token);
        OutputException fault = await Assert.ThrowsAsync<OutputException>(() => new DocumentJsonWriter().WriteAsync(SampleDocument.Letter(), path, Token));
        Assert.Contains("cannot be written", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["occupied"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_full_disk_is_a_sentence_leaves_no_half_file_and_keeps_the_old_one()
    {
        string path = Path.Combine(folder, "document.json");
        await File.WriteAllTextAsync(path, "old", Token);
        OutputException fault = await Assert.ThrowsAsync<OutputException>(() => AtomicFile.WriteAsync(path, static async (stream, token) =>
        {
            await stream.WriteAsync(new byte[100], token);
            throw new IOException("No space left on device", 28);
        }, Token));
        Assert.StartsWith("The disk is full", fault.Message, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(path, Token));
        Assert.Equal([path], Directory.EnumerateFiles(folder));
    }

    [Theory]
    [InlineData("{", "cut off")]
    [InlineData("null", "null")]
    [InlineData("{\"schema\": \"dau/document/1\"}", "parts missing")]
    public async Task A_file_that_is_no_document_is_an_input_fault(string content, string because)
    {
        string path = Path.Combine(folder, "document.json");
        await File.WriteAllTextAsync(path, content, Token);
        InputException fault = await Assert.ThrowsAsync<InputException>(() => DocumentJson.ReadAsync(path, Token));
        Assert.True(fault.Message.Contains("is not a document that Dấu wrote", StringComparison.Ordinal), because);
    }

    private static readonly string[] Awkward = ["", "Số: 01/QĐ", "e\u0302\u0323", "</script><script>alert(1)</script>", "\"\\\u0000\r\n", "😀", "\ud83d", new string('ư', 300)];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Awkward.Length - 1].Select(static i => Awkward[i]));

    private static readonly Gen<double> Shares = Gen.Double[0, 1];

    private static readonly Gen<PixelBox> Boxes = Gen.Select(Gen.Int[-5, 5000], Gen.Int[-5, 5000], Gen.Int[0, 5000], Gen.Int[0, 5000], static (x, y, w, h) => new PixelBox(x, y, w, h));

    private static readonly Gen<Word> Words = Gen.Select(Gen.Int[1, 9], Gen.Int[1, 999], Texts, Boxes, Shares, Gen.Select(Texts, Shares, static (t, p) => new Alternative(t, p)).Array[0, 3],
        static (page, word, text, box, share, others) => new Word { Id = $"p{page}w{word}", Ocr = text, Source = text, Box = box, Confidence = share, Alternatives = others });

    private static readonly Gen<Page> Pages = Gen.Select(Gen.Int[1, 9999], Words.Array[0, 4], Gen.Enum<PageStatus>(), Texts, Boxes,
        static (number, words, status, text, box) => new Page { Number = number, Status = status, Reason = "why " + text, Image = $"pages/{number:D4}.png", Words = words, Marks = [new Mark(MarkKind.QrCode, box, null, text)] });

    private static readonly Gen<Segment> Segments = Gen.Select(Gen.Int[1, 99], Texts, Texts.Null(), Shares, Gen.Bool,
        static (id, text, target, share, cell) => new Segment
        {
            Id = $"s{id}", WordIds = ["p1w1"], Ocr = text, Source = text, Target = target, Engine = target is null ? null : "draft", Quality = target is null ? null : share,
            Links = [new Link(new TextSpan(0, 1), new TextSpan(2, 3))], Flags = ["numberChanged"], Cell = cell ? new CellPlace(0, 1) : null,
        });

    private static readonly Gen<DocumentRecord> Documents = Gen.Select(Pages.Array[0, 3], Segments.Array[0, 4], Texts.Null(), Gen.Enum<BlockKind>(), Gen.Enum<Section>(),
        static (pages, segments, text, kind, section) => SampleDocument.Letter() with
        {
            Pages = pages,
            Blocks = [new Block { Id = "b1", Kind = kind, Section = section, Page = 1, Box = default, Segments = segments }],
            Facts = new DocumentFacts { Subject = text, Recipients = text is null ? [] : [text], Signer = text is null ? null : new Signer(text, null, [text], null) },
        });

    private static async Task<string> WriteAsync(DocumentRecord document)
    {
        using var stream = new MemoryStream();
        await DocumentJson.WriteAsync(document, stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Set(JsonNode root, string path, JsonNode? value)
    {
        string[] steps = path[2..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        JsonNode node = root;
        foreach (string step in steps[..^1])
        {
            node = int.TryParse(step, out int index) ? node[index]! : node[step]!;
        }

        node[steps[^1]] = value;
    }
}
