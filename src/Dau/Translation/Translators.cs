using System.Security.Cryptography;
using Dau.Translation.Azure;
using Dau.Translation.Chat;
using Dau.Translation.Draft;
using Dau.Translation.LibreTranslate;
using Dau.Translation.Locks;
using Dau.Translation.Memory;
using Dau.Translation.Network;
using Dau.Translation.Neural;
using Dau.Translation.Templates;
using Dau.Translation.Terms;

namespace Dau.Translation;

/// <summary>Makes the translator that the options ask for.</summary>
internal static class Translators
{
    private const string NeuralTool = "neural translator";

    /// <summary>Name of a file of own terms in the record of a run.</summary>
    public const string TermbaseTool = "own terms";

    /// <summary>Name of a translation memory in the record of a run.</summary>
    public const string MemoryTool = "translation memory";

    /// <summary>Names of the engines, for the command line.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        NeuralTranslator.EngineName, DraftTranslator.EngineName, AzureTranslator.EngineName, LibreTranslateService.EngineName, ChatService.EngineName, NoTranslator.EngineName,
    ];

    /// <summary>The best engine that is at hand without a network: neural where a model is, else draft.</summary>
    public static string Default => NeuralModels.All().Count > 0 ? NeuralTranslator.EngineName : DraftTranslator.EngineName;

    /// <summary>What takes part in translating, as the record of a run names it: the engine's model, the user's own terms and memories (by their files' names, without folders).</summary>
    public static IReadOnlyList<Tool> Tools(TranslationOptions options) => options.Engine == NoTranslator.EngineName ? [] :
    [
        .. options.Engine == NeuralTranslator.EngineName && NeuralModels.All() is [var model, ..] ? [new Tool(NeuralTool, ProductInfo.Version, model.Name, model.Sha256())] : Array.Empty<Tool>(),
        .. options.Termbases.Select(static file => Describe(TermbaseTool, file)),
        .. options.Memories.Select(static file => Describe(MemoryTool, file)),
    ];

    /// <summary>Whether a tool of a run took part in translating.</summary>
    public static bool IsTool(Tool tool) => IsOwn(tool) || tool.Name == NeuralTool;

    /// <summary>Whether a tool of a run is the user's own terms or memory.</summary>
    public static bool IsOwn(Tool tool) => tool.Name is TermbaseTool or MemoryTool;

    /// <summary>Whether an engine has tables of its own, which take a moment to load.</summary>
    public static bool IsOffline(string engine) => engine is DraftTranslator.EngineName or NeuralTranslator.EngineName;

    /// <summary>The translator: templates first, then the engine, all of it checked.</summary>
    /// <exception cref="TranslationException">The engine is unknown, not allowed, or lacks what it needs; the message says what to do.</exception>
    public static ITranslator Create(TranslationOptions options, TimeProvider time) => Create(options, time, Environment.GetEnvironmentVariable);

    /// <summary>The same with another environment.</summary>
    public static ITranslator Create(TranslationOptions options, TimeProvider time, Func<string, string?> variable)
    {
        var around = Around.Load(options);
        switch (options.Engine)
        {
            case NoTranslator.EngineName:
                return new NoTranslator();
            case DraftTranslator.EngineName:
                var (engine, warnings) = DraftEngines.Load();
                return Layer(new DraftTranslator(engine, around.Locks, warnings), engine, around);
            case NeuralTranslator.EngineName:
                var (fallback, fallbackWarnings) = DraftEngines.Load();
                return Layer(NeuralEngines.Load(NeuralModels.All(), around.Locks, fallback, fallbackWarnings), fallback, around);
            case AzureTranslator.EngineName when !options.AllowNetwork:
                throw new TranslationException(
                    "The azure engine sends the text to Microsoft's servers. Add --allow-network if it may leave this machine, or use the offline engine with --translator draft.");
            case AzureTranslator.EngineName:
                return Layer(new AzureTranslator(new TextTranslationClient(AzureOptions.FromEnvironment(variable)), time, new DynamicDictionary(around.Locks, around.Terms)), null, around);
            case LibreTranslateService.EngineName:
                return Service(new LibreTranslateService(LibreTranslateService.Options(variable, options.AllowNetwork)), time, around);
            case ChatService.EngineName:
                return Service(new ChatService(ChatService.Options(variable, options.AllowNetwork), around.Locks, around.Terms), time, around);
            default:
                throw new TranslationException($"There is no translator '{options.Engine}': choose {string.Join(", ", Names)}.");
        }
    }

    /// <summary>The draft engine with other tables.</summary>
    internal static ITranslator With(IDraftEngine engine) => Layer(new DraftTranslator(engine, Finder.Value, []), engine, new Around(Finder.Value));

    /// <summary>Finds what must come back exactly.</summary>
    public static LockFinder Locks => Finder.Value;

    private static Tool Describe(string name, string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return new Tool(name, ProductInfo.Version, Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be read: {e.Message}", e);
        }
    }

    private static readonly Lazy<LockFinder> Finder = new(static () => MakeFinder(null));

    private static LockFinder MakeFinder(OwnTerms? own) => new(new NameFinder(Termbase.Default, static word => GlossDictionary.Default.Find(word) is not null), own);

    private static LayeredTranslator Service(ITextService service, TimeProvider time, Around around)
    {
        var (draft, _) = DraftEngines.Load();
        return Layer(new ServiceTranslator(service, around.Locks, draft, time), draft, around);
    }

    private static LayeredTranslator Layer(ITranslator engine, IDraftEngine? slots, Around around) => new(
        around.Own is not null && slots is null ? new TermInsertion(engine, around.Locks) : engine,
        new TemplateTranslator(around.Locks, around.Terms, slots, around.Own),
        around.Locks,
        around.Memory);

    /// <summary>What stands around every engine.</summary>
    private sealed record Around(LockFinder Locks, OwnTerms? Own = null, TranslationMemory? Memory = null)
    {
        public Termbase Terms => Own?.Merged ?? Termbase.Default;

        public static Around Load(TranslationOptions options)
        {
            var own = OwnTermbase.Load(options.Termbases);
            return new Around(own is null ? Finder.Value : MakeFinder(own), own, TranslationMemory.Load(options.Memories, Finder.Value));
        }
    }
}
