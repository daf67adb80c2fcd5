using System.Globalization;

namespace Dau.Benchmarks;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal sealed class Arguments(IReadOnlyList<string> words)
{
    public string? Text(string name)
    {
        int at = words.ToList().IndexOf(name);
        return at < 0 ? null : at + 1 < words.Count ? words[at + 1] : throw new ArgumentException($"{name} wants a value.");
    }

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public bool Has(string name) => words.Contains(name);
}
