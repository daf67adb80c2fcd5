using System.CommandLine;
using Dau.Translation;
using Dau.Translation.Exchange;

namespace Dau.Cli;

/// <summary>The options that say how to translate, the same for every command that does: engine, leave to use the network, the user's own terms and memory.</summary>
internal sealed class TranslationChoice
{
    private readonly Option<string> _engine = new("--translator") { Description = "neural or draft (both offline), azure, libreTranslate, chat or none (default: neural where a model is installed, else draft).", DefaultValueFactory = static _ => Translators.Default, HelpName = "ENGINE" };
    private readonly Option<bool> _network = new("--allow-network") { Description = "Let a network translator send the text of the document out. Off unless given." };
    private readonly Option<string[]> _termbases = new("--termbase") { Description = "Your own terms (TBX, CSV, TSV): they go before all others, whichever engine translates.", HelpName = "FILE", DefaultValueFactory = static _ => [] };
    private readonly Option<string[]> _memories = new("--memory") { Description = "A translation memory (TMX): what stands in it is taken from it.", HelpName = "FILE", DefaultValueFactory = static _ => [] };

    public TranslationChoice() => _engine.AcceptOnlyFromAmong([.. Translators.Names]);

    /// <summary>The files that are used without being named: the user's own terms and memory.</summary>
    public static TranslationOptions Standing => new()
    {
        Termbases = TermFiles.In(UserData.TermFolder),
        Memories = File.Exists(UserData.MemoryFile) ? [UserData.MemoryFile] : [],
    };

    public void AddTo(Command command, bool withEngine = true)
    {
        if (withEngine)
        {
            command.Options.Add(_engine);
        }

        command.Options.Add(_network);
        command.Options.Add(_termbases);
        command.Options.Add(_memories);
    }

    /// <summary>Whether the command line names an engine.</summary>
    public bool NamesEngine(ParseResult parsed) => parsed.GetResult(_engine) is { Implicit: false };

    /// <summary>What the command line says, with the user's own files behind those it names.</summary>
    public TranslationOptions Of(ParseResult parsed, string? engine = null)
    {
        TranslationOptions standing = Standing;
        return standing with
        {
            Engine = engine ?? parsed.GetValue(_engine)!,
            AllowNetwork = parsed.GetValue(_network),
            Termbases = [.. parsed.GetValue(_termbases)!, .. standing.Termbases],
            Memories = [.. parsed.GetValue(_memories)!, .. standing.Memories],
        };
    }
}
