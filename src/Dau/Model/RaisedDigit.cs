namespace Dau.Model;

/// <summary>Digits above the line, as Unicode has them: the mark of a footnote, the 2 of m².</summary>
internal static class RaisedDigit
{
    private const string Signs = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The raised form of a digit.</summary>
    /// <param name="digit"><c>0</c> to <c>9</c>.</param>
    internal static char Of(char digit) => Signs[digit - '0'];

    /// <summary>A text with its raised digits set down on the line.</summary>
    internal static string Lowered(string text) => text.AsSpan().IndexOfAny(Signs) < 0 ? text : string.Concat(text.Select(static c => Signs.IndexOf(c) is >= 0 and int digit ? (char)('0' + digit) : c));
}
