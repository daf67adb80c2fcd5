using System.Globalization;
using Dau.Translation.Neural;
using Dau.Translation.Neural.Install;

namespace Dau.Cli;

/// <summary>
/// What <c>dau read</c> says where no neural model is installed: on a terminal, with a network, it asks once whether to install one; else it says in a line that
/// the draft engine translates and how to bring a model. Nothing is contacted unless the answer is yes, and all of it is over before a document is opened.
/// </summary>
internal sealed class InstallOffer
{
    private const string Model = "firefox-vi-en", Declined = ".declined";

    /// <summary>The folder of installed models, where a no is remembered.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether somebody sits at a terminal.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>Whether a network interface is up.</summary>
    public required Func<bool> HasNetwork { get; init; }

    /// <summary>Asks a question and gives the answer; null where there is none.</summary>
    public required Func<string, string?> Ask { get; init; }

    /// <summary>Says a line.</summary>
    public required Action<string> Say { get; init; }

    /// <summary>Fetches a model and installs it.</summary>
    public required Func<string, CancellationToken, Task> Install { get; init; }

    /// <summary>The offer at this terminal.</summary>
    public static InstallOffer AtConsole() => new()
    {
        Folder = NeuralModels.UserFolder,
        IsTerminal = !Console.IsInputRedirected && !Console.IsErrorRedirected && !Console.IsOutputRedirected,
        HasNetwork = NetworkState.IsUp,
        Ask = static question =>
        {
            Console.Error.Write(question);
            return Console.ReadLine();
        },
        Say = Console.Error.WriteLine,
        Install = static (name, cancellationToken) => ModelInstaller.InstallAsync(name, new DownloadLines(Console.Error), cancellationToken),
    };

    /// <summary>Makes the offer.</summary>
    /// <param name="isAgreed">Whether the command line has said yes already.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task MakeAsync(bool isAgreed, CancellationToken cancellationToken)
    {
        var entry = ModelCatalogue.Find(Model);
        var mark = Path.Combine(Folder, Declined);
        if (!isAgreed)
        {
            if (!IsTerminal || File.Exists(mark) || !HasNetwork())
            {
                Say($"The draft engine translates. A neural model writes far better English, also on this machine: './dau models install {Model}' with a network, './dau models add FOLDER' without one.");
                return;
            }

            var question = string.Create(
                CultureInfo.InvariantCulture,
                $"No neural model is installed, so the English will be a draft. Install {Model} ({entry.Bytes / 1e6:0} MB from {entry.Parts[0].Address.Host}, licence {entry.Licence})? It runs on this machine; nothing of your documents is sent, but {entry.Parts[0].Address.Host} sees that this machine fetches it. [y/N] ");

            // Ctrl-C must end the waiting; a line that is being read cannot be given up by itself.
            var answer = await Task.Run(() => Ask(question), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (answer?.Trim().ToLowerInvariant() is not ("y" or "yes"))
            {
                Remember(mark);
                Say($"Not installed, and not asked again: './dau models install {Model}' does it later. The draft engine translates.");
                return;
            }
        }

        try
        {
            await Install(Model, cancellationToken).ConfigureAwait(false);
            Say($"{Model} is installed and translates from now on.");
        }
        catch (TranslationException e)
        {
            Say($"{e.Message} The draft engine translates.");
        }
    }

    private static void Remember(string mark)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
            File.WriteAllText(mark, "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then it is asked again.
        }
    }
}
