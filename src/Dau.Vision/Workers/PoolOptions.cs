using Dau.Vision.Recognition;

namespace Dau.Vision.Workers;

/// <summary>How many worker processes there are and what they may do.</summary>
internal sealed record PoolOptions
{
    /// <summary>Worker processes, from 1; default one per processor.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Most resident memory of a worker and its children while it reads a page, bytes.</summary>
    public long MemoryLimitBytes { get; init; } = 400L << 20;

    /// <summary>Most resident memory of a worker while it inspects a file, bytes: a PDF's structure is held in memory.</summary>
    public long InspectionMemoryLimitBytes { get; init; } = 1L << 30;

    /// <summary>Longest time that inspecting a file may take.</summary>
    public TimeSpan InspectionTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether workers run in a sandbox where there is one.</summary>
    public bool Sandbox { get; init; } = true;

    /// <summary>Files and folders that will be read. Others can be read too, but a worker that has started must start again to see them.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Folders that models are looked for in, in this order.</summary>
    public IReadOnlyList<string> ModelFolders { get; init; } = ModelStore.DefaultFolders;
}
