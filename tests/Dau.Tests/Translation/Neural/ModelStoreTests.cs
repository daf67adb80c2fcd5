using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Dau.Tests.Input;
using Dau.Translation.Neural;
using Dau.Translation.Neural.Install;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dau.Tests.Translation.Neural;

/// <summary>Fetching, checking, adding and removing models, against a server on this machine.</summary>
public sealed class ModelStoreTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Queue<Func<HttpContext, byte[], Task>> _faults = new();
    private readonly List<string> _ranges = [];
    private WebApplication _app = null!;
    private ModelEntry _entry = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ModelStore Store => new(Path.Combine(_folder.Path, "models"));

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/{name}", Answer);
        _app.MapGet("/moved/{name}", (string name) => Results.Redirect($"/{name}"));
        await _app.StartAsync(Token);
        var shape = new MadeUpShape(MadeUpKind.Random, 12, 256, 32, 4, 64, 1, 1);
        _entry = new ModelEntry("made-up", "a made-up model", "none", [Part("model.bin", MadeUpModel.Make(shape)), Part("vocab.spm", MadeUpVocabulary.Words(256))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AModelIsFetchedCheckedUnpackedAndRemoved()
    {
        var steps = new List<DownloadProgress>();
        var model = await Store.InstallAsync(_entry, Download(), new Steps(steps), Token);
        NeuralEngine.Load(model.Folder);
        Assert.Equal("made-up", Assert.Single(NeuralModels.All(Path.Combine(_folder.Path, "models"), "")).Name);
        Assert.Contains(steps, step => step.Done == step.Total);
        Assert.Equal(["made-up"], Directory.GetDirectories(Path.Combine(_folder.Path, "models")).Select(Path.GetFileName).Where(static n => n != ".fetched"));
        Store.Remove("made-up");
        Assert.Empty(NeuralModels.All(Path.Combine(_folder.Path, "models"), ""));
        Assert.Throws<TranslationException>(() => Store.Remove("made-up"));
    }

    [Fact]
    public async Task ACutDownloadGoesOnWhereItStopped()
    {
        _faults.Enqueue(Cut);
        await Store.InstallAsync(_entry, Download(), null, Token);
        Assert.StartsWith("bytes=", _ranges[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task APartOfAnEarlierTryIsGoneOnWithInTheNext()
    {
        for (var i = 0; i < 2; i++)
        {
            _faults.Enqueue(Cut);
        }

        var error = await Assert.ThrowsAsync<TranslationException>(() => Store.InstallAsync(_entry, Download(tries: 2), null, Token));
        Assert.Contains("same command again", error.Message, StringComparison.Ordinal);
        Assert.Empty(NeuralModels.All(Path.Combine(_folder.Path, "models"), ""));
        _ranges.Clear();
        await Store.InstallAsync(_entry, Download(), null, Token);
        Assert.StartsWith("bytes=", _ranges[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatKnowsNoRangesSendsItAllAgain()
    {
        _faults.Enqueue(Cut);
        _faults.Enqueue(static async (context, file) => await context.Response.Body.WriteAsync(file));
        await Store.InstallAsync(_entry, Download(), null, Token);
    }

    [Fact]
    public async Task AWrongFileIsDeletedAndNothingInstalled()
    {
        _faults.Enqueue(static async (context, file) =>
        {
            var other = (byte[])file.Clone();
            other[^1] ^= 1;
            await context.Response.Body.WriteAsync(other);
        });
        var error = await Assert.ThrowsAsync<TranslationException>(() => Store.InstallAsync(_entry, Download(), null, Token));
        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part", SearchOption.AllDirectories));
        Assert.Empty(NeuralModels.All(Path.Combine(_folder.Path, "models"), ""));
    }

    [Fact]
    public async Task ASilentServerIsGivenUp()
    {
        for (var i = 0; i < 2; i++)
        {
            _faults.Enqueue(static async (context, _) => await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted));
        }

        var error = await Assert.ThrowsAsync<TranslationException>(() => Store.InstallAsync(_entry, Download(tries: 2, patience: 0.3), null, Token));
        Assert.Contains("silent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectIsFollowed()
    {
        var moved = _entry with { Parts = [.. _entry.Parts.Select(p => p with { Address = new Uri(p.Address, "/moved/" + p.PackedName) })] };
        await Store.InstallAsync(moved, Download(), null, Token);
    }

    [Fact]
    public async Task AMissingFileIsSaidAtOnce()
    {
        var gone = _entry with { Parts = [_entry.Parts[0] with { Address = new Uri(_entry.Parts[0].Address, "/nothing.gz") }] };
        var error = await Assert.ThrowsAsync<TranslationException>(() => Store.InstallAsync(gone, Download(), null, Token));
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFullDiskIsSaid()
    {
        var huge = _entry with { Parts = [_entry.Parts[0] with { Bytes = long.MaxValue / 8 }] };
        var error = await Assert.ThrowsAsync<TranslationException>(() => Store.InstallAsync(huge, Download(), null, Token));
        Assert.Contains("not enough room", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADiskThatFillsWhileAFileComesIsSaid()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "only Linux has a device that is always full");
        var cache = Directory.CreateDirectory(Path.Combine(_folder.Path, "models", ".fetched", "made-up")).FullName;
        File.CreateSymbolicLink(Path.Combine(cache, _entry.Parts[0].PackedName + ".part"), "/dev/full");
        var error = await Assert.ThrowsAsync<TranslationException>(() => Store.InstallAsync(_entry, Download(), null, Token));
        Assert.Contains("not enough room", error.Message, StringComparison.Ordinal);
        Assert.Empty(NeuralModels.All(Path.Combine(_folder.Path, "models"), ""));
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenIsSaid()
    {
        var file = _folder.File("blocked", [1]);
        await Assert.ThrowsAsync<TranslationException>(() => new ModelStore(file).InstallAsync(_entry, Download(), null, Token));
    }

    [Fact]
    public void CarriedFilesAreInstalledAndDamagedOnesAreNot()
    {
        var shape = new MadeUpShape(MadeUpKind.Random, 12, 256, 32, 4, 64, 1, 1);
        _folder.File("stick/model.bin", MadeUpModel.Make(shape));
        Assert.Contains("vocab.spm", Assert.Throws<TranslationException>(() => Store.Add(Path.Combine(_folder.Path, "stick"))).Message, StringComparison.Ordinal);
        _folder.File("stick/vocab.spm", MadeUpVocabulary.Words(256));
        var (model, isKnown) = Store.Add(Path.Combine(_folder.Path, "stick"));
        Assert.Equal("stick", model.Name);
        Assert.False(isKnown);
        _folder.File("stick/model.bin", MadeUpModel.Make(shape)[..5000]);
        Assert.Contains("Nothing was installed", Assert.Throws<TranslationException>(() => Store.Add(Path.Combine(_folder.Path, "stick"))).Message, StringComparison.Ordinal);
        NeuralEngine.Load(model.Folder);
        Assert.Throws<TranslationException>(() => Store.Add(Path.Combine(_folder.Path, "nowhere")));
    }

    private static ModelDownload Download(int tries = 4, double patience = 20) =>
        new(new HttpClient()) { Tries = tries, Pause = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromSeconds(patience) };

    private ModelPart Part(string name, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        var address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _files[name + ".gz"] = packed.ToArray();
        return new ModelPart(new Uri(address, name + ".gz"), packed.Length, Convert.ToHexStringLower(SHA256.HashData(packed.ToArray())), name) { UnpackedSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }

    private async Task Answer(HttpContext context, string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = 404;
            return;
        }

        if (_faults.TryDequeue(out var fault))
        {
            await fault(context, file);
            return;
        }

        var range = context.Request.Headers.Range.ToString();
        if (range.Length > 0)
        {
            _ranges.Add(range);
            var from = int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{file.Length - 1}/{file.Length}";
            file = file[from..];
        }

        await context.Response.Body.WriteAsync(file);
    }

    private static async Task Cut(HttpContext context, byte[] file)
    {
        var range = context.Request.Headers.Range.ToString();
        var from = range.Length > 0 ? int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (from > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{file.Length - 1}/{file.Length}";
        }

        context.Response.ContentLength = file.Length - from;
        await context.Response.Body.WriteAsync(file.AsMemory(from, (file.Length - from) / 2));
        await context.Response.Body.FlushAsync();
        await Task.Delay(100);
        context.Abort();
    }

    private sealed class Steps(List<DownloadProgress> steps) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => steps.Add(value);
    }
}
