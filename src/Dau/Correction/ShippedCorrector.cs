namespace Dau.Correction;

/// <summary>
/// The corrector that ships: by context where the language model can be read, else by the spelling rules alone, with a warning.
/// The model is read in the background while the first page is.
/// </summary>
internal sealed class ShippedCorrector : ICorrector
{
    /// <summary>Where the build puts the model, below the program's folder.</summary>
    private static readonly string s_modelPath = Path.Combine("Data", "vi.lm");

    private readonly Task<Loaded> _loaded;

    /// <param name="modelPath">The model; null for the one that ships.</param>
    public ShippedCorrector(string? modelPath = null)
    {
        string path = modelPath ?? Path.Combine(AppContext.BaseDirectory, s_modelPath);
        _loaded = Task.Run(() => Load(path));
    }

    /// <inheritdoc/>
    public CorrectedText Correct(IReadOnlyList<Page> pages, CorrectionOptions options)
    {
        Loaded loaded = _loaded.GetAwaiter().GetResult();
        CorrectedText text = loaded.Corrector.Correct(pages, options);
        return loaded.Warning is null || !options.Enabled ? text : text with { Warnings = [.. text.Warnings, loaded.Warning] };
    }

    /// <summary>What was weighed for the words of a page; a warning instead where the model cannot be read.</summary>
    public (IReadOnlyList<WordDecision> Decisions, string? Warning) Explain(Page page)
    {
        Loaded loaded = _loaded.GetAwaiter().GetResult();
        return loaded.Corrector is ContextCorrector corrector ? (corrector.Explain(page), null) : ([], loaded.Warning);
    }

    /// <summary>The model as a tool that took part; null where it could not be read.</summary>
    public async Task<Tool?> DescribeAsync()
    {
        Loaded loaded = await _loaded.ConfigureAwait(false);
        return loaded.Sha256 is null ? null : new Tool("corrector", ProductInfo.Version, "vi.lm", loaded.Sha256);
    }

    private static Loaded Load(string path)
    {
        try
        {
            byte[] file = File.ReadAllBytes(path);
            var model = new LanguageModel(LanguageModelData.Read(file));
            return new Loaded(new ContextCorrector(model, Confusions.Shipped, Calibration.Shipped), null, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            string why = error is FileNotFoundException or DirectoryNotFoundException ? "it is missing" : error.Message.TrimEnd('.');
            return new Loaded(
                new SyllableCorrector(),
                $"The language model {path} cannot be used ({why}); only words that cannot be Vietnamese are repaired. Build Dấu anew, or make the model with: "
                + "dotnet run --project src/Dau.Training -c Release -- language-model --shared FOLDER --out src/Dau/Correction/Data/vi.lm",
                null);
        }
    }

    private sealed record Loaded(ICorrector Corrector, string? Warning, string? Sha256);
}
