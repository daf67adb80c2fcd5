using System.Globalization;
using System.Text;

namespace Dau.Tests.Input;

/// <summary>Writes small PDFs by hand, so that a test can say exactly what is in them.</summary>
internal sealed class TestPdf
{
    private readonly List<string> _objects = ["", ""];
    private readonly List<int> _pages = [];

    /// <summary>Ends the file without a page when left alone.</summary>
    public TestPdf Page(string content, string entries = "/MediaBox [0 0 595.2 841.92]", params (string Name, string Stream)[] resources)
    {
        var images = new StringBuilder();
        var fonts = new StringBuilder();
        foreach ((string name, string value) in resources)
        {
            (name.StartsWith('I') ? images : fonts).Append('/').Append(name).Append(' ').Append(Add(value)).Append(" 0 R ");
        }

        int contents = Add($"<</Length {content.Length}>>\nstream\n{content}\nendstream");
        _pages.Add(Add($"<</Type/Page/Parent 2 0 R {entries} /Contents {contents} 0 R /Resources<</XObject<<{images}>>/Font<<{fonts}>>>>>>"));
        return this;
    }

    /// <summary>A one-bit picture, all white, compressed to nothing by being one fill (its data is short; nobody decodes it here).</summary>
    public static (string Name, string Stream) Image(string name, int width, int height) =>
        (name, $"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns {width}/Rows {height}>>/Length 4>>\nstream\n\0\u0010\u0001\0\nendstream");

    /// <summary>A font that maps byte n of <see cref="Show"/> to letter n of <paramref name="alphabet"/>.</summary>
    public (string Name, string Stream) Font(string name, string baseFont, string alphabet)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n");
        foreach ((int index, char letter) in alphabet.Index())
        {
            map.Append(CultureInfo.InvariantCulture, $"1 beginbfchar <{index + 1:X2}> <{(int)letter:X4}> endbfchar\n");
        }

        map.Append("endcmap end end");
        int unicode = Add($"<</Length {map.Length}>>\nstream\n{map}\nendstream");
        string widths = string.Join(' ', Enumerable.Repeat("500", alphabet.Length));
        return (name, $"<</Type/Font/Subtype/TrueType/BaseFont/{baseFont}/FirstChar 1/LastChar {alphabet.Length}/Widths[{widths}]/ToUnicode {unicode} 0 R"
            + $"/FontDescriptor<</Type/FontDescriptor/FontName/{baseFont}/Flags 32/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80/FontBBox[0 -200 1000 900]>>>>");
    }

    /// <summary>Draws a text with its left end of baseline at x, y.</summary>
    public static string Show(string text, string alphabet, double x, double y, int mode = 0, string font = "F1", double size = 12) =>
        string.Create(CultureInfo.InvariantCulture, $"BT {mode} Tr /{font} {size} Tf {x} {y} Td <{string.Concat(text.Select(letter => (alphabet.IndexOf(letter, StringComparison.Ordinal) + 1).ToString("X2", CultureInfo.InvariantCulture)))}> Tj ET\n");

    public byte[] Bytes()
    {
        _objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
        _objects[1] = $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}]>>";
        var file = new StringBuilder("%PDF-1.5\n");
        var places = new List<int>();
        foreach ((int index, string body) in _objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        int xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (int place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_objects.Count + 1}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private int Add(string body)
    {
        _objects.Add(body);
        return _objects.Count;
    }
}
