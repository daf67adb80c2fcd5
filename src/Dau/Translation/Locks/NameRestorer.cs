using Dau.Translation.Text;

namespace Dau.Translation.Locks;

/// <summary>Gives names the diacritics back that an engine dropped: Khanh Hoa → Khánh Hòa.</summary>
internal static class NameRestorer
{
    /// <summary>The translation with its names as the source writes them.</summary>
    public static SegmentTranslation Restore(SegmentTranslation translation, IReadOnlyList<LockedSpan> locks)
    {
        foreach (var name in locks.Where(static l => l.Kind is LockKind.Name or LockKind.Place))
        {
            translation = Restore(translation, name.Rendering);
        }

        return translation;
    }

    private static SegmentTranslation Restore(SegmentTranslation translation, string name)
    {
        var target = translation.Target!;
        if (target.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return translation;
        }

        var folded = Vietnamese.Fold(target);
        var plain = Vietnamese.Fold(name);
        foreach (var form in new[] { plain, plain.Replace(" ", "", StringComparison.Ordinal) })
        {
            var at = folded.IndexOf(form, StringComparison.Ordinal);
            var end = at + form.Length;
            if (at >= 0 && char.IsUpper(target[at]) && (at == 0 || !Tokeniser.IsWordPart(target[at - 1])) && (end == target.Length || !Tokeniser.IsWordPart(target[end])))
            {
                var links = translation.Links.Select(l => l with { Target = new TextSpan(Move(l.Target.Start, false), Move(l.Target.End, true)) });
                return translation with { Target = string.Concat(target.AsSpan(0, at), name, target.AsSpan(end)), Links = [.. links] };
            }

            int Move(int place, bool isEnd) =>
                place >= end ? place + name.Length - form.Length : place <= at ? place : isEnd ? at + name.Length : at;
        }

        return translation;
    }
}
