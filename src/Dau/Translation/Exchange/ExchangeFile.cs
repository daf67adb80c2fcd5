using System.Text;
using System.Xml;

namespace Dau.Translation.Exchange;

/// <summary>Opens files of terms and translations that others wrote: no larger than <see cref="MaxBytes"/>, no entities, no document types, no network.</summary>
internal static class ExchangeFile
{
    /// <summary>Largest file that is read. A memory of 100,000 sentences has about 60 MB.</summary>
    public const long MaxBytes = 256L << 20;

    /// <summary>Reads an XML file.</summary>
    /// <exception cref="InputException">The file is missing, too large, malformed or in an encoding that is not read; the message says what to do.</exception>
    public static T ReadXml<T>(string path, Func<XmlReader, T> read)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore, // TMX 1.4b names one; it is passed over, and an entity it declares is an error
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        try
        {
            using (var declaration = XmlReader.Create(Open(path), settings))
            {
                // Whether an older encoding can be decoded depends on what else runs in the process; it is refused either way.
                if (declaration.Read() && declaration.NodeType == XmlNodeType.XmlDeclaration && declaration.GetAttribute("encoding") is { } name
                    && !name.StartsWith("utf-", StringComparison.OrdinalIgnoreCase) && !name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
                {
                    throw NotUnicode(path, null);
                }
            }

            using var reader = XmlReader.Create(Open(path), settings);
            return read(reader);
        }
        catch (XmlException e) when (e.Message.Contains("encoding", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"{path} is not in an encoding that is read here (an older Vietnamese one, such as Windows-1258, is not). Save it as UTF-8 or UTF-16. {e.Message}", e);
        }
        catch (XmlException e) when (e.Message.Contains("entity", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"{path} uses entities of its own, which are not opened here because they can be a trap. Export it again without them. {e.Message}", e);
        }
        catch (XmlException e)
        {
            throw new InputException($"{path} is damaged, or no such file: {e.Message} Export it again, and carry it over whole.", e);
        }
        catch (DecoderFallbackException e)
        {
            throw NotUnicode(path, e);
        }
        catch (IOException e)
        {
            throw new InputException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a text file: UTF-8, or UTF-16 with its mark at the front.</summary>
    /// <exception cref="InputException">As for <see cref="ReadXml"/>.</exception>
    public static string ReadText(string path)
    {
        try
        {
            using var reader = new StreamReader(Open(path), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            var text = reader.ReadToEnd();
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new InputException($"{path} is no text in UTF-8: it may be UTF-16 without its mark, or no text at all. Save it as UTF-8.")
                : text;
        }
        catch (DecoderFallbackException e)
        {
            throw NotUnicode(path, e);
        }
        catch (IOException e)
        {
            throw new InputException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whitespace as single spaces, NFC.</summary>
    public static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);

    /// <summary>Whether a language tag is of this language: <c>vi</c>, <c>vi-VN</c>, <c>VI_vn</c>, <c>vie</c>.</summary>
    public static bool IsLanguage(string? tag, string two, string three)
    {
        var first = tag?.Split('-', '_')[0];
        return string.Equals(first, two, StringComparison.OrdinalIgnoreCase) || string.Equals(first, three, StringComparison.OrdinalIgnoreCase);
    }

    private static FileStream Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            if (file.Length is > 0 and <= MaxBytes)
            {
                return file;
            }

            var length = file.Length;
            file.Dispose();
            throw new InputException(length == 0 ? $"{path} is empty." : $"{path} is larger than the {MaxBytes >> 20} MiB that are read. Split it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(File.Exists(path) ? $"{path} cannot be read: {e.Message}" : $"{path} does not exist.", e);
        }
    }

    private static InputException NotUnicode(string path, Exception? inner) =>
        new($"{path} is not in UTF-8; it may be in Windows-1258 or another older encoding. Save it as UTF-8 (in Excel: 'CSV UTF-8').", inner);
}
