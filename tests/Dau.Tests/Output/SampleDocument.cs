using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Dau.Model;

namespace Dau.Tests.Output;

/// <summary>An invented letter of two pages as the pipeline would hand it over, with a change, a doubtful word, a table, a failed and a blank page.</summary>
internal static class SampleDocument
{
    private const int Width = 1654;
    private const int Height = 2339;
    private const int LetterWidth = 14;
    private const int LineHeight = 44;

    internal static DocumentRecord Letter()
    {
        var maker = new Maker();
        maker.Block(Section.Header, BlockKind.ParentIssuer, 1, 160, 140, ("UBND TỈNH SÔNG LAM", "PEOPLE'S COMMITTEE OF SÔNG LAM PROVINCE", "template"));
        maker.Block(Section.Header, BlockKind.Issuer, 1, 200, 190, ("SỞ Y TẾ", "DEPARTMENT OF HEALTH", "template"));
        maker.Block(Section.Header, BlockKind.Motto, 1, 820, 140, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM", "template"));
        maker.Block(Section.Header, BlockKind.Number, 1, 200, 290, ("Số: 0417/SYT-NVY", "No. 0417/SYT-NVY", "template"));
        maker.Block(Section.Header, BlockKind.PlaceDate, 1, 900, 290, ("Sông Lam, ngày 06 tháng 3 năm 2024", "Sông Lam, 6 March 2024", "template"));
        maker.Block(Section.Header, BlockKind.Subject, 1, 160, 350, ("V/v kiểm tra kho thuốc", "Re: inspection of the medicine store", "draft"));
        maker.Block(Section.Header, BlockKind.Addressee, 1, 420, 460, ("Kính gửi: Trung tâm Y tế huyện Tân Hà", "To: Medical Centre of Tân Hà District", "template"));
        maker.Block(Section.Body, BlockKind.Paragraph, 1, 160, 560,
            ("Sở Y tế đã nhận đủ hồ sơ của Trung tâm.", "The Department of Health has received the Centre's complete file.", "draft"),
            ("Đề nghị không chuyển thuốc trước ngày 15/3/2024.", "It is requested not to move medicine before 15 March 2024.", "draft"));
        maker.Table(1, 160, 760, [["Tên thuốc", "Số lượng"], ["Paracetamol", "1.200"]], [["Name of medicine", "Quantity"], ["Paracetamol", "1,200"]]);
        maker.Block(Section.Margin, BlockKind.PageNumber, 1, 820, 2250, ("1", "1", "template"));
        maker.Block(Section.Body, BlockKind.ListItem, 2, 160, 200, ("- Báo cáo kết quả về Sở Y tế.", "- Report the result to the Department of Health.", "draft"));
        maker.Block(Section.Signature, BlockKind.Recipients, 2, 160, 420, ("Nơi nhận:", "Recipients:", "template"), ("- Như trên;", "- As above;", "template"), ("- Lưu: VT.", "- File: clerical office.", "template"));
        maker.Block(Section.Signature, BlockKind.Authority, 2, 980, 420, ("KT. GIÁM ĐỐC", "SIGNED FOR THE DIRECTOR", "template"));
        maker.Block(Section.Signature, BlockKind.SignerName, 2, 1000, 700, ("Vũ Đình Mẫu", "Vũ Đình Mẫu", "template"));
        maker.Block(Section.Footnote, BlockKind.Footnote, 2, 160, 2100, ("1 Kèm theo danh mục.", "1 List attached.", "draft"));
        return maker.Finish();
    }

    /// <summary>Makes every page's picture: white, with a grey bar for each word.</summary>
    internal static async Task WritePicturesAsync(DocumentRecord document, string folder, CancellationToken cancellationToken)
    {
        foreach (Page page in document.Pages.Where(static page => page.Image is not null))
        {
            string path = Path.Combine(folder, page.Image!);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, Png(page), cancellationToken);
        }
    }

    /// <summary>The page as an 8-bit grey PNG file.</summary>
    internal static byte[] Png(Page page)
    {
        byte[] rows = new byte[page.Height * (page.Width + 1)];
        for (int y = 0; y < page.Height; y++)
        {
            rows.AsSpan(y * (page.Width + 1) + 1, page.Width).Fill(255);
        }

        foreach (PixelBox box in page.Words.Select(static word => word.Box))
        {
            for (int y = box.Y; y < Math.Min(box.Bottom, page.Height); y++)
            {
                rows.AsSpan(y * (page.Width + 1) + 1 + box.X, Math.Min(box.Width, page.Width - box.X)).Fill(140);
            }
        }

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(rows);
        }

        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, page.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), page.Height);
        head[8] = 8;
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", head);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(crc & 1));
            }
        }

        return ~crc;
    }

    private sealed class Maker
    {
        private readonly List<Block> blocks = [];
        private readonly Dictionary<int, List<Word>> words = new() { [1] = [], [2] = [] };
        private int segments;

        public void Block(Section section, BlockKind kind, int page, int x, int y, params (string Source, string Target, string Engine)[] sentences)
        {
            var made = new List<Segment>();
            foreach ((string source, string target, string engine) in sentences)
            {
                made.Add(Segment(page, x, y, source, target, engine));
                y += LineHeight;
            }

            Add(section, kind, page, made);
        }

        public void Table(int page, int x, int y, string[][] source, string[][] target)
        {
            var cells = new List<Segment>();
            for (int row = 0; row < source.Length; row++)
            {
                for (int column = 0; column < source[row].Length; column++)
                {
                    cells.Add(Segment(page, x + column * 500, y + row * LineHeight, source[row][column], target[row][column], "draft") with { Cell = new CellPlace(row, column) });
                }
            }

            Add(Section.Body, BlockKind.Table, page, cells);
        }

        public DocumentRecord Finish()
        {
            // "quyết" would be the engine's slip for "kiểm"; the change is logged, and one word stays in doubt.
            Word changed = words[1].First(static word => word.Source == "kiểm");
            Replace(changed, changed with { Ocr = "kiêm", Alternatives = [new Alternative("kiểm", 0.31)] });
            Word doubtful = words[1].First(static word => word.Source == "đủ");
            Replace(doubtful, doubtful with { Confidence = 0.41, Alternatives = [new Alternative("dù", 0.22), new Alternative("đù", 0.05)] });
            Segment subject = blocks.SelectMany(static block => block.Segments).First(segment => segment.WordIds.Contains(changed.Id));
            int at = blocks.FindIndex(block => block.Segments.Contains(subject));
            blocks[at] = blocks[at] with { Segments = [subject with { Ocr = "V/v kiêm tra kho thuốc" }] };

            return new DocumentRecord
            {
                Source = new SourceFile("thư mẫu.pdf", new string('a', 64), 123_456, 4),
                Pages = [Page(1) with { Marks = [new Mark(MarkKind.ReceiptStamp, new PixelBox(200, 1900, 300, 200), "red", null)] },
                    Page(2) with { Marks = [new Mark(MarkKind.Seal, new PixelBox(900, 480, 320, 320), "red", null), new Mark(MarkKind.QrCode, new PixelBox(160, 1700, 200, 200), "black", "https://example.invalid/417")] },
                    new Page { Number = 3, Status = PageStatus.Failed, Reason = "The page asked for more memory than a worker may use." },
                    new Page { Number = 4, Status = PageStatus.Blank, Image = "pages/0004.png", Width = Width, Height = Height, Dpi = 200 }],
                Blocks = blocks,
                Facts = Facts(),
                Corrections = [new Model.Correction(changed.Id, "kiêm", "kiểm", "context", 0.98)],
                Run = new RunRecord
                {
                    Version = "0.1.0",
                    StartedAt = "2024-05-01T08:00:00Z",
                    Options = new Dictionary<string, string> { ["model"] = "best", ["translator"] = "draft" },
                    Tools = [new Tool("tesseract", "5.3.0", "vie", new string('b', 64)), new Tool("poppler", "22.12.0")],
                    Warnings = ["The sandbox was not available; limits were still on."],
                },
            };
        }

        private DocumentFacts Facts() => new()
        {
            Number = "0417/SYT-NVY",
            Date = "2024-03-06",
            Place = "Sông Lam",
            ParentIssuer = "UBND TỈNH SÔNG LAM",
            Issuer = "SỞ Y TẾ",
            DocumentType = "công văn",
            Subject = "kiểm tra kho thuốc",
            Addressees = ["Trung tâm Y tế huyện Tân Hà"],
            Recipients = ["Như trên", "Lưu: VT"],
            Signer = new Signer("Vũ Đình Mẫu", null, ["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "KT"),
            Citations = [new Citation("12/KH-UBND", "2024-02-01", "UBND tỉnh", blocks.First(static block => block.Section == Section.Body).Segments[0].Id)],
            Uncertain = ["number"],
            Evidence = new Dictionary<string, IReadOnlyList<string>>
            {
                ["number"] = Ids(BlockKind.Number),
                ["date"] = Ids(BlockKind.PlaceDate),
                ["place"] = [.. Ids(BlockKind.PlaceDate).Take(2)],
                ["issuer"] = Ids(BlockKind.Issuer),
                ["parentIssuer"] = Ids(BlockKind.ParentIssuer),
                ["subject"] = Ids(BlockKind.Subject),
                ["addressees"] = Ids(BlockKind.Addressee),
                ["recipients"] = Ids(BlockKind.Recipients),
                ["signer.name"] = Ids(BlockKind.SignerName),
                ["signer.authority"] = Ids(BlockKind.Authority),
            },
        };

        private string[] Ids(BlockKind kind) => [.. blocks.First(block => block.Kind == kind).Segments.SelectMany(static segment => segment.WordIds)];

        private Segment Segment(int page, int x, int y, string source, string target, string engine)
        {
            var ids = new List<string>();
            foreach (string text in source.Split(' '))
            {
                int width = text.Length * LetterWidth;
                var word = new Word { Id = $"p{page}w{words[page].Count + 1}", Ocr = text, Source = text, Box = new PixelBox(x, y, width, LineHeight - 12), Confidence = 0.95 };
                words[page].Add(word);
                ids.Add(word.Id);
                x += width + LetterWidth;
            }

            return new Segment
            {
                Id = $"s{++segments}",
                WordIds = ids,
                Ocr = source,
                Source = source,
                Target = target,
                Engine = engine,
                Quality = engine == "template" ? 1 : 0.3,
                Links = [new Link(new TextSpan(0, source.Split(' ')[0].Length), new TextSpan(0, target.Split(' ')[0].Length))],
            };
        }

        private void Add(Section section, BlockKind kind, int page, List<Segment> made) => blocks.Add(new Block
        {
            Id = $"b{blocks.Count + 1}",
            Section = section,
            Kind = kind,
            Page = page,
            Box = PixelBox.Around(words[page].Where(word => made.Exists(segment => segment.WordIds.Contains(word.Id))).Select(static word => word.Box)),
            Level = kind == BlockKind.ListItem ? 1 : null,
            Segments = made,
        });

        private Page Page(int number) => new()
        {
            Number = number,
            Image = $"pages/{number:D4}.png",
            Width = Width,
            Height = Height,
            Dpi = 200,
            SkewDegrees = 0.4,
            Words = words[number],
        };

        private void Replace(Word old, Word now) => words[1][words[1].IndexOf(old)] = now;
    }
}
