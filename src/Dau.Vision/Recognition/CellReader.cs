using Dau.Vision.Cleaning;
using Dau.Vision.Interop;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>
/// Reads the cells of tables, stretched to full contrast, each as a block of text: a heading may have several lines. Short cells have too little in them for the engine
/// to judge the size of its letters by; where one reads badly, the row is read as one line, and the surer reading of a cell stays. Numbers are read a second time.
/// </summary>
internal sealed class CellReader(TesseractEngine engine, WorkPage page, PageView view)
{
    private const double Weak = 0.8;

    // Millimetres.
    private const double HighestLine = 6.3;
    private const double Gap = 5;
    private const double Edge = 1;

    private readonly double _millimetre = page.WorkDpi / 25.4;

    /// <summary>The words of each cell; the engine is left with another picture.</summary>
    public Dictionary<Zone, IReadOnlyList<EngineWord>> Read(IReadOnlyList<Zone> zones)
    {
        Zone[] cells = [.. zones.Where(static zone => zone.WiderBox is not null).Distinct()];
        if (cells.Length == 0)
        {
            return [];
        }

        using Mat stretched = Contrast.Stretch(page.Grey);
        engine.SetPicture(stretched, page.WorkDpi);
        Dictionary<Zone, IReadOnlyList<EngineWord>> read = cells.ToDictionary(static cell => cell, cell => WordFilter.Filter(engine.Read(cell.Box, cell.Mode), view));
        foreach (IGrouping<PixelBox, Zone> row in cells.Where(cell => cell.Box.Height <= HighestLine * _millimetre).GroupBy(static cell => cell.Row))
        {
            if (row.Count() > 1 && row.Any(cell => IsWeak(read[cell])))
            {
                ReadRow(stretched, [.. row], read);
            }
        }

        engine.SetPicture(page.Grey, page.WorkDpi);
        foreach (Zone cell in cells)
        {
            IReadOnlyList<EngineWord> words = CellNumber.Mend(read[cell], stretched);
            read[cell] = !NumberCheck.HasNumber(words) ? words
                : NumberCheck.Settle(words, CellNumber.Mend(WordFilter.Filter(engine.Read(cell.WiderBox!.Value, cell.Mode), view), stretched));
        }

        return read;
    }

    private static bool IsWeak(IReadOnlyList<EngineWord> words) => words.Count == 0 || words.Min(static word => word.Confidence) < Weak;

    /// <summary>Sets a row's cells side by side as they stand level, without the lines between them, and reads them as one line.</summary>
    private void ReadRow(Mat picture, Zone[] row, Dictionary<Zone, IReadOnlyList<EngineWord>> read)
    {
        (int gap, int edge) = ((int)(Gap * _millimetre), (int)(Edge * _millimetre));
        int top = row.Min(static cell => cell.Box.Y) - edge;
        using var strip = new Mat(row.Max(static cell => cell.Box.Bottom) + edge - top, row.Sum(cell => cell.Box.Width + gap) + gap, MatType.CV_8UC1, Scalar.White);
        var places = new List<(Zone Cell, int From, int Shift)>();
        int x = gap;
        foreach (Zone cell in row)
        {
            using Mat from = picture.SubMat(cell.Box.Y, cell.Box.Bottom, cell.Box.X, cell.Box.Right);
            using Mat to = strip.SubMat(new Rect(x, cell.Box.Y - top, from.Width, from.Height));
            from.CopyTo(to);
            places.Add((cell, x - (gap / 2), cell.Box.X - x));
            x += from.Width + gap;
        }

        engine.SetPicture(strip, page.WorkDpi);
        ILookup<Zone, EngineWord> line = engine.Read(new PixelBox(0, 0, strip.Width, strip.Height), SegmentationMode.SingleLine).ToLookup(
            word => places.FindLast(place => word.Box.CentreX >= place.From).Cell,
            word => word with { Box = word.Box with { X = word.Box.X + places.FindLast(place => word.Box.CentreX >= place.From).Shift, Y = word.Box.Y + top } });
        foreach (Zone cell in row.Where(cell => IsWeak(read[cell])))
        {
            List<EngineWord> other = [.. line[cell].Where(word => view.HasInk(word.Box))];
            if (WordFilter.SureLetters(other) > WordFilter.SureLetters(read[cell]))
            {
                read[cell] = NumberCheck.Settle(other, read[cell]);
            }
        }
    }
}
