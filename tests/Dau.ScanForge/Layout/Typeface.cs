using SkiaSharp;

namespace Dau.ScanForge.Layout;

/// <summary>Cuts of a family.</summary>
internal enum Cut
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// <summary>A family in its four cuts, loaded from the font files themselves: which fonts fontconfig prefers must not change a scan.</summary>
internal sealed class Typeface
{
    private const string FontFolder = "/usr/share/fonts/truetype";

    private static readonly Dictionary<string, string[]> Families = new(StringComparer.Ordinal)
    {
        ["serif"] = Files("liberation2/LiberationSerif-{0}.ttf", "Regular", "Bold", "Italic", "BoldItalic"),
        ["serif2"] = Files("freefont/FreeSerif{0}.ttf", "", "Bold", "Italic", "BoldItalic"),
        ["serif3"] = Files("noto/NotoSerif-{0}.ttf", "Regular", "Bold", "Italic", "BoldItalic"),
        ["serif4"] = Files("dejavu/DejaVuSerif{0}.ttf", "", "-Bold", "-Italic", "-BoldItalic"),
        ["sans"] = Files("liberation2/LiberationSans-{0}.ttf", "Regular", "Bold", "Italic", "BoldItalic"),
    };

    private static readonly Dictionary<string, Typeface> Loaded = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private readonly SKTypeface[] _cuts;

    private Typeface(string name, SKTypeface[] cuts)
    {
        Name = name;
        _cuts = cuts;
    }

    public string Name { get; }

    /// <summary>Names of the families that are installed.</summary>
    public static IReadOnlyList<string> Installed => [.. Families.Where(static f => f.Value.All(File.Exists)).Select(static f => f.Key)];

    /// <summary>All names that <see cref="Load"/> knows.</summary>
    public static IReadOnlyCollection<string> Known => Families.Keys;

    public static Typeface Load(string name)
    {
        lock (Gate)
        {
            if (Loaded.TryGetValue(name, out Typeface? known))
            {
                return known;
            }

            if (!Families.TryGetValue(name, out string[]? files))
            {
                throw new ArgumentException($"No font is called '{name}'; there are {string.Join(", ", Families.Keys)}.", nameof(name));
            }

            SKTypeface[] cuts = [.. files.Select(static file => File.Exists(file)
                ? SKTypeface.FromFile(file)
                : throw new FileNotFoundException($"The font file {file} is missing: install fonts-liberation2 (serif, sans), fonts-freefont-ttf (serif2), "
                    + "fonts-noto-core (serif3) or fonts-dejavu-core and fonts-dejavu-extra (serif4)."))];
            return Loaded[name] = new Typeface(name, cuts);
        }
    }

    public SKFont Font(Cut cut, float size) => new(_cuts[(int)cut], size)
    {
        Hinting = SKFontHinting.None,
        Subpixel = true,
        LinearMetrics = true,
        Edging = SKFontEdging.Antialias,
    };

    private static string[] Files(string pattern, params string[] cuts) =>
        [.. cuts.Select(cut => Path.Combine(FontFolder, pattern.Replace("{0}", cut, StringComparison.Ordinal)))];
}
