using System.Globalization;
using System.Text;
using Dau.ScanForge.Layout;
using SkiaSharp;

namespace Dau.ScanForge.Drawing;

/// <summary>Draws the letters of Vietnamese names side by side, for <c>src/Dau.Vision/Recognition/Glyphs</c>: a grey picture and a table of where each stands.</summary>
internal static class GlyphSheet
{
    private const int Size = 48;
    private const int Height = 76;
    private const int Baseline = 58;
    private const int Margin = 3;

    /// <summary>Writes <c>NAME.png</c> and <c>NAME.tsv</c> (letter, left edge, width, where its origin is from that edge, advance; px of a type size of 48, the baseline 58 px from the top).</summary>
    public static void Write(string folder, string name, string family, Cut cut)
    {
        using SKFont font = Typeface.Load(family).Font(cut, Size);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        var table = new StringBuilder();
        var places = new List<(string Letter, int X, float Origin)>();
        int x = 0;
        foreach (string letter in Letters())
        {
            float advance = font.MeasureText(letter, out SKRect bounds);
            float origin = MathF.Ceiling(Margin - bounds.Left);
            int width = (int)MathF.Ceiling(origin + bounds.Right) + Margin;
            places.Add((letter, x, origin));
            table.Append(CultureInfo.InvariantCulture, $"{letter}\t{x}\t{width}\t{origin}\t{advance:0.##}\n");
            x += width;
        }

        using var bitmap = new SKBitmap(new SKImageInfo(x, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            foreach ((string letter, int left, float origin) in places)
            {
                canvas.DrawText(letter, left + origin, Baseline, SKTextAlign.Left, font, paint);
            }
        }

        Directory.CreateDirectory(folder);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(Path.Combine(folder, name + ".png"), png.ToArray());
        File.WriteAllText(Path.Combine(folder, name + ".tsv"), table.ToString());
    }

    private static IEnumerable<string> Letters()
    {
        const string Plain = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz";
        const string Vowels = "aăâeêioôơuưy";
        string[] tones = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
        IEnumerable<string> small = Plain.Select(static c => c.ToString()).Concat(Vowels.SelectMany(v => tones.Select(t => (v + t).Normalize(NormalizationForm.FormC))));
        return small.SelectMany(static letter => new[] { letter, letter.ToUpperInvariant() }).Append(".");
    }
}
