namespace Dau.Translation.Draft.Decoding;

/// <summary>A stretch of a text that becomes another.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="Length">Code units that go.</param>
/// <param name="Text">What comes in their place.</param>
internal readonly record struct TextEdit(int Start, int Length, string Text)
{
    /// <summary>The text with edits, none over another, in order; the links where their words are now, those of words that are gone left out.</summary>
    public static (string Text, IReadOnlyList<Link> Links) Apply(string text, IReadOnlyList<Link> links, IReadOnlyList<TextEdit> edits)
    {
        for (var i = edits.Count - 1; i >= 0; i--)
        {
            text = text.Remove(edits[i].Start, edits[i].Length).Insert(edits[i].Start, edits[i].Text);
        }

        return edits.Count == 0 ? (text, links)
            : (text, [.. links.Select(l => l with { Target = new TextSpan(Now(l.Target.Start, false), Now(l.Target.End, true)) }).Where(static l => l.Target.Start < l.Target.End)]);

        // What is put in belongs to the words that it takes the place of.
        int Now(int at, bool isEnd)
        {
            var now = at;
            foreach (var edit in edits)
            {
                var gone = Math.Clamp(at - edit.Start, 0, edit.Length);
                var isBehind = edit.Length == 0 ? edit.Start < at : gone == edit.Length || (isEnd && gone > 0);
                now += (isBehind ? edit.Text.Length : 0) - gone;
            }

            return now;
        }
    }
}
