using System.Globalization;

namespace Dau.Input;

/// <summary>What an inspection is asked, and what it has found so far.</summary>
/// <param name="name">The file's name, for messages.</param>
/// <param name="options">Pages asked for, and limits.</param>
internal sealed class Inspection(string name, InputOptions options)
{
    private readonly List<InputPage> _pages = [];
    private readonly List<string> _warnings = [];
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);

    public string Name => name;

    public InputOptions Options => options;

    public int PageCount { get; private set; }

    public IReadOnlyList<InputPage> Pages => _pages;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>What the file says of itself, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>Notes what the file says of itself; signs that are no text are left out, and what is over-long is cut.</summary>
    public void Note(string name, string? value)
    {
        string text = string.Concat((value ?? string.Empty).Where(static c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim().Normalize();
        if (text.Length > 0 && _metadata.Count < 40)
        {
            _metadata[name] = text.Length > 200 ? text[..200] + "…" : text;
        }
    }

    public void Add(InputPage page) => _pages.Add(page);

    public void Warn(string sentence)
    {
        if (!_warnings.Contains(sentence, StringComparer.Ordinal))
        {
            _warnings.Add(sentence);
        }
    }

    /// <summary>Settles which pages of the file are read.</summary>
    /// <returns>Their numbers, rising.</returns>
    /// <exception cref="InputException">None of the pages asked for exist, or there are more than the limit.</exception>
    public IReadOnlyList<int> Select(int pageCount)
    {
        PageCount = pageCount;
        int[] selected = [.. Enumerable.Range(1, pageCount).Where(number => options.Pages?.Contains(number) ?? true)];
        string pages = pageCount == 1 ? "1 page" : string.Create(CultureInfo.InvariantCulture, $"{pageCount} pages");
        if (selected.Length == 0)
        {
            throw new InputException($"--pages {options.Pages} names no page of {name}, which has {pages}. Name pages that it has.");
        }

        if (options.Pages?.NamedBeyond(pageCount) is { } beyond)
        {
            Warn(string.Create(CultureInfo.InvariantCulture, $"--pages {options.Pages} names page {beyond}, but {name} has {pages}; the pages that exist are read."));
        }

        if (selected.Length > options.MaxPages)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"{name} has {selected.Length} pages to read, more than the limit of {options.MaxPages} in one run. Read a part of it with --pages, for example --pages 1-{options.MaxPages}."));
        }

        return selected;
    }

    /// <summary>The sentence for a picture that is larger than the limit.</summary>
    public string TooLarge(long width, long height) => string.Create(CultureInfo.InvariantCulture,
        $"The picture would have {width:N0} × {height:N0} pixels, more than the limit of {options.MaxPixels:N0}. Scale it down, or scan it at a lower resolution.");

    /// <summary>Whether a picture of that size is within the limit.</summary>
    public bool Fits(long width, long height) => width <= options.MaxPixels && height <= options.MaxPixels && width * height <= options.MaxPixels;
}
