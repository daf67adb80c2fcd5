namespace Dau.Facts;

/// <summary>Words and marks of a document by the ids that blocks refer to.</summary>
internal sealed class WordBook
{
    private readonly Dictionary<string, (Word Word, Page Page)> words = new(StringComparer.Ordinal);

    internal WordBook(IReadOnlyList<Page> pages)
    {
        foreach (Page page in pages)
        {
            foreach (Word word in page.Words)
            {
                words.TryAdd(word.Id, (word, page));
            }
        }
    }

    /// <summary>The words of a segment that are there.</summary>
    internal IEnumerable<Word> Of(Segment segment) => Of(segment.WordIds);

    internal IEnumerable<Word> Of(IEnumerable<string> ids) => ids.Where(words.ContainsKey).Select(id => words[id].Word);

    /// <summary>The page of a word; null where it is not there.</summary>
    internal Page? PageOf(string id) => words.TryGetValue(id, out (Word Word, Page Page) found) ? found.Page : null;

    /// <summary>Whether a word lies, by a third or more, on a mark of one of the kinds.</summary>
    internal bool IsOn(string id, params ReadOnlySpan<MarkKind> kinds)
    {
        if (!words.TryGetValue(id, out (Word Word, Page Page) found))
        {
            return false;
        }

        foreach (Mark mark in found.Page.Marks)
        {
            if (kinds.Contains(mark.Kind) && mark.Box.Intersect(found.Word.Box).Area * 3 > found.Word.Box.Area)
            {
                return true;
            }
        }

        return false;
    }
}
