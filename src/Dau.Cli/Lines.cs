using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Dau.Model;
using Spectre.Console;

namespace Dau.Cli;

/// <summary>How the commands that look into a case write their lines.</summary>
internal static class Lines
{
    /// <summary>JSON as <c>document.json</c> has it: camelCase, Vietnamese letters as they are.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a line whole, whatever the console's width; what strangers wrote cannot steer the terminal.</summary>
    public static void Say(IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(ReadRun.Printable(line));

    /// <summary>A box in words: left, top, width and height in pixels of the page's picture.</summary>
    public static string Box(PixelBox box) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{box.X},{box.Y} {box.Width}×{box.Height}");

    /// <summary>The beginning of a long text.</summary>
    public static string Cut(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
