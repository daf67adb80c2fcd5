using System.Text.RegularExpressions;

namespace Dau.Segmentation;

/// <summary>Knows the shape of a document's number and code.</summary>
internal static partial class LetterNumbers
{
    /// <summary>Whether a text holds digits, a stroke or dash, and a code in capitals: <c>123/QĐ-UBND</c>, <c>36-HD/VPTW</c>.</summary>
    internal static bool HasCode(string text) => CodePattern().IsMatch(text);

    [GeneratedRegex(@"\d\s*[/-]\s*(\d{4}\s*/\s*)?\p{Lu}[\p{L}\d]*([-/]\p{Lu}|\b)")]
    private static partial Regex CodePattern();
}
