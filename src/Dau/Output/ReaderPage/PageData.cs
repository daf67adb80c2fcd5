using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Dau.Output.ReaderPage;

/// <summary>Writes what the page's script needs of one page of the scan: where each word stands, and how segments and their twins hang together.</summary>
internal static class PageData
{
    // Escapes <, > and & so that no text of a document can end the element that holds it.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// <c>{"w":[[wordId,x,y,width,height,segmentId]…],"s":{segmentId:{"w":[[wordId,start,end]…],"l":[sourceStart,sourceEnd,targetStart,targetEnd,…]}}}</c>
    /// </summary>
    internal static string Build(Page page, Lookup lookup)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("w");
            foreach (Word word in page.Words)
            {
                json.WriteStartArray();
                json.WriteStringValue(word.Id);
                json.WriteNumberValue(word.Box.X);
                json.WriteNumberValue(word.Box.Y);
                json.WriteNumberValue(word.Box.Width);
                json.WriteNumberValue(word.Box.Height);
                json.WriteStringValue(lookup.SegmentOf(word.Id)?.Id ?? "");
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartObject("s");
            foreach (Segment segment in lookup.On(page.Number).SelectMany(static entry => entry.Segments))
            {
                WriteSegment(json, segment, lookup);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteSegment(Utf8JsonWriter json, Segment segment, Lookup lookup)
    {
        TextSpan?[] places = WordPlaces.Find(segment.Source, [.. segment.WordIds.Select(id => lookup.Word(id)?.Source ?? "")]);
        json.WriteStartObject(segment.Id);
        json.WriteStartArray("w");
        for (int i = 0; i < places.Length; i++)
        {
            json.WriteStartArray();
            json.WriteStringValue(segment.WordIds[i]);
            json.WriteNumberValue(places[i]?.Start ?? -1);
            json.WriteNumberValue(places[i]?.End ?? -1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("l");
        foreach (Link link in segment.Reviewed is null ? segment.Links : [])
        {
            json.WriteNumberValue(link.Source.Start);
            json.WriteNumberValue(link.Source.End);
            json.WriteNumberValue(link.Target.Start);
            json.WriteNumberValue(link.Target.End);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
