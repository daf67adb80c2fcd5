using System.Text;
using CsCheck;
using Dau.Translation.Exchange;
using Dau.Translation.Terms;

namespace Dau.Tests.Translation.Exchange;

public sealed class TermFilesTests : IDisposable
{
    // The older layout, with data categories as attributes, as terminology programs have exported it for years.
    private const string Martif = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE martif SYSTEM "http://example.invalid/TBXcoreStructV02.dtd">
        <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
          <termEntry id="1"><descripGrp><descrip type="subjectField">organ</descrip></descripGrp><note>of a province</note>
            <langSet xml:lang="vi-VN"><tig><term>Sở Y tế</term></tig><tig><term>SYT</term><termNote type="termType">abbreviation</termNote></tig></langSet>
            <langSet xml:lang="en-GB">
              <ntig><termGrp><term>Health Service</term></termGrp></ntig>
              <ntig><termGrp><term>Department of <hi type="x">Health</hi></term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp><adminGrp><admin type="source">Circular</admin></adminGrp></ntig>
              <ntig><termGrp><term>Health Office</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
            </langSet>
            <langSet xml:lang="fr"><tig><term>Service de santé</term></tig></langSet>
          </termEntry>
          <termEntry id="2"><langSet xml:lang="fr"><tig><term>seul</term></tig></langSet></termEntry>
        </body></text></martif>
        """;

    // The layout of 2019, with data categories as elements.
    private const string Dct = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
          <text><body><conceptEntry id="c1"><min:subjectField>land</min:subjectField>
            <langSec xml:lang="vi"><termSec><term>thu hồi đất</term><basic:termType>fullForm</basic:termType></termSec><termSec><term>lấy lại đất</term></termSec></langSec>
            <langSec xml:lang="en"><termSec><term>land recovery</term><basic:source>Land Law</basic:source></termSec></langSec>
          </conceptEntry></body></text>
        </tbx>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reads_TBX_of_2008()
    {
        TermEntry entry = Assert.Single(TermFiles.Read(File("a.tbx", Martif)));
        Assert.Equal(new TermEntry("Sở Y tế", "Department of Health", "SYT", "organ", "of a province; also: Health Service") { Origin = "Circular" }, entry);
    }

    [Fact]
    public void Reads_TBX_of_2019_with_an_entry_for_each_synonym() =>
        Assert.Equal(
            [new TermEntry("thu hồi đất", "land recovery", "", "land", "") { Origin = "Land Law" }, new TermEntry("lấy lại đất", "land recovery", "", "land", "") { Origin = "Land Law" }],
            TermFiles.Read(File("a.tbx", Dct)));

    [Fact]
    public void Reads_UTF_16() =>
        Assert.Equal("Sở Y tế", Assert.Single(TermFiles.Read(File("a.tbx", Martif.Replace("UTF-8", "UTF-16", StringComparison.Ordinal), Encoding.Unicode))).Source);

    [Theory]
    [InlineData("vietnamese,english\nSở,Service\n", "Sở", "Service", "", "commas")]
    [InlineData("English;Note;Vietnamese\r\nService;\"a; b\nc\";Sở\r\n", "Sở", "Service", "a; b c", "columns in another order, as Excel writes them here")]
    [InlineData("Sở\tService\n", "Sở", "Service", "", "tabs, without names")]
    [InlineData("\uFEFFvietnamese,english\n\"Sở \"\"A\"\"\",Service\n\n", "Sở \"A\"", "Service", "", "mark at the front, quotation marks, an empty line")]
    [InlineData("So\u031B\u0309,Service", "Sở", "Service", "", "marks as characters of their own")]
    public void Reads_tables(string text, string source, string target, string note, string reason)
    {
        TermEntry entry = Assert.Single(TermFiles.Read(File("a.csv", text)));
        Assert.True((entry.Source, entry.Target, entry.Note) == (source, target, note), $"{reason}: {entry}");
    }

    [Theory]
    [InlineData("a.tbx", "<tbx><text>", "damaged", "cut short")]
    [InlineData("a.tbx", "<html/>", "no TBX", "something else")]
    [InlineData("a.tbx", "<!DOCTYPE tbx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><tbx><text><body><conceptEntry><note>&b;</note></conceptEntry></body></text></tbx>", "entities", "entities that grow")]
    [InlineData("a.tbx", "<!DOCTYPE tbx [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><tbx><note>&a;</note></tbx>", "entities", "an entity that reads a file")]
    [InlineData("a.tbx", "<?xml version=\"1.0\" encoding=\"windows-1258\"?><tbx/>", "Windows-1258", "an older encoding")]
    [InlineData("a.tbx", "<tbx><text><body><conceptEntry><langSec xml:lang=\"de\"><termSec><term>Amt</term></termSec></langSec></conceptEntry></body></text></tbx>", "its languages: de", "other languages")]
    [InlineData("a.csv", "vietnamese,english\nSở,\n", "line 2", "no English")]
    [InlineData("a.csv", "vietnamese,english\n\"Sở,Service\n", "never closed", "an open quotation mark")]
    [InlineData("a.csv", "", "empty", "nothing")]
    [InlineData("a.csv", "\n\n", "no terms", "nothing but lines")]
    [InlineData("a.csv", "S\0\u1EDF\0,\0a\0", "UTF-16", "UTF-16 without its mark")]
    [InlineData("a.docx", "x", ".tbx, .csv, .tsv", "another format")]
    [InlineData("missing.tbx", null, "does not exist", "no file")]
    public void Says_what_is_wrong_with_a_file(string name, string? text, string says, string reason)
    {
        string path = text is null ? Path.Combine(_folder, name) : File(name, text);
        var e = Assert.Throws<InputException>(() => TermFiles.Read(path));
        Assert.True(e.Message.Contains(says, StringComparison.Ordinal), $"{reason}: {e.Message}");
    }

    [Fact]
    public void Says_that_a_table_is_in_an_older_encoding()
    {
        string path = Path.Combine(_folder, "a.csv");
        System.IO.File.WriteAllBytes(path, [.. "Kh"u8, 0xE1, .. "nh,Name\n"u8]);
        Assert.Contains("Windows-1258", Assert.Throws<InputException>(() => TermFiles.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_huge_file_before_reading_it()
    {
        string path = Path.Combine(_folder, "a.tbx");
        using (FileStream file = System.IO.File.Create(path))
        {
            file.SetLength(ExchangeFile.MaxBytes + 1); // sparse: takes no room
        }

        Assert.Contains("Split it", Assert.Throws<InputException>(() => TermFiles.Read(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".tbx")]
    [InlineData(".csv")]
    [InlineData(".tsv")]
    public void What_is_written_is_read_again(string ending)
    {
        Gen<string> letters = Gen.String[Gen.OneOf(Gen.Char["aăđ ,;:\"'<>&#\t=Ơ-/()"], Gen.Char['\u00C0', '\u1EF9']), 0, 12].Select(ExchangeFile.Tidy);
        Gen<string> filled = letters.Select(static text => text.Length == 0 ? "x" : text);
        Gen<TermEntry> entries = Gen.Select(filled, filled, letters, letters, letters, letters, static (s, t, a, d, n, o) => new TermEntry(s, t, a, d, n) { Origin = o });
        entries.Array[1, 6].Sample(
            terms =>
            {
                using var written = new MemoryStream();
                TermFiles.Write("x" + ending, written, terms);
                string path = Path.Combine(_folder, Guid.NewGuid() + ending);
                System.IO.File.WriteAllBytes(path, written.ToArray());
                return TermFiles.Read(path).SequenceEqual(terms);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void The_shipped_termbase_goes_out_and_comes_back()
    {
        string path = Path.Combine(_folder, "a.tbx");
        using (FileStream file = System.IO.File.Create(path))
        {
            TermFiles.Write(path, file, Termbase.ShippedEntries());
        }

        Assert.Equal(Termbase.ShippedEntries(), TermFiles.Read(path));
    }

    private string File(string name, string text, Encoding? encoding = null)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }
}
