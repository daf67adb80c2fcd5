using Dau.Vision.Workers;

namespace Dau.Training.Channel;

/// <summary>The scans that a command learns from.</summary>
internal static class TrainingScans
{
    /// <summary>Reads them, or takes what was read before from <c>--readings</c>; those named with <c>--without</c> are left out.</summary>
    /// <param name="scans">Folders, parted by commas.</param>
    /// <param name="arguments">The command's options.</param>
    public static async Task<IReadOnlyList<ScanReading>> ReadAsync(string scans, Arguments arguments)
    {
        string[] folders = scans.Split(',');
        HashSet<string> without = [.. (arguments.Value("without") ?? "").Split(',')];
        var all = new List<ScanReading>();
        var pool = new WorkerPool(WorkerCommand.ThisProgram("worker"), new PoolOptions { Inputs = folders });
        await using (pool.ConfigureAwait(false))
        {
            foreach (string folder in folders)
            {
                string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
                string? cache = arguments.Value("readings") is { } readings ? Path.Combine(readings, name) : null;
                all.AddRange((await ScanReading.ReadAllAsync(folder, cache, pool).ConfigureAwait(false)).Where(reading => !without.Contains(reading.Name)));
                Console.WriteLine($"{name}: {all.Count} scans so far");
            }
        }

        return all;
    }
}
