using System.Text;
using System.Text.RegularExpressions;
using Dau.Translation.Draft;

namespace Dau.Translation.Templates;

/// <summary>Fills a frame and keeps links, quality and flags of what went into it.</summary>
internal sealed partial class FrameFill(string source, string frame)
{
    private readonly StringBuilder _text = new();
    private readonly List<Link> _links = [];
    private readonly SortedSet<string> _flags = new(StringComparer.Ordinal);
    private double _weighted;
    private int _slotLength;
    private bool _settled = true;

    /// <summary>The frame in pieces: fixed words, and the slot that follows them; null after the last.</summary>
    public IEnumerable<(string Literal, string? Slot)> Parts
    {
        get
        {
            var at = 0;
            foreach (Match match in Slot().Matches(frame))
            {
                yield return (frame[at..match.Index], match.Groups[1].Value);
                at = match.Index + match.Length;
            }

            yield return (frame[at..], null);
        }
    }

    public void AddLiteral(string literal) => _text.Append(literal);

    public void AddCopy(int start, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        _links.Add(new Link(new TextSpan(start, start + value.Length), new TextSpan(_text.Length, _text.Length + value.Length)));
        _text.Append(value);
    }

    public void AddRendering(int start, int length, Rendering rendering)
    {
        var lead = rendering.Text.Length > 0 && _text.Length > 0 && char.IsLetterOrDigit(_text[^1]) ? " " : "";
        _text.Append(lead);
        _links.AddRange(rendering.Links.Select(l => new Link(
            new TextSpan(l.Source.Start + start, l.Source.End + start), new TextSpan(l.Target.Start + _text.Length, l.Target.End + _text.Length))));
        _text.Append(rendering.Text);
        _flags.UnionWith(rendering.Flags);
        _weighted += rendering.Quality * length;
        _settled &= rendering.Quality >= 1;
        _slotLength += length;
    }

    /// <summary>The filled frame; null where nothing came of it.</summary>
    public SegmentTranslation? Finish(bool caps)
    {
        var text = _text.ToString().TrimEnd();
        if (text.Length == 0)
        {
            return null;
        }

        // The fixed part of the source is rendered exactly: it counts as 1.
        var quality = source.Length == 0 ? 1 : (_weighted + (source.Length - _slotLength)) / source.Length;
        return new SegmentTranslation(
            caps ? text.ToUpperInvariant() : text, _settled ? TemplateTranslator.EngineName : DraftTranslator.EngineName, quality, _links, [.. _flags]);
    }

    [GeneratedRegex(@"\{(\w)\}")]
    private static partial Regex Slot();
}
