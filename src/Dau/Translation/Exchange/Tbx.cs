using System.Text;
using System.Xml;
using Dau.Translation.Terms;

namespace Dau.Translation.Exchange;

/// <summary>
/// TBX, the exchange format of termbases (ISO 30042). Read: the layout of 2008 (<c>martif</c>, <c>termEntry</c>) and that of 2019 (<c>tbx</c>, <c>conceptEntry</c>), data
/// categories as attributes (DCA) or as elements of their own (DCT). Written: TBX-Basic of 2019, DCA.
/// </summary>
internal static class Tbx
{
    private const string Core = "urn:iso:std:iso:30042:ed-2";
    private const string AlsoPrefix = "also: ";

    /// <summary>The Vietnamese–English terms of a file.</summary>
    /// <exception cref="InputException">The file cannot be read or has no such terms.</exception>
    public static IReadOnlyList<TermEntry> Read(string path)
    {
        var entries = new List<TermEntry>();
        var languages = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var known = ExchangeFile.ReadXml(path, reader =>
        {
            reader.MoveToContent();
            if (reader.LocalName is not ("martif" or "tbx" or "TBX"))
            {
                return false;
            }

            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "termEntry" or "conceptEntry")
                {
                    using var concept = reader.ReadSubtree();
                    entries.AddRange(Concept.Read(concept, languages).Entries());
                }
            }

            return true;
        });
        if (!known)
        {
            throw new InputException($"{path} is no TBX: its root is neither martif nor tbx.");
        }

        return entries.Count > 0 ? entries : throw new InputException(
            $"{path} has no terms in both Vietnamese (vi) and English (en); its languages: {(languages.Count == 0 ? "none" : string.Join(", ", languages))}.");
    }

    /// <summary>Writes terms, a concept each.</summary>
    public static void Write(Stream stream, IEnumerable<TermEntry> entries)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        xml.WriteStartElement("tbx", Core);
        xml.WriteAttributeString("type", "TBX-Basic");
        xml.WriteAttributeString("style", "dca");
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.WriteStartElement("tbxHeader");
        xml.WriteStartElement("fileDesc");
        xml.WriteStartElement("sourceDesc");
        xml.WriteElementString("p", $"Termbase of {ProductInfo.Name} {ProductInfo.Version}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("text");
        xml.WriteStartElement("body");
        var number = 0;
        foreach (var entry in entries)
        {
            xml.WriteStartElement("conceptEntry");
            xml.WriteAttributeString("id", $"c{++number}");
            Category(xml, "descrip", "subjectField", entry.Domain);
            Category(xml, "admin", "source", entry.Origin);
            if (entry.Note.Length > 0)
            {
                xml.WriteElementString("note", entry.Note);
            }

            Language(xml, "vi", (entry.Source, "fullForm"), (entry.Abbreviation, "abbreviation"));
            Language(xml, "en", (entry.Target, null));
            xml.WriteEndElement();
        }
    }

    private static void Language(XmlWriter xml, string language, params (string Term, string? Type)[] terms)
    {
        xml.WriteStartElement("langSec");
        xml.WriteAttributeString("xml", "lang", null, language);
        foreach (var (term, type) in terms.Where(static t => t.Term.Length > 0))
        {
            xml.WriteStartElement("termSec");
            xml.WriteElementString("term", term);
            Category(xml, "termNote", "termType", type ?? "");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string element, string type, string value)
    {
        if (value.Length > 0)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString("type", type);
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }

    /// <summary>A concept as a file has it: terms in several languages, each with what is said of it.</summary>
    private sealed class Concept
    {
        private readonly List<Term> _vietnamese = [];
        private readonly List<Term> _english = [];
        private readonly List<string> _notes = [];
        private string _domain = "";
        private string _source = "";

        public static Concept Read(XmlReader reader, SortedSet<string> languages)
        {
            var concept = new Concept();
            string? language = null;
            Term? term = null;
            reader.Read();
            for (var more = reader.Read(); more;)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    more = reader.Read();
                    continue;
                }

                switch (Category(reader))
                {
                    case "langSet" or "langSec":
                        language = reader.GetAttribute("xml:lang") ?? reader.GetAttribute("lang");
                        languages.UnionWith(language is null ? [] : [language]);
                        term = null;
                        break;
                    case "term":
                        term = concept.Add(language, Text(reader));
                        continue;
                    case "termType" when term is not null:
                        term.IsShort = Text(reader) is "abbreviation" or "acronym" or "initialism" or "shortForm";
                        continue;
                    case "administrativeStatus" or "normativeAuthorization" when term is not null:
                        var status = Text(reader);
                        term.Rank = status.StartsWith("preferred", StringComparison.Ordinal) ? 0 : status.StartsWith("deprecated", StringComparison.Ordinal) || status.StartsWith("superseded", StringComparison.Ordinal) ? 2 : 1;
                        continue;
                    case "subjectField":
                        concept._domain = concept._domain.Length > 0 ? concept._domain : Text(reader);
                        continue;
                    case "source":
                        concept._source = concept._source.Length > 0 ? concept._source : Text(reader);
                        continue;
                    case "note":
                        concept._notes.Add(Text(reader));
                        continue;
                    default:
                        break;
                }

                more = reader.Read();
            }

            return concept;
        }

        public IEnumerable<TermEntry> Entries()
        {
            List<Term> english = [.. _english.Where(static t => t.Rank < 2).OrderBy(static t => t.Rank).ThenBy(static t => t.IsShort)];
            if (english.Count == 0)
            {
                yield break;
            }

            var also = english.Skip(1).Where(static t => !t.IsShort).Select(static t => t.Text).ToList();
            var note = string.Join("; ", also.Count == 0 ? _notes : [.. _notes, AlsoPrefix + string.Join(", ", also)]);
            var full = _vietnamese.Where(static t => !t.IsShort).DefaultIfEmpty(_vietnamese.FirstOrDefault()).OfType<Term>().ToList();
            var abbreviation = _vietnamese.Find(t => t.IsShort && t != full[0])?.Text ?? "";
            foreach (var term in full)
            {
                yield return new TermEntry(term.Text, english[0].Text, term == full[0] ? abbreviation : "", _domain, note) { Origin = _source };
            }
        }

        private Term? Add(string? language, string text)
        {
            var list = ExchangeFile.IsLanguage(language, "vi", "vie") ? _vietnamese : ExchangeFile.IsLanguage(language, "en", "eng") ? _english : null;
            if (list is null || text.Length == 0)
            {
                return null;
            }

            list.Add(new Term(text));
            return list[^1];
        }

        // DCA: <descrip type="subjectField">; DCT: <min:subjectField>.
        private static string Category(XmlReader reader) =>
            reader.LocalName is "descrip" or "admin" or "termNote" or "adminNote" or "xref" ? reader.GetAttribute("type") ?? "" : reader.LocalName;

        // All the text inside, with that of marked stretches; the reader stands behind the element then.
        private static string Text(XmlReader reader)
        {
            using var inner = reader.ReadSubtree();
            var text = new StringBuilder();
            while (inner.Read())
            {
                if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                {
                    text.Append(inner.Value);
                }
            }

            inner.Dispose();
            reader.Skip();
            return ExchangeFile.Tidy(text.ToString());
        }

        private sealed record Term(string Text)
        {
            public bool IsShort { get; set; }

            public int Rank { get; set; } = 1;
        }
    }
}
