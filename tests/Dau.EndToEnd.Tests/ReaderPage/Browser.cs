using Microsoft.Playwright;

namespace Dau.EndToEnd.Tests.ReaderPage;

/// <summary>One Chromium for a class of tests, without a network; absent where none is installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } program)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Opens a file in a window of its own.</summary>
    internal async Task<Tab> OpenAsync(string file, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        if (browser is null)
        {
            Assert.Skip("Chromium is not installed: apt-get install chromium");
        }

        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
        });
        var tab = new Tab(context, await context.NewPageAsync());
        await tab.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return tab;
    }
}

/// <summary>An open page, with everything it asked for and complained about.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public Tab(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            Complaints.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
