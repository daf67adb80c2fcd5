using System.Text;
using Dau.Translation.Terms;

namespace Dau.Translation.Exchange;

/// <summary>
/// Terms as CSV (RFC 4180), with commas, semicolons or tabs. A first line with the names <c>vietnamese</c> and <c>english</c> (and any of <c>abbreviation</c>, <c>domain</c>,
/// <c>note</c>, <c>source</c>) says which column is which; without it they stand in that order.
/// </summary>
internal static class TermCsv
{
    private static readonly string[] Columns = ["vietnamese", "english", "abbreviation", "domain", "note", "source"];

    /// <summary>The terms of a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or a line of it has no Vietnamese or no English.</exception>
    public static IReadOnlyList<TermEntry> Read(string path) => Parse(ExchangeFile.ReadText(path), path);

    /// <summary>The terms of a text.</summary>
    public static IReadOnlyList<TermEntry> Parse(string text, string path)
    {
        var rows = Rows(text, Separator(text), path);
        if (rows.Count == 0)
        {
            throw new InputException($"{path} holds no terms.");
        }

        var places = Header(rows[0].Fields);
        var entries = new List<TermEntry>();
        foreach (var (line, fields) in places is null ? rows : rows.Skip(1))
        {
            string[] values = [.. Enumerable.Range(0, Columns.Length).Select(column => (places is null ? column : places[column]) is var place && place >= 0 && place < fields.Count ? ExchangeFile.Tidy(fields[place]) : "")];
            if (values[0].Length == 0 || values[1].Length == 0)
            {
                throw new InputException($"{path}, line {line}: a term needs its Vietnamese in the first column and its English in the second, or a first line that names the columns: {string.Join(",", Columns)}.");
            }

            entries.Add(new TermEntry(values[0], values[1], values[2], values[3], values[4]) { Origin = values[5] });
        }

        return entries;
    }

    /// <summary>Writes terms, with a first line that names the columns.</summary>
    public static void Write(Stream stream, IEnumerable<TermEntry> entries, char separator = ',')
    {
        // With its mark at the front, without which Excel reads UTF-8 as another encoding.
        using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(separator, Columns));
        foreach (var entry in entries)
        {
            writer.WriteLine(string.Join(separator, new[] { entry.Source, entry.Target, entry.Abbreviation, entry.Domain, entry.Note, entry.Origin }.Select(Quoted)));
        }
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",;\t\"\r\n#") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static int[]? Header(IReadOnlyList<string> fields)
    {
        int[] places = [.. Columns.Select(name => fields.ToList().FindIndex(f => f.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)))];
        return places[0] >= 0 && places[1] >= 0 ? places : null;
    }

    private static char Separator(string text)
    {
        var first = text.AsSpan();
        var end = first.IndexOfAny('\r', '\n');
        first = end < 0 ? first : first[..end];
        return first.Contains('\t') ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',';
    }

    private static List<(int Line, List<string> Fields)> Rows(string text, char separator, string path)
    {
        var rows = new List<(int, List<string>)>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, started, quoted, wasQuoted) = (1, 1, false, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i == text.Length ? '\n' : text[i];
            if (quoted && i < text.Length)
            {
                line += c == '\n' ? 1 : 0;
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (quoted)
            {
                throw new InputException($"{path}, line {started}: a quotation mark is opened and never closed.");
            }
            else if (c == '"' && field.Length == 0)
            {
                (quoted, wasQuoted) = (true, true);
            }
            else if (c == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c == '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (fields.Exists(static f => !string.IsNullOrWhiteSpace(f)) && (wasQuoted || !fields[0].StartsWith('#')))
                {
                    rows.Add((started, fields));
                }

                (fields, wasQuoted) = ([], false);
                started = ++line;
            }
            else
            {
                field.Append(c);
            }
        }

        return rows;
    }
}
