using Dau.Model;
using System.Text.Json;
using Dau.Input;
using Dau.Output;
using Dau.Recognition;
using Dau.Vision.Workers;

namespace Dau.Training.Channel;

/// <summary>A scan whose text is known, as the engine read it, letter by letter and before correction.</summary>
/// <param name="Name">Name of the file without ending.</param>
/// <param name="Truth">What its body says.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="IsRetyped">Whether it is a real scan, whose truth somebody retyped.</param>
internal sealed record ScanReading(string Name, string Truth, IReadOnlyList<Page> Pages, bool IsRetyped)
{
    private const string Forged = ".truth.json", Retyped = ".gt.txt";

    /// <summary>Reads every scan of a folder that has its truth beside it: <c>NAME.truth.json</c> of the forge, or <c>NAME.gt.txt</c>.</summary>
    /// <param name="folder">Where the scans are.</param>
    /// <param name="cache">Where readings are kept, so that reading them again costs nothing; null for nowhere.</param>
    /// <param name="pool">Reads them.</param>
    public static async Task<IReadOnlyList<ScanReading>> ReadAllAsync(string folder, string? cache, WorkerPool pool)
    {
        var readings = new List<ScanReading>();
        foreach (string truth in Directory.EnumerateFiles(folder).Where(static file => file.EndsWith(Forged, StringComparison.Ordinal) || file.EndsWith(Retyped, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            bool forged = truth.EndsWith(Forged, StringComparison.Ordinal);
            string name = Path.GetFileName(truth)[..^(forged ? Forged : Retyped).Length];
            string text = await File.ReadAllTextAsync(truth).ConfigureAwait(false);
            readings.Add(new ScanReading(name, forged ? BodyOf(text) : text, await PagesAsync(Path.Combine(folder, name + ".pdf"), cache, pool).ConfigureAwait(false), !forged));
        }

        return readings;
    }

    private static string BodyOf(string truth)
    {
        using var json = JsonDocument.Parse(truth);
        return string.Join('\n', json.RootElement.GetProperty("body").EnumerateArray().Select(static paragraph => paragraph.GetString()));
    }

    private static async Task<IReadOnlyList<Page>> PagesAsync(string scan, string? cache, WorkerPool pool)
    {
        string? kept = cache is null ? null : Path.Combine(cache, Path.GetFileNameWithoutExtension(scan) + ".json");
        if (File.Exists(kept))
        {
            return JsonSerializer.Deserialize<Page[]>(await File.ReadAllBytesAsync(kept).ConfigureAwait(false), DocumentJson.Working)!;
        }

        InputFile file = await pool.InspectAsync(scan, new InputOptions(), CancellationToken.None).ConfigureAwait(false);
        var options = new RecognitionOptions { PageTimeout = TimeSpan.FromMinutes(10) };
        PageReading[] pages = await Task.WhenAll(file.Pages.Select(page => pool.ReadAsync(file, page, new InputOptions(), options, CancellationToken.None))).ConfigureAwait(false);
        Page[] read = [.. pages.Select(static reading => reading.Page.Status != PageStatus.Failed ? reading.Page : throw new InvalidOperationException(reading.Page.Reason))];
        if (kept is not null)
        {
            Directory.CreateDirectory(cache!);
            await File.WriteAllBytesAsync(kept, JsonSerializer.SerializeToUtf8Bytes(read, DocumentJson.Working)).ConfigureAwait(false);
        }

        return read;
    }
}
