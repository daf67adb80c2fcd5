using Dau.Translation;
using Dau.Translation.Exchange;
using Dau.Translation.Memory;

namespace Dau.Tests.Translation.Memory;

[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneDefinition;

/// <summary>Runs alone: what is counted is the processor time of the whole process.</summary>
[Collection("alone")]
public sealed class MemorySpeedTests
{
    [Fact]
    public void Lookups_in_thousands_of_sentences_take_less_than_a_millisecond()
    {
        string[] lines = [.. Directory.GetFiles(Path.Combine(Root(), "src", "Dau.Training", "data", "official"), "*.tsv").SelectMany(File.ReadLines).Where(static l => l.Contains('\t', StringComparison.Ordinal)).Take(8000)];
        var memory = new TranslationMemory(lines.Select(static l => l.Split('\t')).Select(static p => new TmxUnit(p[0], p[1])), Translators.Locks);
        Assert.True(memory.Count > 5000);
        string[] asked = [.. lines.Where(static (_, i) => i % 40 == 0).Select(static l => l.Split('\t')[0].Replace(" và ", " hoặc ", StringComparison.Ordinal))];
        double best = double.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime; // of the processor: a busy machine is no slower by it
            int found = asked.Count(text => memory.Same(text) is not null || memory.Similar(text).Any());
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / asked.Length);
            Assert.True(found > asked.Length / 2);
        }

        TestContext.Current.SendDiagnosticMessage("{0:0.000} ms a lookup among {1} sentences", best, memory.Count);
        Assert.True(best < 1, $"{best:0.000} ms");
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
