using System.ComponentModel;
using System.Diagnostics;
using Dau.Vision.Recognition;
using OpenCvSharp;

namespace Dau.Vision.Workers;

/// <summary>Says which programs, libraries and models take part in reading.</summary>
internal static class ToolReport
{
    /// <exception cref="MissingToolException">One is not installed; the message says how to install it.</exception>
    public static IReadOnlyList<Tool> Describe(ToolsRequest request)
    {
        ModelFile model = ModelStore.Find(request.Model, request.ModelFolders);
        return
        [
            new Tool("tesseract", TesseractEngine.Version, model.Name, model.ComputeSha256()),
            new Tool("poppler", PopplerVersion()),
            new Tool("opencv", Cv2.GetVersionString() ?? "unknown"),
        ];
    }

    private static string PopplerVersion()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("pdftoppm", "-v") { RedirectStandardError = true, RedirectStandardOutput = true })!;
            string first = process.StandardError.ReadLine() ?? "";
            process.WaitForExit();
            return first.Split(' ').LastOrDefault() is { Length: > 0 } version ? version : "unknown";
        }
        catch (Win32Exception error)
        {
            throw new MissingToolException("pdftoppm is not installed. Install it with: apt-get install -y poppler-utils", error);
        }
    }
}
