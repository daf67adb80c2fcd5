using System.Globalization;
using Dau.Input;
using Dau.Recognition;
using Dau.Vision.Cleaning;
using Dau.Vision.Cleaning.Photo;
using Dau.Vision.Interop;
using Dau.Vision.Rasterising;
using Dau.Vision.Workers;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>Reads a page inside a worker: makes its picture, cleans it, reads its words. The engine is loaded when the first page needs it, and kept.</summary>
internal sealed class PageReader : IDisposable
{
    private const double ClearlyWorse = 1.3;

    /// <summary>Frames in black that are looked into, at most: a stamp is one of few, cells of tables are many.</summary>
    private const int MostStamps = 4;
    private TesseractEngine? _engine;

    /// <exception cref="MissingToolException">A program, library or model is not installed.</exception>
    public PageReading Read(ReadRequest request)
    {
        InputPage page = request.Page;
        WorkPage work;
        try
        {
            work = new WorkPage(Rasterise(request), page.Dpi);
        }
        catch (RasteriseException error)
        {
            return new PageReading(new Page { Number = page.Number, Dpi = page.Dpi, Status = PageStatus.Failed, Reason = error.Message }, default);
        }

        using (work)
        {
            work.Turn(page.RotationDegrees);
            Page read = request.Options.UseTextLayer && page.TextLayer is { } layer ? TextLayerPage.Make(page, layer, work) : Recognise(request, work);
            byte[] png = PngEncoder.Encode(work.Picture, work.Kind);
            return new PageReading(read, png, PreviewEncoder.Encode(work.Picture, png.Length));
        }
    }

    public void Dispose() => _engine?.Dispose();

    private static Mat Rasterise(ReadRequest request) => PageRasteriser.Rasterise(new PageSource
    {
        Path = request.Path,
        Format = request.Format,
        Page = request.Page,
        Password = request.Password,
        MaxPixels = request.MaxPixels,
        Timeout = request.Options.PageTimeout,
    });

    private Page Recognise(ReadRequest request, WorkPage work)
    {
        if (request.Options.Clean)
        {
            PageCleaning.Clean(work, (picture, dpi) => Readability(EngineFor(request), picture, dpi), request.Options.Without);
        }

        using PageView view = PageView.Make(work);
        foreach (Mark code in QrFinder.Find(work, view))
        {
            work.AddMark(code);
        }

        int? gutter = request.Options.Takes(CleaningStep.FacingPages) ? FacingFinder.Find(view) : null;
        if (gutter is not null)
        {
            work.Report("facing pages read one after the other");
        }

        Reading reading = ReadWords(request, work, view, gutter);
        foreach (Mark stamp in work.Kind is PictureKind.Colour ? [] : BlackStampFinder.Find(view, work.Frame, reading.Words, work.Marks))
        {
            work.AddMark(stamp);
        }

        if (reading.Dropped > 0)
        {
            work.Report(string.Create(CultureInfo.InvariantCulture, $"{reading.Dropped} readings of specks, strokes of a pen and empty paper dropped"));
        }

        IReadOnlyList<Word> words = reading.Words;
        if (reading.Doubt.Warning is { } warning)
        {
            work.Warn(warning);
            words = [.. words.Select(static word => word with { Confidence = Math.Min(word.Confidence, PageDoubt.MostConfidence) })];
        }

        return new Page
        {
            Number = request.Page.Number,
            Width = work.Picture.Width,
            Height = work.Picture.Height,
            Dpi = work.Dpi,
            RotationDegrees = work.RotationDegrees,
            SkewDegrees = work.Frame.SkewDegrees,
            Status = words.Count == 0 ? PageStatus.Blank : PageStatus.Read,
            Reason = work.Warning,
            Words = words,
            Marks = work.Marks,
            Rules = RuleFinder.Find(view, work.Frame),
            FacingAt = gutter is { } x ? work.Frame.ToLayout(view.ToWork(new Rect(x, 0, 1, view.Text.Height))).X : null,
            Cleaning = work.Steps,
        };
    }

    /// <summary>Reads the page; a photo that reads badly is read once more in a smoother rendering. That reading stays unless it is clearly worse: it is truer also where it is no surer.</summary>
    private Reading ReadWords(ReadRequest request, WorkPage work, PageView view, int? gutter)
    {
        Mark[] found = [.. work.Marks];
        Reading first = ReadZones(request, work, view, gutter);
        if (first.Doubt.Warning is null || !SheetFlattener.Soften(work))
        {
            return first;
        }

        Mark[] seen = [.. work.Marks];
        work.SetMarks(found);
        using PageView soft = PageView.Make(work);
        Reading second = ReadZones(request, work, soft, gutter);
        second = second with { Doubt = second.Doubt with { IsSecond = true } };
        if (second.Doubt.Weak <= ClearlyWorse * first.Doubt.Weak)
        {
            work.Report("read again from a smoother rendering");
            return second;
        }

        work.SetMarks(seen);
        return first;
    }

    /// <summary>Reads zone by zone.</summary>
    private Reading ReadZones(ReadRequest request, WorkPage work, PageView view, int? gutter)
    {
        if (!view.HasText(new PixelBox(0, 0, work.Grey.Width, work.Grey.Height)))
        {
            return new Reading([], default, 0);
        }

        TesseractEngine engine = EngineFor(request);
        IReadOnlyList<Zone> zones = FacingFinder.Zones(view, work.Grey.Size(), request.Page.Number, gutter);
        Dictionary<Zone, IReadOnlyList<EngineWord>> cells = new CellReader(engine, work, view).Read(zones);
        engine.SetPicture(work.Grey, work.WorkDpi);
        var look = new SecondLook(engine);
        var words = new List<(Word Word, PixelBox Box)>();
        int lines = 0;
        int dropped = 0;
        foreach (Zone zone in zones)
        {
            bool shown = true;
            IReadOnlyList<EngineWord> all = cells.ContainsKey(zone) ? [] : engine.Read(zone.Box, zone.Mode);
            IReadOnlyList<EngineWord> read = cells.GetValueOrDefault(zone) ?? WordFilter.Filter(all, view);
            dropped += Math.Max(0, all.Count - read.Count);
            if (zone.OtherMode is { } mode)
            {
                IReadOnlyList<EngineWord> other = WordFilter.Filter(engine.Read(zone.Box, mode), view);
                read = WordFilter.SureLetters(other) > WordFilter.SureLetters(read) ? other : read;
            }

            if (FindSeal(work, zone) is { } seal)
            {
                read = new SignerReader(engine, work).Improve(read, seal, zone.Box);
                shown = false;
            }
            else if (SecondLook.Suits(work) && !cells.ContainsKey(zone))
            {
                read = look.Improve(read);
            }

            read = request.Options.Takes(CleaningStep.Glyphs) ? NumeralStrokes.Mend(RaisedDigits.Mend(read, work), work) : read;

            read = LeaderWords.Insert(read, work.Leaders.Where(leader => zone.Holds(leader.CentreX, leader.CentreY)));
            words.AddRange(read.Select(word => (ToWord(word, work.Frame, lines), word.Box)));
            lines += read.Count == 0 ? 0 : read[^1].Line + 1;
            if (!shown)
            {
                engine.SetPicture(work.Grey, work.WorkDpi);
            }
        }

        bool isColour = work.Kind is PictureKind.Colour;
        PixelBox[] stamps = isColour ? [.. work.Marks.Where(static mark => mark is { Kind: MarkKind.UrgencyStamp, Colour: "red" }).Select(static mark => mark.Box)]
            : [.. BlackStampFinder.Frames(view, work.Frame).Where(stamp => stamp.CentreY < work.Picture.Height / 2.0).Take(MostStamps)];
        foreach (PixelBox stamp in stamps)
        {
            // A stamp that stands askew is taken for a picture, or its frame is read with it.
            bool isRead = words.Exists(word => word.Word.Ocr.Count(char.IsLetter) > 1 && word.Word.Confidence >= StampReader.Sure && !stamp.Intersect(word.Word.Box).IsEmpty);
            IReadOnlyList<EngineWord> read = isRead ? [] : new StampReader(engine, work).Read(stamp);
            if (read.Count == 0 || (!isColour && BlackStampFinder.KindOf(read.Select(static word => word.Text)) is not MarkKind.UrgencyStamp))
            {
                continue;
            }

            dropped += words.RemoveAll(word => word.Word.Confidence < StampReader.Sure && 2 * stamp.Intersect(word.Word.Box).Area > word.Word.Box.Area);
            words.AddRange(read.Select(word => (ToWord(word, work.Frame, lines), word.Box)));
            lines++;
        }

        NameStamps.Check(work, words);
        if (request.Options.Takes(CleaningStep.Pen))
        {
            dropped += PenMarks.Apply(work, view, words, zones.Where(static zone => zone.IsSigner).Select(static zone => (PixelBox?)zone.Box).FirstOrDefault());
        }

        IReadOnlyList<Word> numbered = [.. words.Select((word, i) => word.Word with { Id = string.Create(CultureInfo.InvariantCulture, $"p{request.Page.Number}w{i + 1}") })];
        return new Reading(numbered, PageDoubt.Of(numbered, UnreadInk.Share(view, [.. words.Select(static word => word.Box)], work.Marks, work.Frame), dropped), dropped);
    }

    /// <summary>The seal of a zone, in work pixels: a red one that cleaning found, else a black one where the signer stands.</summary>
    private static Seal? FindSeal(WorkPage work, Zone zone)
    {
        foreach (Seal seal in work.Seals)
        {
            if (zone.Holds(seal.X, seal.Y))
            {
                return seal;
            }
        }

        if (!zone.IsSigner || BlackSealFinder.Find(work.Grey, work.WorkDpi, zone.Box) is not [Seal black, ..])
        {
            return null;
        }

        int reach = (int)Math.Ceiling(black.Radius);
        PixelBox box = work.Frame.ToPicture(PixelBox.FromEdges(Math.Max(0, (int)black.X - reach), Math.Max(0, (int)black.Y - reach), (int)black.X + reach, (int)black.Y + reach));
        work.AddMark(new Mark(MarkKind.Seal, box, "black", null));
        return black;
    }

    private static double Readability(TesseractEngine engine, Mat picture, int dpi)
    {
        engine.SetPicture(picture, dpi);
        return engine.Read(new PixelBox(0, 0, picture.Width, picture.Height), SegmentationMode.SingleBlock)
            .Where(static word => word.Confidence > 0.5)
            .Sum(static word => word.Confidence * word.Text.Count(char.IsLetterOrDigit));
    }

    private TesseractEngine EngineFor(ReadRequest request)
    {
        ModelFile model = ModelStore.Find(request.Options.Model, request.ModelFolders);
        if (_engine?.Model != model)
        {
            _engine?.Dispose();
            _engine = null;
            _engine = TesseractEngine.Load(model);
        }

        return _engine;
    }

    private static Word ToWord(EngineWord word, PageFrame frame, int firstLine) => new()
    {
        Id = "",
        Ocr = word.Text,
        Source = word.Text,
        Box = frame.ToPicture(word.Box),
        Layout = frame.ToLayout(word.Box),
        Confidence = word.Confidence,
        Recovered = word.Recovered,
        Shape = word.Shape,
        Line = firstLine + word.Line,
        Symbols = word.Symbols,
        Alternatives = [.. new[] { word.Other }.OfType<Alternative>(), .. WordAlternatives.Build(word.Text, word.Symbols).Where(other => other.Text != word.Other?.Text)],
    };

    /// <summary>What was read off a page.</summary>
    /// <param name="Words">The words.</param>
    /// <param name="Doubt">How well they were read.</param>
    /// <param name="Dropped">Readings that no print explains.</param>
    private readonly record struct Reading(IReadOnlyList<Word> Words, PageDoubt Doubt, int Dropped);
}
