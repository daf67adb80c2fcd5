using Dau.Vision.Cleaning;
using Dau.Vision.Cleaning.Photo;
using Dau.Vision.Interop;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Reads the lines above and below a seal again, each by itself and in several renderings: print alone (red and blue ink vanish), red ink alone (names and titles
/// are stamped in red), and what is left when seal and strokes of the pen are taken away. Of each line, the surest reading is kept.
/// </summary>
internal sealed class SignerReader(TesseractEngine engine, WorkPage page)
{
    private const double Sure = 0.8;
    private const double LeastConfidence = 0.6;
    private const double LeastShare = 0.65;
    private const double TwoLines = 6.4;
    private const double Disputed = 0.6;
    private const double Worthless = 0.3;
    private const int Coarse = 180;
    private readonly double _millimetre = page.WorkDpi / 25.4;

    private bool IsCoarse => page.WorkDpi < Coarse;

    /// <summary>The words with those around a seal replaced where another rendering was read with more confidence.</summary>
    /// <param name="words">Read so far in a zone, in work pixels; their lines are numbered from 0.</param>
    /// <param name="seal">In work pixels.</param>
    /// <param name="zone">Where the words were read.</param>
    public IReadOnlyList<EngineWord> Improve(IReadOnlyList<EngineWord> words, Seal seal, PixelBox zone)
    {
        Rect part = Around(seal).Intersect(new Rect(zone.X, zone.Y, zone.Width, zone.Height));
        if (part.Width < 20 * _millimetre || part.Height < 20 * _millimetre)
        {
            return words;
        }

        var lines = new List<SignerLine>();
        (Mat Layer, SealRing Ring)? black = null;
        bool signed = MarkBlueSignature(part, seal);
        foreach (Mat layer in SignerLayers.Make(page, part))
        {
            using (layer)
            {
                using Mat ink = layer.Threshold(150, 255, ThresholdTypes.BinaryInv);
                SealRing ring = SealRing.Trace(ink, seal with { X = seal.X - part.X, Y = seal.Y - part.Y }, _millimetre);
                if (!signed && SignatureFinder.Find(layer, ring, _millimetre) is { } stroke)
                {
                    signed = true;
                    page.AddMark(new Mark(MarkKind.Signature, page.Frame.ToPicture(PixelBox.FromEdges(stroke.Left + part.X, stroke.Top + part.Y, stroke.Right + part.X, stroke.Bottom + part.Y)), "black", null));
                }

                black ??= page.Kind is PictureKind.Colour ? null : (layer.Clone(), ring);
                List<Rect> bands = [.. SignerBands.Find(layer, ring, _millimetre).Where(band => !IsRead(words, band, part))];
                // Letters that the ring runs through are read with it and without it: taken away, it leaves gaps in them.
                using Mat ringless = layer.Clone();
                RingEraser.Erase(ringless, ring, _millimetre);
                // On a coarse picture what is left of letters is ragged.
                using Mat? healed = IsCoarse ? LinePicture.Heal(ringless) : null;
                foreach (Rect band in bands)
                {
                    lines.AddRange(ReadBand(!ring.Meets(band) ? [ringless] : healed is not null ? [ringless, healed, layer] : [ringless, layer], band, part));
                }
            }
        }

        IReadOnlyList<EngineWord> merged = Merge(words, lines);
        if (black is { } place)
        {
            using (place.Layer)
            {
                merged = [.. SealedNames.Read([.. merged.Select(word => Moved(word, -part.X, -part.Y))], place.Layer, place.Ring, page.WorkDpi).Select(word => Moved(word, part.X, part.Y))];
            }
        }

        return [.. merged.Select(word => word with { Recovered = IsUnder(seal, word.Box) })];
    }

    private static EngineWord Moved(EngineWord word, int x, int y) => word with { Box = word.Box with { X = word.Box.X + x, Y = word.Box.Y + y } };

    private static bool IsUnder(Seal seal, PixelBox word)
    {
        double x = seal.X - Math.Clamp(seal.X, word.X, word.Right);
        double y = seal.Y - Math.Clamp(seal.Y, word.Y, word.Bottom);
        return (x * x) + (y * y) < seal.Radius * seal.Radius;
    }

    /// <summary>Notes a signature in blue ink.</summary>
    private bool MarkBlueSignature(Rect part, Seal seal)
    {
        if (page.Kind is not PictureKind.Colour)
        {
            return false;
        }

        using Mat blue = SignerLayers.Blue(page, part);
        if (SignatureFinder.FindBlue(blue, new Point(seal.X - part.X, seal.Y - part.Y), _millimetre) is not { } ink)
        {
            return false;
        }

        page.AddMark(new Mark(MarkKind.Signature, page.Frame.ToPicture(PixelBox.FromEdges(ink.Left + part.X, ink.Top + part.Y, ink.Right + part.X, ink.Bottom + part.Y)), "blue", null));
        return true;
    }

    /// <summary>Readings of a band, until one is sure.</summary>
    private List<SignerLine> ReadBand(IReadOnlyList<Mat> layers, Rect band, Rect part)
    {
        var lines = new List<SignerLine>();
        foreach ((Mat layer, Rect piece) in layers.SelectMany(layer => Split(band).Select(piece => (layer, piece))))
        {
            if (ReadLine(layer, piece, part) is { } line)
            {
                lines.Add(line);
                if (piece == band && band.Height < TwoLines * _millimetre && line.IsSureOf(band))
                {
                    break;
                }
            }
        }

        return lines;
    }

    /// <summary>A stamp that was set too near to the line above makes one band of two lines.</summary>
    private IEnumerable<Rect> Split(Rect band)
    {
        if (band.Height < TwoLines * _millimetre)
        {
            return [band];
        }

        int part = (int)(0.56 * band.Height);
        return [band, band with { Height = part }, band with { Y = band.Bottom - part, Height = part }];
    }

    /// <summary>From a line's height above the seal to below the name; the signer's lines are centred a little right of the seal.</summary>
    private Rect Around(Seal seal)
    {
        int left = (int)(seal.X - (1.4 * seal.Radius));
        int top = (int)(seal.Y - seal.Radius - (17 * _millimetre));
        var box = new Rect(left, top, (int)(seal.X + seal.Radius + (62 * _millimetre)) - left, (int)(seal.Y + seal.Radius + (17 * _millimetre)) - top);
        return box.Intersect(new Rect(0, 0, page.Grey.Width, page.Grey.Height));
    }

    /// <summary>Whether nearly all of a band has been read with some confidence.</summary>
    private static bool IsRead(IReadOnlyList<EngineWord> words, Rect band, Rect part)
    {
        (int left, int right, int middle) = (band.Left + part.X, band.Right + part.X, band.Top + part.Y + (band.Height / 2));
        double read = words
            .Where(word => word.Box.Y < middle && word.Box.Bottom > middle && word.Confidence >= Sure)
            .Sum(word => Math.Max(0, Math.Min(right, word.Box.Right) - Math.Max(left, word.Box.X)));
        return read > 0.8 * (right - left);
    }

    private SignerLine? ReadLine(Mat layer, Rect band, Rect part)
    {
        int margin = band.Height / 3;
        Rect box = new Rect(band.X - band.Height, band.Y - margin, band.Width + (2 * band.Height), band.Height + (2 * margin)).Intersect(new Rect(0, 0, layer.Width, layer.Height));
        using Mat cut = layer.SubMat(box);
        using Mat line = LinePicture.Clean(cut, band.Top - box.Top, band.Bottom - box.Top, _millimetre);
        const int Border = 12;
        int scale = IsCoarse ? 2 : 1;
        Cv2.Resize(line, line, new Size(line.Width * scale, line.Height * scale), 0, 0, InterpolationFlags.Cubic);
        Cv2.CopyMakeBorder(line, line, Border, Border, Border, Border, BorderTypes.Constant, Scalar.White);
        engine.SetPicture(line, page.WorkDpi * scale);
        IReadOnlyList<EngineWord> read = engine.Read(new PixelBox(0, 0, line.Width, line.Height), SegmentationMode.SingleBlock);
        List<EngineWord> words = [.. read.Where(static word => word.Text.Any(char.IsLetter))];
        if (words.Count == 0)
        {
            return null;
        }

        // What stands higher or lower than the line is a piece of the seal's lettering.
        double middle = words.Select(static word => word.Box.Y + (word.Box.Height / 2.0)).Order().ElementAt(words.Count / 2);
        int usual = words.Select(static word => word.Box.Height).Order().ElementAt(words.Count / 2);
        words.RemoveAll(word => Math.Abs(word.Box.Y + (word.Box.Height / 2.0) - middle) > 0.45 * usual || word.Box.Height > 2 * usual);
        List<EngineWord> sure = [.. words.Where(static word => word.Confidence >= LeastConfidence)];
        int letters = Letters(sure);
        if (letters < 4 || letters < LeastShare * Letters(words))
        {
            return null;
        }

        // What the ring left of a word in front of the name is worth keeping, in doubt as it is.
        int first = words.IndexOf(sure[0]);
        if (first > 0 && words[first - 1] is var half && half.Text.Count(char.IsLetter) is >= 2 and var count && count > half.Text.Length / 2 && sure[0].Box.X - half.Box.Right < usual)
        {
            sure.Insert(0, half);
        }

        return new SignerLine([.. sure.Select(word => word with { Box = InPage(word.Box) })]);

        PixelBox InPage(PixelBox place) => PixelBox.FromEdges(
            ((place.X - Border) / scale) + box.X + part.X, ((place.Y - Border) / scale) + box.Y + part.Y,
            ((place.Right - Border) / scale) + box.X + part.X, ((place.Bottom - Border) / scale) + box.Y + part.Y);
    }

    private static int Letters(List<EngineWord> words) => words.Sum(static word => word.Text.Count(char.IsLetter));

    private static IReadOnlyList<EngineWord> Merge(IReadOnlyList<EngineWord> words, List<SignerLine> lines)
    {
        List<EngineWord> merged = [.. words];
        foreach (SignerLine line in lines.OrderByDescending(static line => line.Score))
        {
            List<EngineWord> rivals = [.. merged.Where(word => line.Words.Any(mine => Overlap(mine.Box, word.Box) > 0.3))];
            if (line.Score <= new SignerLine(rivals).Score)
            {
                continue;
            }

            // A rival line that reaches further keeps the rest of its words; the new ones join it.
            int? joined = rivals.Count > 0 ? rivals[0].Line : null;
            merged.RemoveAll(rivals.Contains);
            int number = joined ?? (merged.Count == 0 ? 0 : merged.Max(static word => word.Line) + 1);
            merged.AddRange(line.Words.Select(word => Vote(word, lines) with { Line = number }));
        }

        // Lines in the order of their places, words from left to right.
        return [.. merged
            .GroupBy(static word => word.Line)
            .OrderBy(static line => line.Average(static word => word.Box.Y + (word.Box.Height / 2.0)))
            .SelectMany(static (line, i) => line.OrderBy(static word => word.Box.X).Select(word => word with { Line = i }))];
    }

    /// <summary>A word as the surest of all readings has it; where they differ, it is in doubt.</summary>
    private static EngineWord Vote(EngineWord word, List<SignerLine> lines)
    {
        List<EngineWord> votes = [.. lines.SelectMany(static line => line.Words).Where(other => Overlap(other.Box, word.Box) > 0.6).OrderByDescending(static other => (other.Confidence - Worthless) * other.Text.Count(char.IsLetter))];
        EngineWord best = votes.Count == 0 ? word : votes[0] with { Line = word.Line };
        return votes.TrueForAll(other => other.Text == best.Text) ? best : best with { Confidence = Math.Min(best.Confidence, Disputed) };
    }

    /// <summary>Shared area over the smaller box.</summary>
    private static double Overlap(PixelBox a, PixelBox b)
    {
        int width = Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X);
        int height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y);
        return width <= 0 || height <= 0 ? 0 : width * (double)height / Math.Max(1, Math.Min(a.Width * (double)a.Height, b.Width * (double)b.Height));
    }

    /// <summary>One reading of a line.</summary>
    private sealed record SignerLine(IReadOnlyList<EngineWord> Words)
    {
        /// <summary>Whether every word was read with confidence and nothing of the band is left.</summary>
        public bool IsSureOf(Rect band) =>
            Words.All(static word => word.Confidence >= 0.85) && Words.Max(static word => word.Box.Right) - Words.Min(static word => word.Box.X) > 0.8 * (band.Width - band.Height);

        /// <summary>Letters that can be relied on; one alone may be half a word, or a speck.</summary>
        public double Score => Words.Where(static word => word.Text.Count(char.IsLetter) > 1).Sum(static word => Math.Max(0, word.Confidence - Worthless) * word.Text.Count(char.IsLetter));
    }
}
