using Dau.Vision.Cleaning.Photo;
using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>A page while it is cleaned: the picture that will be stored, the grey one that the engine will be shown, and how they lie to each other.</summary>
internal sealed class WorkPage : IDisposable
{
    /// <summary>Resolution of the <see cref="Ink"/>.</summary>
    public const int InkDpi = 150;

    private readonly List<string> _steps = [];
    private readonly List<Mark> _marks = [];
    private readonly List<string> _warnings = [];
    private readonly List<Seal> _seals = [];
    private readonly List<(PixelBox First, PixelBox Last)> _leaders = [];
    private (Size Of, PageInk Ink)? _ink;

    /// <param name="picture">As it was rasterised; taken over.</param>
    /// <param name="dpi">Its resolution.</param>
    public WorkPage(Mat picture, int dpi)
    {
        (Picture, Dpi) = (picture, dpi);
        Kind = PictureKinds.Detect(picture);
        Grey = ToGrey(picture);
        Frame = PageFrame.Plain(picture.Size());
    }

    /// <summary>The picture that is stored: only turned, by quarters. 8 bits, one or three channels.</summary>
    public Mat Picture { get; private set; }

    /// <summary>What the engine is shown, 8 bits, black on white.</summary>
    public Mat Grey { get; private set; }

    public PictureKind Kind { get; }

    /// <summary>Resolution of <see cref="Picture"/>; on a photo that of the sheet, once it is found.</summary>
    public int Dpi { get; private set; }

    /// <summary>Resolution of <see cref="Grey"/>.</summary>
    public int WorkDpi => (int)Math.Round(Dpi * Frame.Zoom * Frame.Scale);

    public PageFrame Frame { get; private set; }

    /// <summary>Where the sheet lies on <see cref="Picture"/>; null for a scan, which is all sheet.</summary>
    public Sheet? Sheet { get; private set; }

    /// <summary>What a reader should know about how the page was read; null where there is nothing to say.</summary>
    public string? Warning => _warnings.Count == 0 ? null : string.Join(' ', _warnings);

    /// <summary>How far the picture was turned clockwise: 0, 90, 180 or 270 degrees.</summary>
    public int RotationDegrees { get; private set; }

    /// <summary>What was done, a step each.</summary>
    public IReadOnlyList<string> Steps => _steps;

    /// <summary>What was seen besides text, on the picture as it stands upright.</summary>
    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>A flattened photo in colour, evenly lit, as it lies in the work frame; null for a scan.</summary>
    public Mat? FlatColour { get; private set; }

    /// <summary>A flattened photo before it is sharpened, as it lies in the work frame; null for a scan.</summary>
    public Mat? Flat { get; private set; }

    /// <summary>Round seals in work pixels.</summary>
    public IEnumerable<Seal> Seals => FlatColour is not null ? _seals : _seals.Select(seal =>
    {
        (double x, double y) = Frame.ToWork(seal.X, seal.Y);
        return seal with { X = x, Y = y, Radius = seal.Radius * Frame.Scale };
    });

    /// <summary>Rows of dots that were taken out, in work pixels.</summary>
    public IEnumerable<PixelBox> Leaders => _leaders.Select(leader => Frame.ToWork(leader.First).Union(Frame.ToWork(leader.Last)));

    /// <summary>Notes a row of dots that was taken out by its first and last dot, in pixels of <see cref="Picture"/>.</summary>
    public void AddLeader(PixelBox first, PixelBox last) => _leaders.Add((first, last));

    /// <summary>Notes a seal: of a scan in pixels of <see cref="Picture"/> as it stands upright, of a photo in those of <see cref="FlatColour"/>.</summary>
    public void AddSeal(Seal seal) => _seals.Add(seal);

    /// <summary>Keeps a photo's flat colours; taken over.</summary>
    public void KeepColour(Mat flat) => FlatColour = flat;

    /// <summary>Keeps what a photo was before it was sharpened; taken over.</summary>
    public void KeepFlat(Mat flat) => Flat = flat;

    public void AddMark(Mark mark) => _marks.Add(mark);

    /// <summary>Puts other marks in the place of those that were noted.</summary>
    public void SetMarks(IEnumerable<Mark> marks)
    {
        Mark[] all = [.. marks];
        _marks.Clear();
        _marks.AddRange(all);
    }

    /// <summary>Drops marks that turned out to be something else.</summary>
    public void DropMarks(Predicate<Mark> wrong) => _marks.RemoveAll(wrong);

    public void Report(string step) => _steps.Add(step);

    public void Warn(string warning) => _warnings.Add(warning);

    /// <summary>The page is a photo, and this is where the paper lies on it.</summary>
    public void LieOn(Sheet sheet)
    {
        Sheet = sheet;
        if (sheet.Certainty > 0)
        {
            Dpi = Math.Max(1, (int)Math.Round(sheet.Dpi));
        }
    }

    /// <summary>Turns picture and work alike; before any other geometry.</summary>
    public void Turn(int degrees)
    {
        if (degrees == 0)
        {
            return;
        }

        Sheet = Sheet?.Turned(degrees, Picture.Size());
        RotateFlags flag = degrees switch { 90 => RotateFlags.Rotate90Clockwise, 180 => RotateFlags.Rotate180, _ => RotateFlags.Rotate90Counterclockwise };
        var picture = new Mat();
        Cv2.Rotate(Picture, picture, flag);
        if (ReferenceEquals(Picture, Grey))
        {
            Picture.Dispose();
            (Picture, Grey) = (picture, picture);
        }
        else
        {
            var grey = new Mat();
            Cv2.Rotate(Grey, grey, flag);
            Picture.Dispose();
            Grey.Dispose();
            (Picture, Grey) = (picture, grey);
        }

        _ink?.Ink.Dispose();
        _ink = null;
        RotationDegrees = (RotationDegrees + degrees) % 360;
        Frame = PageFrame.Plain(picture.Size());
    }

    /// <summary>
    /// The ink at about 150 dpi, on which the page's geometry is judged. Seals and specks that were taken out since, and light that was evened, leave the geometry as it
    /// was: it is made again only after a turn or a change of size. Not the caller's to dispose.
    /// </summary>
    public PageInk Ink()
    {
        if (_ink is not { } known || known.Of != Grey.Size())
        {
            _ink?.Ink.Dispose();
            Mat mask = InkMask.Make(Grey, Dpi, InkDpi, out double factor);
            _ink = (Grey.Size(), new PageInk(mask, factor));
        }

        return _ink.Value.Ink;
    }

    /// <summary>Replaces what the engine is shown; the new picture is taken over.</summary>
    public void ReplaceGrey(Mat grey, PageFrame? frame = null)
    {
        if (!ReferenceEquals(Picture, Grey))
        {
            Grey.Dispose();
        }

        (Grey, Frame) = (grey, frame ?? Frame);
    }

    public void Dispose()
    {
        Picture.Dispose();
        Grey.Dispose();
        FlatColour?.Dispose();
        Flat?.Dispose();
        _ink?.Ink.Dispose();
    }

    private static Mat ToGrey(Mat picture)
    {
        if (picture.Channels() == 1)
        {
            return picture;
        }

        var grey = new Mat();
        Cv2.CvtColor(picture, grey, ColorConversionCodes.BGR2GRAY);
        return grey;
    }
}
