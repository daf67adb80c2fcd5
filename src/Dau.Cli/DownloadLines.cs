using System.Globalization;
using Dau.Translation.Neural.Install;

namespace Dau.Cli;

/// <summary>A line for each tenth of a file.</summary>
internal sealed class DownloadLines(TextWriter writer) : IProgress<DownloadProgress>
{
    private (string File, long Tenth) _last = ("", -1);

    public void Report(DownloadProgress value)
    {
        var now = (value.File, value.Done * 10 / Math.Max(1, value.Total));
        if (now != _last)
        {
            _last = now;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.File}: {value.Done / 1e6:0.0} of {value.Total / 1e6:0.0} MB"));
        }
    }
}
