using System.Globalization;
using System.Text;

namespace Dau.Output.ReaderPage;

/// <summary>The page's English for the names that the record uses, with the Vietnamese term where the letter has one.</summary>
internal static class Wording
{
    internal static string Of(Section section) => section switch
    {
        Section.Header => "Header",
        Section.Body => "Body",
        Section.Signature => "Signature",
        Section.Appendix => "Appendix · Phụ lục",
        Section.Footnote => "Footnotes",
        _ => "Margin: not the letter’s own text",
    };

    /// <summary>The label beside a block; null where the text speaks for itself.</summary>
    internal static string? Of(BlockKind kind) => kind switch
    {
        BlockKind.ParentIssuer => "Parent",
        BlockKind.Issuer => "Issuer",
        BlockKind.Motto => "Motto",
        BlockKind.Number => "Number",
        BlockKind.PlaceDate => "Date",
        BlockKind.DocumentType => "Type",
        BlockKind.Subject => "Subject",
        BlockKind.Addressee => "To",
        BlockKind.Urgency => "Urgency",
        BlockKind.Secrecy => "Secrecy",
        BlockKind.Circulation => "Circulation",
        BlockKind.LegalBasis => "Basis",
        BlockKind.Quotation => "Quotation",
        BlockKind.Recipients => "Recipients",
        BlockKind.Authority => "Authority",
        BlockKind.SignerTitle => "Title",
        BlockKind.SignerName => "Signer",
        BlockKind.PageNumber => "Page no.",
        BlockKind.ReceiptStamp => "Receipt",
        BlockKind.DigitalSignature => "Digital sig.",
        BlockKind.Drafter => "Drafter",
        BlockKind.Address => "Address",
        _ => null,
    };

    internal static string Of(MarkKind kind) => kind switch
    {
        MarkKind.Seal => "seal",
        MarkKind.Signature => "signature",
        MarkKind.NameStamp => "name stamp",
        MarkKind.QrCode => "QR code",
        MarkKind.UrgencyStamp => "urgency stamp",
        MarkKind.ReceiptStamp => "receipt stamp",
        MarkKind.Handwriting => "handwriting",
        _ => "watermark",
    };

    /// <summary>Whether a flag warns of something that may be wrong; the others only say how a line was made, and the line's tag says that.</summary>
    internal static bool IsWarning(string flag) => flag is not ("gloss" or "untranslated");

    internal static string Flag(string flag) => flag switch
    {
        "numberChanged" => "number differs",
        "numberAmbiguous" => "number can be read two ways",
        "dateChanged" => "date differs",
        "codeChanged" => "document code differs",
        "nameChanged" => "name differs",
        "termChanged" => "your own term differs",
        "fuzzyMatch" => "English of a similar sentence: compare",
        "negationLost" => "a “not” may be lost",
        "notTranslated" => "not translated",
        "draftInstead" => "draft in place of the service’s English",
        _ => Spaced(flag),
    };

    internal static string Engine(string? engine) => engine switch
    {
        null => "no translation",
        "template" => "set phrase with a fixed English form",
        "memory" => "taken from an earlier translation",
        "draft" => "phrase-based draft made on this machine",
        "marian" or "neural" => "neural draft made on this machine",
        "azure" => "Azure Translator",
        "libreTranslate" => "LibreTranslate",
        "chat" => "language model",
        "human" => "translated by a person",
        _ => Spaced(engine),
    };

    internal static string Reason(string reason) => reason switch
    {
        "spelling" => "what was read cannot be a Vietnamese syllable",
        "context" => "the words around it call for it",
        "name" => "the engine nearly read it so, and it is the likelier name",
        "stray" => "a letter of another alphabet, or the end of a ruled line",
        "formula" => "the line says the same in every letter, but for marks",
        "romanNumeral" => "a Roman numeral was read as letters of the same strokes",
        "bullet" => "a small round spot before an item is a bullet",
        "leader" => "a line of dots was read as letters",
        "shape" => "a seal covers it; of the syllables of names this fits what is left in the picture: look at it",
        _ => Spaced(reason),
    };

    internal static string Authority(string authority) => authority switch
    {
        "TM" => "on behalf of the collective (TM.)",
        "KT" => "signing for the head (KT.)",
        "TL" => "by order of the head (TL.)",
        "TUQ" => "by authorisation (TUQ.)",
        "Q" => "acting head (Q.)",
        _ => authority,
    };

    /// <summary><c>2023-06-16</c> as <c>16 June 2023</c>; anything else as it is.</summary>
    internal static string Day(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : date;

    internal static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    internal static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");

    /// <summary>Why a corrected word differs from what was read.</summary>
    internal static string Change(Model.Correction correction) =>
        $"Read as “{correction.Before}”, changed to “{correction.After}” because {Reason(correction.Reason)} ({Percent(correction.Confidence)} sure).";

    /// <summary>How doubtful a word is, and what else it may be.</summary>
    internal static string Doubt(Word word)
    {
        string others = string.Join(", ", word.Alternatives.Take(4).Select(static other => $"“{other.Text}” {Percent(other.Probability)}"));
        return $"Doubtful reading, {Percent(word.Confidence)} sure." + (others.Length > 0 ? $" Could also be {others}." : " The engine offers no other reading.");
    }

    // numberChanged → number changed
    private static string Spaced(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0 && char.IsAsciiLetterLower(words[^1]))
            {
                words.Append(' ').Append(char.ToLowerInvariant(c));
            }
            else
            {
                words.Append(c);
            }
        }

        return words.ToString();
    }
}
