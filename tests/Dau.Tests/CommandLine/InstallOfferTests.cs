using Dau.Cli;
using Dau.Tests.Input;

namespace Dau.Tests.CommandLine;

public sealed class InstallOfferTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [], _asked = [], _installed = [];
    private bool _lookedForNetwork;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("y", true)]
    [InlineData(" YES ", true)]
    [InlineData("n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task OnATerminalItAsksAndOnlyAYesInstalls(string? answer, bool installs)
    {
        await Offer(answer).MakeAsync(isAgreed: false, Token);
        Assert.Contains("github.com", Assert.Single(_asked), StringComparison.Ordinal);
        Assert.Equal(installs ? ["firefox-vi-en"] : [], _installed);
        Assert.Single(_said);
    }

    [Fact]
    public async Task ANoIsRemembered()
    {
        await Offer("n").MakeAsync(isAgreed: false, Token);
        await Offer("y").MakeAsync(isAgreed: false, Token);
        Assert.Single(_asked);
        Assert.Empty(_installed);
    }

    [Theory]
    [InlineData(false, true, "nobody to ask")]
    [InlineData(true, false, "no network")]
    public async Task ElseItIsOneLineAndNothingIsAsked(bool terminal, bool network, string why)
    {
        await Offer("y", terminal, network).MakeAsync(isAgreed: false, Token);
        Assert.True(_asked.Count == 0 && _installed.Count == 0, why);
        Assert.Contains("models add", Assert.Single(_said), StringComparison.Ordinal);
        Assert.Equal(terminal, _lookedForNetwork);
    }

    [Fact]
    public async Task YesOnTheCommandLineInstallsWithoutAsking()
    {
        await Offer(null, terminal: false).MakeAsync(isAgreed: true, Token);
        Assert.Empty(_asked);
        Assert.Single(_installed);
    }

    [Fact]
    public async Task AnInstallThatFailsLeavesTheDraft()
    {
        await Offer("y", fails: true).MakeAsync(isAgreed: false, Token);
        Assert.Contains("cut off. The draft engine translates.", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CtrlCEndsTheWaitingForAnAnswer()
    {
        using var typed = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var asking = new InstallOffer
        {
            Folder = _folder.Path, IsTerminal = true, HasNetwork = static () => true, Say = _said.Add, Install = (_, _) => throw new InvalidOperationException(),
            Ask = _ =>
            {
                typed.Wait(Token);
                return "y";
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.MakeAsync(isAgreed: false, stop.Token));
        typed.Set();
    }

    private InstallOffer Offer(string? answer, bool terminal = true, bool network = true, bool fails = false) => new()
    {
        Folder = _folder.Path,
        IsTerminal = terminal,
        HasNetwork = () =>
        {
            _lookedForNetwork = true;
            return network;
        },
        Ask = question =>
        {
            _asked.Add(question);
            return answer;
        },
        Say = _said.Add,
        Install = (name, _) =>
        {
            _installed.Add(name);
            return fails ? throw new TranslationException("cut off.") : Task.CompletedTask;
        },
    };
}
