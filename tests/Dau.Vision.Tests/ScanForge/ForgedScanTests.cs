using System.IO.Compression;
using System.Security.Cryptography;
using Dau.Model;
using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using OpenCvSharp;

namespace Dau.Vision.Tests.ScanForge;

/// <summary>Scans are the same each time, and the truth's boxes lie where the ink is.</summary>
public sealed class ForgedScanTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (string condition in Conditions.Names.Where(static n => n != Conditions.Digital))
            {
                cases.Add(condition, 0);
            }

            cases.Add("office", 90);
            cases.Add("fax", 180);
            cases.Add("clean", 270);
            return cases;
        }
    }

    public static TheoryData<string> AllConditions => [.. Conditions.Names];

    [Theory]
    [MemberData(nameof(AllConditions))]
    public void Same_call_makes_the_same_bytes(string condition)
    {
        ScanOptions options = new() { Condition = condition, Seed = 5 };
        ForgedDocument first = Forge.MakeDocument(OfficeLetters.PoliceRequest, options);
        ForgedDocument second = Forge.MakeDocument(OfficeLetters.PoliceRequest, options);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(first.Pdf)), Convert.ToHexString(SHA256.HashData(second.Pdf)));
        Assert.Equal(TruthFile.ToBytes(first.Truth), TruthFile.ToBytes(second.Truth));
    }

    [Fact]
    public void Another_seed_makes_another_scan()
    {
        ForgedDocument one = Forge.MakeDocument(OfficeLetters.PoliceRequest, new ScanOptions { Condition = "fax", Seed = 1 });
        ForgedDocument two = Forge.MakeDocument(OfficeLetters.PoliceRequest, new ScanOptions { Condition = "fax", Seed = 2 });
        Assert.NotEqual(one.Pdf, two.Pdf);
        Assert.Equal(one.Truth.Facts.Number, two.Truth.Facts.Number);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Boxes_lie_on_ink(string condition, int turn)
    {
        ForgedDocument made = Forge.MakeDocument(OfficeLetters.PoliceRequest, new ScanOptions { Condition = condition, Seed = 3, Turn = turn });
        Assert.Equal(made.Pages.Count, made.Truth.Pages.Count);
        using Mat grey = Grey(made.Pages[0]);
        TruthPage page = made.Truth.Pages[0];
        Assert.Equal((page.Width, page.Height), (grey.Cols, grey.Rows));
        bool sideways = turn is 90 or 270;
        int on = 0, beside = 0, counted = 0;
        foreach (TruthWord word in page.Words.Where(static w => w.Block is not null && !w.Handwritten && w.Text.Length > 2))
        {
            // Half a line further, the box must lie between lines: boxes that are merely near text would not notice.
            int step = (int)((sideways ? word.Box.Width : word.Box.Height) * 0.62) + 2;
            PixelBox moved = sideways ? word.Box with { X = word.Box.X + step } : word.Box with { Y = word.Box.Y + step };
            double here = Share(grey, word.Box), there = Share(grey, moved);
            counted++;
            on += here > 0.1 ? 1 : 0;
            beside += there < here * 0.75 ? 1 : 0;
        }

        Assert.True(counted > 100, $"{counted} words");
        bool hard = condition.EndsWith("-hard", StringComparison.Ordinal);
        Assert.True(on >= counted * (hard ? 0.95 : 0.985), $"{on} of {counted} boxes hold ink");
        Assert.True(beside >= counted * (hard ? 0.7 : 0.85), $"{beside} of {counted} boxes hold more ink than the place below them");
    }

    [Fact]
    public void Marks_are_where_their_colour_is()
    {
        ForgedDocument made = Forge.MakeDocument(OfficeLetters.InternalAffairs, new ScanOptions { Condition = "office", Seed = 3 });
        Assert.Equal([MarkKind.Handwriting, MarkKind.Handwriting, MarkKind.UrgencyStamp, MarkKind.Signature, MarkKind.Seal], made.Truth.Marks.Select(static m => m.Kind));
        using Mat second = Cv2.ImDecode(made.Pages[1].Data, ImreadModes.Color);
        TruthMark seal = made.Truth.Marks.Single(static m => m.Kind == MarkKind.Seal);
        using Mat part = new(second, new Rect(seal.Box.X, seal.Box.Y, seal.Box.Width, seal.Box.Height));
        Scalar mean = Cv2.Mean(part);
        Assert.True(mean.Val2 > mean.Val0 + 8, $"red {mean.Val2:0} against blue {mean.Val0:0}");
    }

    [Fact]
    public void Truth_survives_its_file()
    {
        Truth truth = Forge.MakeDocument(PartyLetters.Draft, new ScanOptions { Condition = "fax" }).Truth;
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, TruthFile.ToBytes(truth));
            Truth read = TruthFile.Read(path);
            Assert.Equal(TruthFile.ToBytes(truth), TruthFile.ToBytes(read));
            Assert.Null(read.Facts.Number);
            Assert.Null(read.Facts.Date);
            Assert.Equal("KHẨN", read.Facts.Urgency);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Share(Mat grey, PixelBox box)
    {
        Rect inside = new Rect(box.X, box.Y, box.Width, box.Height).Intersect(new Rect(0, 0, grey.Cols, grey.Rows));
        if (inside.Width <= 0 || inside.Height <= 0)
        {
            return 0;
        }

        // Against the paper around it: a photo's shadow is darker than print in the light.
        Rect wide = new Rect(inside.X - 12, inside.Y - 12, inside.Width + 24, inside.Height + 24).Intersect(new Rect(0, 0, grey.Cols, grey.Rows));
        using Mat around = new(grey, wide);
        Cv2.MinMaxLoc(around, out double _, out double paper);
        using Mat part = new(grey, inside);
        using Mat dark = new();
        Cv2.Threshold(part, dark, paper * 0.72, 255, ThresholdTypes.BinaryInv);
        return Cv2.CountNonZero(dark) / (double)(inside.Width * inside.Height);
    }

    private static Mat Grey(PdfImage image)
    {
        if (image.Filter == "DCTDecode")
        {
            return Cv2.ImDecode(image.Data, ImreadModes.Grayscale);
        }

        using ZLibStream zip = new(new MemoryStream(image.Data), CompressionMode.Decompress);
        using MemoryStream raw = new();
        zip.CopyTo(raw);
        byte[] bytes = raw.ToArray();
        int channels = image.ColourSpace == "DeviceRGB" ? 3 : 1;
        int stride = ((image.Width * channels * image.Bits) + 7) / 8;
        byte[] grey = new byte[image.Width * image.Height];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                grey[(y * image.Width) + x] = image.Bits == 1
                    ? (byte)((bytes[(y * stride) + (x / 8)] & (0x80 >> (x % 8))) != 0 ? 255 : 0)
                    : bytes[(y * stride) + (x * channels) + (channels == 3 ? 1 : 0)];
            }
        }

        return Mat.FromPixelData(image.Height, image.Width, MatType.CV_8UC1, grey).Clone();
    }
}
