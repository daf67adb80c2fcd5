using CsCheck;
using Dau.Translation.Exchange;

namespace Dau.Tests.Translation.Exchange;

public sealed class TmxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dau-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reads_what_translation_programs_write()
    {
        string path = Write("""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en-US" srclang="*all*" datatype="xml"/>
            <body>
              <tu tuid="1"><prop type="x-project">p</prop><note>n</note>
                <tuv xml:lang="EN-GB"><seg>To the <bpt i="1">&lt;b&gt;</bpt>Department<ept i="1">&lt;/b&gt;</ept> of <hi>Health</hi><ph x="1">&lt;br/&gt;</ph>.</seg></tuv>
                <tuv xml:lang="VI-VN" changedate="20240101T000000Z"><prop type="y">z</prop><seg>Gửi <it pos="begin">x</it>Sở
                  Y tế.</seg></tuv>
              </tu>
              <tu><tuv xml:lang="fr"><seg>Seul</seg></tuv></tu>
              <tu><tuv xml:lang="vi"><seg></seg></tuv><tuv xml:lang="en"><seg>No source</seg></tuv></tu>
            </body></tmx>
            """);
        Assert.Equal([new TmxUnit("Gửi Sở Y tế.", "To the Department of Health.")], Tmx.Read(path));
    }

    [Theory]
    [InlineData("<tmx version=\"1.4\"><body><tu>", "damaged", "cut short")]
    [InlineData("<xliff/>", "no TMX", "another format")]
    [InlineData("<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx><body><tu><tuv xml:lang=\"vi\"><seg>&a;</seg></tuv></tu></body></tmx>", "entities", "entities")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1258\"?><tmx/>", "Windows-1258", "an older encoding")]
    [InlineData("<tmx><body><tu><tuv xml:lang=\"de\"><seg>a</seg></tuv></tu></body></tmx>", "its languages: de", "other languages")]
    [InlineData("", "empty", "nothing")]
    public void Says_what_is_wrong_with_a_file(string text, string says, string reason)
    {
        var e = Assert.Throws<InputException>(() => Tmx.Read(Write(text)));
        Assert.True(e.Message.Contains(says, StringComparison.Ordinal), $"{reason}: {e.Message}");
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        Gen<string> text = Gen.String[Gen.OneOf(Gen.Char["ađ <>&\"'/;\t"], Gen.Char['\u00C0', '\u1EF9']), 1, 20].Select(static t => ExchangeFile.Tidy(t) is { Length: > 0 } tidy ? tidy : "x");
        Gen.Select(text, text, text.Null(), static (s, t, d) => new TmxUnit(s, t) { Draft = d }).Array[0, 6].Sample(
            units =>
            {
                string path = Path.Combine(_folder, Guid.NewGuid() + ".tmx");
                using (FileStream file = File.Create(path))
                {
                    Tmx.Write(file, units);
                }

                return Tmx.Read(path).SequenceEqual(units);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void What_XML_cannot_hold_is_left_out()
    {
        string path = Path.Combine(_folder, "a.tmx");
        using (FileStream file = File.Create(path))
        {
            Tmx.Write(file, [new TmxUnit("a\u0001b\uD800", "c\uFFFEd")]);
        }

        Assert.Equal([new TmxUnit("ab", "cd")], Tmx.Read(path));
    }

    private string Write(string text)
    {
        string path = Path.Combine(_folder, Guid.NewGuid() + ".tmx");
        File.WriteAllText(path, text);
        return path;
    }
}
