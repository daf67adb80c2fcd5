using System.Collections.Concurrent;

namespace Dau;

/// <summary>Keeps one copy of words that a long document repeats. Safe for several threads.</summary>
internal sealed class StringPool
{
    private readonly ConcurrentDictionary<string, string> _strings = new(StringComparer.Ordinal);

    /// <summary>The copy that is kept.</summary>
    public string Of(string text) => _strings.GetOrAdd(text, text);
}
