using System.Globalization;
using Dau.ScanForge.Drawing;
using Dau.ScanForge.Layout;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using OpenCvSharp;

namespace Dau.ScanForge;

/// <summary>The console's commands.</summary>
internal static class ForgeCommand
{
    private const string Help = """
        Makes scans of invented Vietnamese official letters, with what they say and where.

          samples OUT                  the sample set: OUT/*.pdf and OUT/truth/*.truth.json
          letters OUT [options]        every hand-written letter
          make OUT [options]           letters put together from pools of sentences
          list                         names of letters, conditions and fonts
          glyphs OUT                   pictures of letters that words under a black seal are compared with

        Options
          --count N        how many letters to make (make only; default 10)
          --seed S         seed of everything random (default 1); letter i is made from S + i
          --condition C    clean, office, fax, photo, office-hard, fax-hard, photo-hard, digital, or 'all' (default office)
          --font F         serif, serif2, serif3, serif4, sans (default serif)
          --marks M        usual, or many: watermarks, notes and signatures in black ink, names stamped into the seal (make only)
          --sheets S       single, or facing: two pages side by side on a picture, an odd last one left out
          --turn T         0, 90, 180 or 270 degrees clockwise (default 0)

        The same command makes the same bytes. Exit codes: 0 done, 2 wrong command line, 6 a font is missing.
        """;

    public static int Run(string[] args)
    {
        // Its thread pool waits by spinning, which on a busy machine costs more than the second core brings.
        Cv2.SetNumThreads(1);
        try
        {
            return args switch
            {
                [] or ["--help" or "-h"] => Say(Help, 0),
                ["list"] => List(),
                ["letters", string folder, .. string[] rest] => Letters(folder, new ForgeArguments(rest)),
                ["make", string folder, .. string[] rest] => Make(folder, new ForgeArguments(rest)),
                ["samples", string folder] => Samples(folder),
                ["glyphs", string folder] => Glyphs(folder),
                _ => Say(Help, 2),
            };
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return 2;
        }
        catch (FileNotFoundException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 6;
        }
    }

    private static int Glyphs(string folder)
    {
        GlyphSheet.Write(folder, "bold", "serif", Cut.Bold);
        GlyphSheet.Write(folder, "regular", "serif", Cut.Regular);
        return 0;
    }

    private static int Letters(string folder, ForgeArguments options)
    {
        foreach (string condition in options.Conditions)
        {
            foreach (Letter letter in LetterShelf.All)
            {
                Write(letter, options.Scan(condition, 0), folder, $"{letter.Name}-{condition}");
            }
        }

        return 0;
    }

    private static int Make(string folder, ForgeArguments options)
    {
        foreach (string condition in options.Conditions)
        {
            for (int i = 0; i < options.Count; i++)
            {
                ScanOptions scan = options.Scan(condition, i);
                Letter letter = LetterMaker.Make(scan.Seed);
                letter = options.ManyMarks ? MarkedLetters.Mark(letter, scan.Seed) : letter;
                Write(letter, scan, folder, $"{letter.Name}-{condition}");
            }
        }

        return 0;
    }

    private static int Samples(string folder)
    {
        string truths = Path.Combine(folder, "truth");
        Directory.CreateDirectory(truths);
        foreach (Sample sample in SampleSet.All)
        {
            ForgedDocument made = Forge.MakeDocument(sample.Letter, sample.Options);
            File.WriteAllBytes(Path.Combine(folder, sample.FileName + ".pdf"), made.Pdf);
            File.WriteAllBytes(Path.Combine(truths, sample.FileName + ".truth.json"), TruthFile.ToBytes(made.Truth));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sample.FileName}.pdf  {made.Truth.Pages.Count} pages  {made.Pdf.Length / 1024} KiB"));
        }

        return 0;
    }

    private static void Write(Letter letter, ScanOptions options, string folder, string name)
    {
        ForgedDocument made = Forge.MakeDocument(letter, options);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), made.Pdf);
        File.WriteAllBytes(Path.Combine(folder, name + ".truth.json"), TruthFile.ToBytes(made.Truth));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}.pdf  {made.Truth.Pages.Count} pages  {made.Pdf.Length / 1024} KiB"));
    }

    private static int List()
    {
        Console.WriteLine($"letters     {string.Join(", ", LetterShelf.All.Select(static l => l.Name))}");
        Console.WriteLine($"conditions  {string.Join(", ", Conditions.Names)}");
        Console.WriteLine($"fonts       {string.Join(", ", Layout.Typeface.Installed)}");
        return 0;
    }

    private static int Say(string text, int code)
    {
        (code == 0 ? Console.Out : Console.Error).WriteLine(text);
        return code;
    }
}
