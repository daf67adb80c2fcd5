using System.Collections.Frozen;
using System.Globalization;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>The letters of a type face as pictures, to draw words with that are compared with a scan. Decree 30/2020 (Appendix I) asks for Times New Roman; its widths are these.</summary>
internal sealed class GlyphFont
{
    private const double Size = 48;
    private const int Baseline = 58;
    private const double Space = 12;
    private const int Margin = 4;
    private readonly Mat _sheet;
    private readonly FrozenDictionary<char, Glyph> _glyphs;

    private GlyphFont(string name)
    {
        using Mat png = Cv2.ImDecode(Resource(name + ".png"), ImreadModes.Grayscale);
        _sheet = new Mat();
        Cv2.BitwiseNot(png, _sheet);
        _glyphs = System.Text.Encoding.UTF8.GetString(Resource(name + ".tsv")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static row => row.Split('\t'))
            .ToFrozenDictionary(static cells => cells[0][0], static cells => new Glyph(Whole(cells[1]), Whole(cells[2]), Whole(cells[3]), double.Parse(cells[4], CultureInfo.InvariantCulture)));
    }

    /// <summary>What signers' names are printed in: bold, seldom upright.</summary>
    public static IReadOnlyList<GlyphFont> All { get; } = [new GlyphFont("bold"), new GlyphFont("regular")];

    /// <summary>Whether all letters of a text are there.</summary>
    public bool Has(string text) => text.All(letter => letter == ' ' || _glyphs.ContainsKey(letter));

    /// <summary>The letters at a type size.</summary>
    /// <param name="size">px.</param>
    public SizedFont At(double size) => new(this, size / Size);

    /// <summary>Advance at a type size of 48.</summary>
    internal double Advance(char letter) => letter == ' ' ? Space : _glyphs[letter].Advance;

    /// <summary>A letter's inked pixels from its origin on the baseline.</summary>
    /// <param name="letter">Not a space.</param>
    /// <param name="factor">Pixels for one of the sheet.</param>
    /// <param name="shift">By how many pixels of the sheet it is moved to the right.</param>
    internal InkPoint[] Points(char letter, double factor, int shift)
    {
        const float Least = 0.02f;
        Glyph glyph = _glyphs[letter];
        // The origin falls on a whole pixel of the small picture.
        int origin = (int)Math.Ceiling((glyph.Origin + Margin) * factor);
        int rows = (int)Math.Ceiling(Baseline * factor) + Margin;
        using Mat canvas = Mat.Zeros(new Size(glyph.Width + (4 * Margin), _sheet.Height + (2 * Margin)), MatType.CV_8UC1);
        (int left, int top) = ((int)Math.Round((origin / factor) - glyph.Origin) + shift, (int)Math.Round((rows / factor) - Baseline));
        using (Mat target = canvas.SubMat(new Rect(left, top, glyph.Width, _sheet.Height).Intersect(new Rect(0, 0, canvas.Width, canvas.Height))))
        using (Mat own = _sheet.SubMat(0, target.Height, glyph.X, glyph.X + target.Width))
        {
            own.CopyTo(target);
        }

        using var ink = new Mat();
        Cv2.Resize(canvas, canvas, default, factor, factor, InterpolationFlags.Area);
        canvas.ConvertTo(ink, MatType.CV_32FC1, 1 / 255.0);
        Cv2.GaussianBlur(ink, ink, default, ShapePage.Softness);
        ink.GetArray(out float[] values);
        return [.. values.Index().Where(static pixel => pixel.Item > Least).Select(pixel => new InkPoint((pixel.Index % ink.Width) - origin, (pixel.Index / ink.Width) - rows, pixel.Item))];
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(GlyphFont).Assembly.GetManifestResourceStream($"Dau.Vision.Recognition.Glyphs.{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private readonly record struct Glyph(int X, int Width, int Origin, double Advance);
}

/// <summary>A font at one size; each letter is drawn once.</summary>
internal sealed class SizedFont(GlyphFont font, double factor)
{
    private readonly Dictionary<(char, int), InkPoint[]> _letters = [];
    private readonly Dictionary<string, DrawnWord> _words = new(StringComparer.Ordinal);

    /// <summary>A text as a scan would show it.</summary>
    /// <param name="text">In letters that the font has, NFC.</param>
    public DrawnWord Draw(string text) => _words.TryGetValue(text, out DrawnWord? word) ? word : _words[text] = Make(text);

    private DrawnWord Make(string text)
    {
        List<InkPoint> points = [];
        double x = 0;
        foreach (char letter in text)
        {
            if (letter != ' ')
            {
                int whole = (int)Math.Floor(x * factor);
                int shift = (int)Math.Round(x - (whole / factor));
                if (!_letters.TryGetValue((letter, shift), out InkPoint[]? own))
                {
                    _letters[(letter, shift)] = own = font.Points(letter, factor, shift);
                }

                points.AddRange(own.Select(point => point with { X = point.X + whole }));
            }

            x += font.Advance(letter);
        }

        return new DrawnWord(text, [.. points], x * factor);
    }
}

/// <summary>An inked pixel.</summary>
/// <param name="X">px from the origin of a word.</param>
/// <param name="Y">px below the baseline.</param>
/// <param name="Ink">0 to 1.</param>
internal readonly record struct InkPoint(int X, int Y, float Ink);

/// <summary>A word drawn to be compared with a scan.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Points">Its inked pixels.</param>
/// <param name="Advance">Its width with the bearings, px.</param>
internal sealed record DrawnWord(string Text, InkPoint[] Points, double Advance);
