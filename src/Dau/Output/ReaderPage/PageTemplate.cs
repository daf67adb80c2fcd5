using System.Security.Cryptography;
using System.Text;

namespace Dau.Output.ReaderPage;

/// <summary>The frame of a page (<c>name.html</c>), filled with its style and script, their hashes in the content policy, and what the caller writes into the other gaps.</summary>
internal static class PageTemplate
{
    /// <summary>Writes the page.</summary>
    /// <param name="name">Name of the frame.</param>
    /// <param name="html">Where to.</param>
    /// <param name="fill">Writes what belongs into the gap of the given name.</param>
    internal static async Task WriteAsync(string name, HtmlWriter html, Func<string, Task> fill)
    {
        foreach (string gap in Write(name, html))
        {
            await fill(gap);
        }
    }

    /// <summary>Writes a page whose gaps are filled at once.</summary>
    internal static void Write(string name, HtmlWriter html, Action<string> fill)
    {
        foreach (string gap in Write(name, html))
        {
            fill(gap);
        }
    }

    // Writes what lies between the gaps, and names each gap when its turn comes.
    private static IEnumerable<string> Write(string name, HtmlWriter html)
    {
        string style = EmbeddedText.Read($"ReaderPage.{name}.css");
        string[] parts = EmbeddedText.Read($"ReaderPage.{name}.html").Split(["{{", "}}"], StringSplitOptions.None);
        string script = parts.Contains("script") ? EmbeddedText.Read($"ReaderPage.{name}.js") : "";
        for (int i = 0; i < parts.Length; i++)
        {
            switch (i % 2 == 0 ? null : parts[i])
            {
                case null:
                    html.Raw(parts[i]);
                    break;
                case "style":
                    html.Raw(style);
                    break;
                case "script":
                    html.Raw(script);
                    break;
                case "style-hash":
                    html.Raw(Hash(style));
                    break;
                case "script-hash":
                    html.Raw(Hash(script));
                    break;
                default:
                    yield return parts[i];
                    break;
            }
        }
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
