using Dau.Input;

namespace Dau.Tests.Input;

public sealed class FileInspectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "empty.pdf", [], "empty (0 bytes)" },
        { "letter.doc", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4], "is not a PDF, JPEG, PNG, WebP or TIFF file" },
        { "none.pdf", new TestPdf().Bytes(), "without pages" },
        { "cut.pdf", new TestPdf().Page("").Bytes()[..40], "cut off or damaged" },
        { "garbage.pdf", [.. "%PDF-1.4\n"u8, .. new byte[500]], "cut off or damaged" },
        { "cut.png", TestImages.Png(2480, 3508)[..50], "cut off" },
        { "header.png", TestImages.Png(2480, 3508)[..12], "cut off" },
        { "header.jpg", TestImages.Jpeg(1000, 1000)[..6], "damaged" },
        { "cut.webp", TestImages.WebP(1000, 1000)[..28], "cut off" },
        { "none.tif", TestImages.Tiff([]), "without a page" },
        { "cut.tif", TestImages.Tiff([(100, 100, 200)])[..^8], "ends before" },
        { "bomb.png", TestImages.Png(20_000, 20_000), "limit" },
        { "bomb.jpg", TestImages.Jpeg(60_000, 60_000), "limit" },
        { "bomb.webp", TestImages.WebP(16_000, 16_000), "limit" },
        { "bomb.tif", TestImages.Tiff([(2_000_000_000, 2_000_000_000, 200)]), "limit" },
        { "flat.png", TestImages.Png(0, 10), "damaged" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_gives_a_sentence_that_names_it(string name, byte[] bytes, string says)
    {
        InputException error = await Assert.ThrowsAsync<InputException>(() => Inspect(name, bytes));
        Assert.Equal(Fault.Input, error.Fault);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_and_a_folder_are_told_apart()
    {
        InputException missing = await Assert.ThrowsAsync<InputException>(() => InspectPath(Path.Combine(_folder.Path, "no.pdf"), new InputOptions()));
        InputException folder = await Assert.ThrowsAsync<InputException>(() => InspectPath(_folder.Path, new InputOptions()));
        Assert.Contains("does not exist", missing.Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", folder.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_are_named_with_the_way_out()
    {
        var three = new TestPdf().Page("").Page("").Page("");
        InputException bytes = await Assert.ThrowsAsync<InputException>(() => Inspect("a.pdf", three.Bytes(), new InputOptions { MaxBytes = 100 }));
        InputException pages = await Assert.ThrowsAsync<InputException>(() => Inspect("a.pdf", three.Bytes(), new InputOptions { MaxPages = 2 }));
        InputException beyond = await Assert.ThrowsAsync<InputException>(() => Inspect("a.pdf", three.Bytes(), new InputOptions { Pages = Pages("4-9") }));
        Assert.Contains("limit of 100", bytes.Message, StringComparison.Ordinal);
        Assert.Contains("--pages 1-2", pages.Message, StringComparison.Ordinal);
        Assert.Contains("3 pages", beyond.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_exist_are_read_and_the_others_warned_of()
    {
        InputFile file = await Inspect("a.pdf", new TestPdf().Page("").Page("").Page("").Bytes(), new InputOptions { Pages = Pages("2-5") });
        Assert.Equal(3, file.PageCount);
        Assert.Equal([2, 3], file.Pages.Select(page => page.Number));
        Assert.Contains("page 5", Assert.Single(file.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_range_warns_of_nothing()
    {
        InputFile file = await Inspect("a.pdf", new TestPdf().Page("").Page("").Bytes(), new InputOptions { Pages = Pages("2-") });
        Assert.Empty(file.Warnings);
        Assert.Equal([2], file.Pages.Select(page => page.Number));
    }

    [Fact]
    public async Task The_kind_is_told_by_the_bytes_and_the_checksum_is_theirs()
    {
        byte[] bytes = TestImages.Png(1240, 1754, 150);
        InputFile file = await Inspect("letter.pdf", bytes);
        Assert.Equal(InputFormat.Png, file.Format);
        Assert.Equal(bytes.Length, file.Bytes);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.Sha256);
    }

    [Fact]
    public async Task A_password_is_asked_for_tried_and_used()
    {
        byte[] bytes = Convert.FromBase64String(EncryptedPdf);
        InputException none = await Assert.ThrowsAsync<InputException>(() => Inspect("e.pdf", bytes));
        InputException wrong = await Assert.ThrowsAsync<InputException>(() => Inspect("e.pdf", bytes, new InputOptions { Password = "guess" }));
        InputFile file = await Inspect("e.pdf", bytes, new InputOptions { Password = "secret" });
        Assert.Equal((Fault.Password, Fault.Password), (none.Fault, wrong.Fault));
        Assert.Contains("Give it with --password", none.Message, StringComparison.Ordinal);
        Assert.Contains("does not open", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("guess", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(1, file.PageCount);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    public async Task Cut_and_mutated_files_give_an_input_fault_or_a_reading_and_never_hang(int cases)
    {
        string alphabet = "abc đề";
        var pdf = new TestPdf();
        byte[] whole = pdf.Page(TestPdf.Show("abc đề", alphabet, 72, 700), resources: [pdf.Font("F1", "Arial", alphabet), TestPdf.Image("I1", 1653, 2339)]).Page("").Bytes();
        var random = new Random(cases);
        byte[][] sources = [whole, TestImages.Png(100, 100, 200), TestImages.Jpeg(100, 100, 200, 6, camera: true), TestImages.WebP(9, 9), TestImages.Tiff([(9, 9, 200), (9, 9, 200)])];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        for (int i = 0; i < cases; i++)
        {
            byte[] bytes = [.. sources[i % sources.Length]];
            if (i % 2 == 0)
            {
                bytes = bytes[..random.Next(bytes.Length)];
            }
            else
            {
                for (int change = random.Next(1, 12); change > 0; change--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }
            }

            try
            {
                InputFile file = await Inspect("m", bytes).WaitAsync(TimeSpan.FromSeconds(20), limit.Token);
                Assert.All(file.Pages, page => Assert.True(page.Fault is not null || (page.Width > 0 && page.Height > 0 && page.Dpi > 0)));
            }
            catch (InputException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static PageSelection Pages(string text) => PageSelection.TryParse(text, out PageSelection? pages) ? pages : throw new ArgumentException(text);

    private Task<InputFile> Inspect(string name, byte[] bytes, InputOptions? options = null) => InspectPath(_folder.File(name, bytes), options ?? new InputOptions());

    private static Task<InputFile> InspectPath(string path, InputOptions options) => new FileInspector().InspectAsync(path, options, TestContext.Current.CancellationToken);

    /// <summary>One blank page, AES-256, user password "secret".</summary>
    private const string EncryptedPdf = 
        "JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+"
        + "PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+"
        + "PgplbmRvYmoKMyAwIG9iago8PCAvTWVkaWFCb3ggWyAwIDAgMjAwIDIwMCBdIC9QYXJlbnQgMiAwIFIgL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoK"
        + "PDwgL0NGIDw8IC9TdGRDRiA8PCAvQXV0aEV2ZW50IC9Eb2NPcGVuIC9DRk0gL0FFU1YzIC9MZW5ndGggMzIgPj4gPj4gL0ZpbHRlciAvU3RhbmRhcmQgL0xl"
        + "bmd0aCAyNTYgL08gPDBhNjJmOWY2YmI3OGMyMjk0Y2U0MTYxZjZhYWM5NzVjMTQ1YmQ2NmZlM2IyODBmZDI0YWZmNmRkNThhNjdjODMwMDY0ZjI4ODFjMWE2"
        + "M2M4YTI3MDcxNTQxMDhkYWVmOT4gL09FIDxhODI3NGU3YzgzYzAxY2UwMDdmMmRiMWJiM2JlN2M0MGNjZmM5MGIwYWM2ODkyZGVkYmFiZjFjMmI4ZTc3M2Qx"
        + "PiAvUCAtNCAvUGVybXMgPGUwMTUxMzdiMDQwZjk5ZmY1M2ZhYjYyNzc0MDcyYTI5PiAvUiA2IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3RkQ0YgL1UgPDgyOTRh"
        + "ZDA3NTQ0YzRlMDRjNDk2MTg5OTQ2NWMyMWE1NTZlOGUzZDc4YjQ0MjVjMDhjMTYyNzgxOTg3MTg1OTExMmI5MTlhM2MwZTMxNjRiNWM1M2E2NGQzNmEwOGFl"
        + "NT4gL1VFIDxhOWVkYTFiYjgzMTIxNzJhY2JmYmNhYzk0ZWRkODNjZmJiY2NkMDFlNTkyYTBmMWYyMTZkMzA4ZWI1YWFlMTM2PiAvViA1ID4+CmVuZG9iagp4"
        + "cmVmCjAgNQowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDEzMCAwMDAwMCBuIAowMDAwMDAwMTg5IDAwMDAwIG4gCjAw"
        + "MDAwMDAyNjIgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA1IC9JRCBbPGFhMTE1YTg2ZTQxMDU0NTdhMDg4NjcwMzUwNGVkMzE4Pjwx"
        + "NjEyZDI2MGU3ZjlhMDAxMjUxM2U4MjdmZmY0OGE1OT5dIC9FbmNyeXB0IDQgMCBSID4+CnN0YXJ0eHJlZgo4MDkKJSVFT0YK";
}
