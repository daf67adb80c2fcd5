using System.Text;
using System.Xml;

namespace Dau.Translation.Exchange;

/// <summary>A sentence and its translation.</summary>
/// <param name="Source">Vietnamese.</param>
/// <param name="Target">English.</param>
internal sealed record TmxUnit(string Source, string Target)
{
    /// <summary>What a machine had proposed when the unit was exported; null where that is not known.</summary>
    public string? Draft { get; init; }

    /// <summary>Whether nobody has touched what a machine proposed.</summary>
    public bool IsUntouched => Draft is not null && Draft == Target;
}

/// <summary>TMX 1.4b, the exchange format of translation memories.</summary>
internal static class Tmx
{
    private const string DraftProperty = "x-dau-draft";

    /// <summary>The Vietnamese–English units of a file, in its order.</summary>
    /// <exception cref="InputException">The file cannot be read or has no such units.</exception>
    public static IReadOnlyList<TmxUnit> Read(string path)
    {
        var units = new List<TmxUnit>();
        var languages = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var isEmpty = true;
        var known = ExchangeFile.ReadXml(path, reader =>
        {
            reader.MoveToContent();
            if (reader.LocalName != "tmx")
            {
                return false;
            }

            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "tu" })
                {
                    isEmpty = false;
                    using var unit = reader.ReadSubtree();
                    units.AddRange(ReadUnit(unit, languages) is { } read ? [read] : []);
                }
            }

            return true;
        });
        return !known ? throw new InputException($"{path} is no TMX: its root is not tmx.")
            : units.Count > 0 || isEmpty ? units
            : throw new InputException($"{path} has no sentences in both Vietnamese (vi) and English (en); its languages: {(languages.Count == 0 ? "none" : string.Join(", ", languages))}.");
    }

    /// <summary>Writes units.</summary>
    public static void Write(Stream stream, IEnumerable<TmxUnit> units)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        xml.WriteStartElement("tmx");
        xml.WriteAttributeString("version", "1.4");
        xml.WriteStartElement("header");
        foreach (var (name, value) in new[]
                 {
                     ("creationtool", "Dau"), ("creationtoolversion", ProductInfo.Version), ("segtype", "sentence"), ("o-tmf", "dau"), ("adminlang", "en"),
                     ("srclang", "vi"), ("datatype", "plaintext"),
                 })
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var unit in units)
        {
            xml.WriteStartElement("tu");
            if (unit.Draft is { } draft)
            {
                xml.WriteStartElement("prop");
                xml.WriteAttributeString("type", DraftProperty);
                xml.WriteString(Clean(draft));
                xml.WriteEndElement();
            }

            WriteVariant(xml, "vi", unit.Source);
            WriteVariant(xml, "en", unit.Target);
            xml.WriteEndElement();
        }
    }

    private static void WriteVariant(XmlWriter xml, string language, string text)
    {
        xml.WriteStartElement("tuv");
        xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteElementString("seg", Clean(text));
        xml.WriteEndElement();
    }

    private static TmxUnit? ReadUnit(XmlReader reader, SortedSet<string> languages)
    {
        string? source = null, target = null, draft = null, language = null;
        reader.Read();
        for (var more = reader.Read(); more;)
        {
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "prop" when reader.GetAttribute("type") == DraftProperty:
                    draft = Text(reader);
                    continue;
                case "tuv":
                    language = reader.GetAttribute("xml:lang") ?? reader.GetAttribute("lang");
                    languages.UnionWith(language is null ? [] : [language]);
                    break;
                case "seg" when ExchangeFile.IsLanguage(language, "vi", "vie"):
                    source ??= Text(reader);
                    break;
                case "seg" when ExchangeFile.IsLanguage(language, "en", "eng"):
                    target ??= Text(reader);
                    break;
                default:
                    break;
            }

            more = reader.Read();
        }

        return source is { Length: > 0 } && target is { Length: > 0 } ? new TmxUnit(source, target) { Draft = draft } : null;
    }

    // Text without the codes of formatting that a segment carries; what a highlight (hi) holds is text.
    private static string Text(XmlReader reader)
    {
        var text = new StringBuilder();
        using (var inner = reader.ReadSubtree())
        {
            inner.Read();
            for (var more = inner.Read(); more;)
            {
                if (inner is { NodeType: XmlNodeType.Element, LocalName: "bpt" or "ept" or "ph" or "it" or "ut" })
                {
                    inner.Skip();
                    more = !inner.EOF;
                    continue;
                }

                if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                {
                    text.Append(inner.Value);
                }

                more = inner.Read();
            }
        }

        return ExchangeFile.Tidy(text.ToString());
    }

    // What XML cannot hold (control characters, halves of characters) is left out.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x20 and not 0xFFFE and not 0xFFFF and not 0xFFFD || rune.Value is '\t' or '\n' or '\r')
            {
                clean.Append(rune);
            }
        }

        return ExchangeFile.Tidy(clean.ToString());
    }
}
