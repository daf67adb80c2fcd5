using System.Diagnostics;
using System.Globalization;
using Dau.Input;
using OpenCvSharp;

namespace Dau.Vision.Rasterising;

/// <summary>
/// Makes the picture of a PDF page with poppler's <c>pdftoppm</c> in a child process that has limits of its own on memory, processor time and wall time.
/// At the size that inspection found, a scan that fills the page comes out pixel for pixel.
/// </summary>
internal static class PdfRasteriser
{
    private const int MostMessageLength = 300;

    public static Mat Rasterise(PageSource source)
    {
        using var process = new Process { StartInfo = PopplerCommand.Describe(source, "pdftoppm", Options(source)) };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new RasteriseException("The shell that runs pdftoppm cannot be started.", error);
        }

        process.StandardInput.Close();
        Task<string> messages = ReadMessagesAsync(process.StandardError);
        // Reading below blocks on the pipe; the timer ends it by ending the child.
        bool late = false;
        using var timer = new Timer(_ => { late = true; Kill(process); }, null, source.Timeout, Timeout.InfiniteTimeSpan);
        Mat? picture = null;
        string? fault = null;
        try
        {
            picture = PortablePixmap.Read(process.StandardOutput.BaseStream, source.MaxPixels);
        }
        catch (InvalidDataException error)
        {
            fault = error.Message;
        }

        Kill(process, gently: picture is not null);
        process.WaitForExit();
        if (late)
        {
            picture?.Dispose();
            throw new RasteriseException(string.Create(CultureInfo.InvariantCulture, $"Making the page's picture took longer than {source.Timeout.TotalSeconds:0} s."));
        }

        if (picture is null)
        {
            throw new RasteriseException(Explain(process.ExitCode, messages.GetAwaiter().GetResult(), fault));
        }

        if (Math.Abs(picture.Width - source.Page.Width) > 2 || Math.Abs(picture.Height - source.Page.Height) > 2)
        {
            string sizes = $"{picture.Width} × {picture.Height} pixels instead of {source.Page.Width} × {source.Page.Height}";
            picture.Dispose();
            throw new RasteriseException($"The page's picture came out as {sizes}: the file contradicts itself.");
        }

        return picture;
    }

    private static string[] Options(PageSource source) =>
    [
        "-singlefile", "-cropbox", .. PdfColours.IsGreyScan(source) ? ["-gray"] : Array.Empty<string>(),

        // Width and height are those of the page as it is shown, after the turn that the file asks for; without this flag they would be taken as those before it.
        "-scale-dimension-before-rotation", "-scale-to-x", PopplerCommand.Number(source.Page.Width), "-scale-to-y", PopplerCommand.Number(source.Page.Height),
    ];

    private static async Task<string> ReadMessagesAsync(StreamReader reader)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (text.Length < MostMessageLength)
            {
                text.Append(text.Length > 0 ? "; " : "").Append(line.AsSpan(0, Math.Min(line.Length, MostMessageLength)));
            }
        }

        return text.ToString();
    }

    private static string Explain(int exitCode, string messages, string? fault) => exitCode switch
    {
        127 => throw new MissingToolException("pdftoppm is not installed. Install it with: apt-get install -y poppler-utils"),
        128 + 24 or 128 + 9 => "Making the page's picture used up its time.",
        _ when messages.Contains("ncorrect password", StringComparison.Ordinal) => "The PDF is encrypted and the password does not open it.",
        _ when messages.Length > 0 => $"The page's picture cannot be made; pdftoppm says: {messages}.",
        _ => $"The page's picture cannot be made; pdftoppm ended with {exitCode.ToString(CultureInfo.InvariantCulture)}. {fault}".TrimEnd(),
    };

    private static void Kill(Process process, bool gently = false)
    {
        try
        {
            // A complete picture has been read: the child is about to end by itself.
            if (!gently || !process.WaitForExit(2000))
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}
