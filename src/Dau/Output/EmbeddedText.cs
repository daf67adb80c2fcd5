using System.Reflection;

namespace Dau.Output;

/// <summary>Texts that are part of the program: the JSON Schema, the parts of the reader page.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of <c>Output/{name}</c> (folders with full stops), line ends as in the file.</summary>
    internal static string Read(string name)
    {
        Assembly assembly = typeof(EmbeddedText).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"Dau.Output.{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
