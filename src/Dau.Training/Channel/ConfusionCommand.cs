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

        var counter = new ConfusionCounter();
        foreach (ScanReading reading in await TrainingScans.ReadAsync(scans, arguments).ConfigureAwait(false))
        {
            counter.Add(reading);
        }

        Console.WriteLine($"{counter.Syllables} syllables");
        await File.WriteAllTextAsync(output, counter.ToTable()).ConfigureAwait(false);
        return 0;
    }
}
