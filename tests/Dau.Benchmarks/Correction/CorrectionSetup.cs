using Dau.Correction;
using Dau.Model;
using Dau.Training.Channel;
using Dau.Training.SyllableModel;
using Dau.Vision.Workers;

namespace Dau.Benchmarks.Correction;

/// <summary>The corrector with its data, and the texts that it is measured on.</summary>
internal sealed class CorrectionSetup
{
    private readonly string[] _confusions;
    private readonly string[] _scans;
    private readonly string? _readings;
    private readonly int _count;
    private readonly int _seed;
    private readonly string[] _conditions;

    private CorrectionSetup(Arguments arguments)
    {
        ModelFile = arguments.Text("--lm") ?? Path.Combine(AppContext.BaseDirectory, "Data", "vi.lm");
        Model = new LanguageModel(LanguageModelData.Read(File.ReadAllBytes(ModelFile)));
        _confusions = [.. arguments.Text("--confusions") is { } table ? File.ReadLines(table) : CorrectionTable.Lines("confusions.tsv")];
        Calibration = arguments.Text("--confidence") is { } weights ? Calibration.Parse(File.ReadLines(weights)) : Calibration.Shipped;
        Shared = arguments.Text("--shared") ?? "../shared";
        _scans = arguments.Text("--scans")?.Split(',') ?? [Path.Combine(Shared, "scans", "decrees")];
        _readings = arguments.Text("--readings");
        (_count, _seed) = (arguments.Number("--count", 3), arguments.Number("--seed", 9600));
        _conditions = (arguments.Text("--conditions") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        Text = arguments.Number("--caution", (int)(ChannelCosts.ForText * 10)) / 10f;
        Margin = arguments.Number("--margin", (int)(ContextCorrector.Margin * 10)) / 10f;
    }

    public string ModelFile { get; }

    public LanguageModel Model { get; }

    public Calibration Calibration { get; }

    /// <summary>Folder of corpora, lists and scans that do not belong to the repository.</summary>
    public string Shared { get; }

    private float Text { get; }

    private float Margin { get; }

    public static CorrectionSetup Load(Arguments arguments) => new(arguments);

    /// <summary>The corrector with all that it has learnt.</summary>
    public ContextCorrector Corrector() => Corrector(Confusions.Parse(_confusions));

    /// <summary>The corrector without what its table learnt from a scan, so that no scan is measured with what it taught.</summary>
    public ContextCorrector CorrectorFor(ScanReading reading)
    {
        var counter = new ConfusionCounter();
        counter.Add(_confusions);
        if (reading.IsRetyped)
        {
            counter.Add(reading, times: -1);
        }

        return Corrector(Confusions.Parse(counter.ToTable().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>The scans of each folder, and those that are forged for the occasion.</summary>
    public async Task<IReadOnlyList<(string Name, IReadOnlyList<ScanReading> Readings)>> ReadScansAsync()
    {
        using TemporaryFolder scratch = Tools.Scratch();
        var folders = _scans.Where(Directory.Exists).ToList();
        foreach (string condition in _conditions)
        {
            string folder = Path.Combine(scratch.Path, $"{condition}-{_seed}");
            await Tools.MustRunAsync(Tools.Forge, ["make", folder, "--count", $"{_count}", "--seed", $"{_seed}", "--condition", condition]);
            folders.Add(folder);
        }

        await using var pool = new WorkerPool(new WorkerCommand(Tools.Dau, ["worker"]), new PoolOptions { Inputs = folders });
        var all = new List<(string, IReadOnlyList<ScanReading>)>();
        foreach (string folder in folders)
        {
            string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            all.Add((name, await ScanReading.ReadAllAsync(folder, _readings is null ? null : Path.Combine(_readings, name), pool)));
        }

        return all;
    }

    /// <summary>The lines of a corpus that the language model has not seen: those that its training holds apart.</summary>
    public IEnumerable<string> Unseen(string corpus) =>
        new Corpus(Path.Combine(Shared, "corpus", corpus + ".txt.xz"), 1).Lines().Where(static (_, line) => HeldOut.IsDevelopment(line));

    private ContextCorrector Corrector(Confusions confusions) =>
        new(Model, new ChannelCosts(confusions, Text), new ChannelCosts(confusions, Text + ChannelCosts.ForNames - ChannelCosts.ForText), Margin, Calibration);
}
