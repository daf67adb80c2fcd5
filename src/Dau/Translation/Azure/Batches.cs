namespace Dau.Translation.Azure;

/// <summary>Cuts a document into requests that the service takes.</summary>
internal static class Batches
{
    /// <summary>Most texts in a request.</summary>
    public const int MaxElements = 1000;

    /// <summary>Most characters in a request, all texts together.</summary>
    public const int MaxCharacters = 50_000;

    /// <summary>Indices of the texts of each request, in order. A text that is too long for any request is in none.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Cut(IReadOnlyList<string> texts)
    {
        var batches = new List<IReadOnlyList<int>>();
        var batch = new List<int>();
        var characters = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var length = texts[i].Length;
            if (string.IsNullOrWhiteSpace(texts[i]) || length > MaxCharacters)
            {
                continue;
            }

            if (batch.Count == MaxElements || characters + length > MaxCharacters)
            {
                batches.Add(batch);
                (batch, characters) = ([], 0);
            }

            batch.Add(i);
            characters += length;
        }

        if (batch.Count > 0)
        {
            batches.Add(batch);
        }

        return batches;
    }
}
