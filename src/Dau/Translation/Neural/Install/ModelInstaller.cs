namespace Dau.Translation.Neural.Install;

/// <summary>What <c>./dau models install</c> does: the one place beside the network engines that opens a connection.</summary>
internal static class ModelInstaller
{
    /// <summary>Fetches a known model and installs it in the user's folder.</summary>
    public static async Task<NeuralModel> InstallAsync(string name, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var entry = ModelCatalogue.Find(name);
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"dau/{ProductInfo.Version}");
        return await new ModelStore(NeuralModels.UserFolder).InstallAsync(entry, new ModelDownload(client), progress, cancellationToken).ConfigureAwait(false);
    }
}
