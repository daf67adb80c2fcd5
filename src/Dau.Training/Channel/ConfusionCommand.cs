using Dau.Vision.Workers;

namespace Dau.Training.Channel;

/// <summary>The command <c>confusions</c>: reads scans whose text is known and counts what the engine takes for what.</summary>
internal static class ConfusionCommand
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        if (arguments.Value("scans") is not { } scans || arguments.Value("out") is not { } output)
        {
            Console.Error.WriteLine("Name folders of scans with their truth beside them with --scans A,B and the file to write with --out.");
            return 2;
        }

        string[] folders = scans.Split(',');
        HashSet<string> without = [.. (arguments.Value("without") ?? "").Split(',')];
        var counter = new ConfusionCounter();
        await using var pool = new WorkerPool(WorkerCommand.ThisProgram("worker"), new PoolOptions { Inputs = folders });
        foreach (string folder in folders)
        {
            string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            IReadOnlyList<ScanReading> readings = await ScanReading.ReadAllAsync(folder, arguments.Value("readings") is { } cache ? Path.Combine(cache, name) : null, pool).ConfigureAwait(false);
            foreach (ScanReading reading in readings.Where(reading => !without.Contains(reading.Name)))
            {
                counter.Add(reading);
            }

            Console.WriteLine($"{name}: {readings.Count} scans; {counter.Syllables} syllables so far");
        }

        await File.WriteAllTextAsync(output, counter.ToTable()).ConfigureAwait(false);
        return 0;
    }
}
