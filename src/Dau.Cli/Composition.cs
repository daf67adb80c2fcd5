using Dau.Correction;
using Dau.Facts;
using Dau.Model;
using Dau.Output;
using Dau.Output.ReaderPage;
using Dau.Segmentation;
using Dau.Translation;
using Dau.Translation.Draft;
using Dau.Vision.Workers;

namespace Dau.Cli;

/// <summary>The one place where the parts are put together.</summary>
internal sealed class Composition : IAsyncDisposable
{
    private readonly WorkerPool _pool;

    private Composition(WorkerPool pool, DocumentReader reader) => (_pool, Reader) = (pool, reader);

    public DocumentReader Reader { get; }

    /// <summary>What the user should know before reading starts.</summary>
    public IReadOnlyList<string> Warnings => _pool.Warnings;

    /// <param name="options">How to read.</param>
    /// <param name="jobs">Pages read at the same time.</param>
    /// <param name="inputs">Files that will be read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DauException">Something that reading needs is missing, or an option cannot be used.</exception>
    public static async Task<Composition> CreateAsync(ReaderOptions options, int jobs, IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        options.Validate();
        ITranslator translator = Translator(options.Translation);
        var corrector = new ShippedCorrector();
        var pool = new WorkerPool(Worker, new PoolOptions { Jobs = jobs, Inputs = inputs });
        try
        {
            var stages = new DocumentStages
            {
                Inspector = pool,
                PageReader = pool,
                Corrector = corrector,
                Segmenter = new LetterSegmenter(),
                FactReader = new LetterFactReader(),
                Translator = translator,
                Writers = [new ReaderPageWriter(), new DocumentJsonWriter()],
                Tools =
                [
                    .. await pool.DescribeToolsAsync(options.Recognition, cancellationToken).ConfigureAwait(false),
                    .. options.Correction.Enabled && await corrector.DescribeAsync().ConfigureAwait(false) is { } model ? [model] : Array.Empty<Tool>(),
                    .. Translators.Tools(options.Translation),
                ],
            };
            return new Composition(pool, new DocumentReader(stages, options, TimeProvider.System));
        }
        catch
        {
            await pool.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Tables take a second to load: the offline engine's are loaded beside the first pages. What a network engine lacks, and what is wrong with a file of the user's, is said at once.</summary>
    private static ITranslator Translator(TranslationOptions options) =>
        Translators.IsOffline(options.Engine) && options.Termbases.Count + options.Memories.Count == 0
            ? new DeferredTranslator(options.Engine, () => Translators.Create(options, TimeProvider.System))
            : Translators.Create(options, TimeProvider.System);

    internal static WorkerCommand Worker => WorkerCommand.ThisProgram(WorkerVerb.Name);

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}
