using System.Buffers;

namespace Dau.Output;

/// <summary>
/// Lays compact JSON out for people: what fits on a line stays on one (a box, a word, a short segment), what does not is opened up an item a line.
/// A page of 400 words is some 400 lines, not 5,000.
/// </summary>
internal static class JsonLayout
{
    /// <summary>Longest object or list, in bytes of compact JSON, that stays on one line.</summary>
    internal const int LineLength = 240;

    /// <summary>Writes <paramref name="json"/>.</summary>
    /// <param name="json">Valid JSON without white space between its parts.</param>
    /// <param name="output">Where to.</param>
    /// <param name="depth">How deep it stands, two spaces each; its first line is not indented.</param>
    internal static void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> output, int depth)
    {
        if (json.Length <= LineLength || (json[0] != '{' && json[0] != '['))
        {
            WriteLine(json, output);
            return;
        }

        output.Write(json[..1]);
        int start = 1;
        int end = json.Length - 1;
        while (start < end)
        {
            int length = ItemLength(json[start..end], out int nameLength);
            NewLine(output, depth + 1);
            ReadOnlySpan<byte> item = json.Slice(start, length);
            if (nameLength > 0)
            {
                output.Write(item[..nameLength]);
                output.Write(": "u8);
                item = item[(nameLength + 1)..];
            }

            Write(item, output, depth + 1);
            start += length;
            if (start < end)
            {
                output.Write(","u8);
                start++;
            }
        }

        NewLine(output, depth);
        output.Write(json[^1..]);
    }

    // The bytes up to the comma that ends the first item; for a property also the length of its name with quotes.
    private static int ItemLength(ReadOnlySpan<byte> json, out int nameLength)
    {
        nameLength = 0;
        int depth = 0;
        bool text = false;
        for (int i = 0; i < json.Length; i++)
        {
            byte b = json[i];
            if (text)
            {
                if (b == '\\')
                {
                    i++;
                }
                else if (b == '"')
                {
                    text = false;
                }
            }
            else if (b == '"')
            {
                text = true;
            }
            else if (b is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (b is (byte)'}' or (byte)']')
            {
                depth--;
            }
            else if (b == ':' && depth == 0)
            {
                nameLength = i;
            }
            else if (b == ',' && depth == 0)
            {
                return i;
            }
        }

        return json.Length;
    }

    // One line, with a space after the commas and colons that are not inside strings.
    private static void WriteLine(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        bool text = false;
        int start = 0;
        for (int i = 0; i < json.Length; i++)
        {
            byte b = json[i];
            if (text && b == '\\')
            {
                i++;
            }
            else if (b == '"')
            {
                text = !text;
            }
            else if (!text && b is (byte)',' or (byte)':' && !text)
            {
                output.Write(json[start..(i + 1)]);
                output.Write(" "u8);
                start = i + 1;
            }
        }

        output.Write(json[start..]);
    }

    private static void NewLine(IBufferWriter<byte> output, int depth)
    {
        output.Write("\n"u8);
        Span<byte> indent = output.GetSpan(depth * 2)[..(depth * 2)];
        indent.Fill((byte)' ');
        output.Advance(depth * 2);
    }
}
