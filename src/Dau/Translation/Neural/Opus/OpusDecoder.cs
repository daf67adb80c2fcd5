namespace Dau.Translation.Neural.Opus;

/// <summary>
/// The half of the model that writes, as one graph for the first step and one for those after it, as one graph that is both, or as the first alone, which
/// then computes everything anew at each step.
/// </summary>
internal sealed class OpusDecoder : IDisposable
{
    public const string UseCache = "use_cache_branch", Mask = "encoder_attention_mask", Pieces = "input_ids", States = "encoder_hidden_states", Logits = "logits";

    private const string Past = "past_key_values.";

    private OpusDecoder(OnnxGraph first, OnnxGraph? next)
    {
        (First, Next) = (first, next);
        Caches = [.. (next?.Inputs ?? []).Where(IsCache)];
        foreach (var graph in next is null || IsMerged ? [first] : new[] { first, next })
        {
            IEnumerable<string> needed = ReferenceEquals(graph, first) ? [Mask, Pieces, States] : [Mask, Pieces];
            if (needed.FirstOrDefault(name => !graph.Inputs.Contains(name)) is { } missing)
            {
                throw new InvalidDataException($"The decoder has no input {missing}.");
            }

            if (graph.Inputs.FirstOrDefault(name => !(name is Mask or Pieces or States || (name == UseCache && IsMerged) || (IsCache(name) && Caches.Contains(name)))) is { } foreign)
            {
                throw new InvalidDataException($"The decoder wants an input {foreign}, which is not known here.");
            }

            if (!graph.Outputs.Contains(Logits))
            {
                throw new InvalidDataException($"The decoder has no output {Logits}.");
            }
        }

        // Every cache that a later step wants must come out of the first; what the later ones do not give stays as it is.
        if (Caches.FirstOrDefault(name => !first.Outputs.Contains(Present(name))) is { } lost)
        {
            throw new InvalidDataException($"The decoder does not give {Present(lost)}.");
        }

        if (Caches.FirstOrDefault(name => IsOwn(name) && !next!.Outputs.Contains(Present(name))) is { } dropped)
        {
            throw new InvalidDataException($"The decoder does not give {Present(dropped)} in later steps.");
        }
    }

    /// <summary>The graph of the first step.</summary>
    public OnnxGraph First { get; }

    /// <summary>The graph of the steps after it; null where there is no cache.</summary>
    public OnnxGraph? Next { get; }

    /// <summary>Whether both are one graph.</summary>
    public bool IsMerged => ReferenceEquals(First, Next);

    /// <summary>What a step hands to the next, by the names of the inputs.</summary>
    public IReadOnlyList<string> Caches { get; }

    /// <summary>Loads the decoder of a folder.</summary>
    public static OpusDecoder Load(string folder)
    {
        string Of(string name) => Path.Combine(folder, name);
        var isMerged = File.Exists(Of(OpusFiles.Merged)) && !(File.Exists(Of(OpusFiles.First)) && File.Exists(Of(OpusFiles.Next)));
        var first = OnnxGraph.Load(Of(isMerged ? OpusFiles.Merged : OpusFiles.First));
        OnnxGraph? next = null;
        try
        {
            next = isMerged ? first : File.Exists(Of(OpusFiles.Next)) ? OnnxGraph.Load(Of(OpusFiles.Next)) : null;
            return new OpusDecoder(first, next);
        }
        catch
        {
            first.Dispose();
            next?.Dispose();
            throw;
        }
    }

    /// <summary>The output that becomes a cache's input.</summary>
    public static string Present(string cache) => "present." + cache[Past.Length..];

    /// <summary>Whether a cache is of the pieces written so far, not of the source.</summary>
    public static bool IsOwn(string cache) => cache.Contains(".decoder.", StringComparison.Ordinal);

    public void Dispose()
    {
        First.Dispose();
        Next?.Dispose();
    }

    private static bool IsCache(string name) => name.StartsWith(Past, StringComparison.Ordinal);
}
