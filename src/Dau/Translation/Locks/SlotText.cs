using System.Text;

namespace Dau.Translation.Locks;

/// <summary>
/// Locked spans as single characters of the private use area, one for each kind and number in the sentence: a model trained with them carries them to
/// their place in the English, where the exact rendering is put back. Training data is written with the same characters.
/// </summary>
internal static class SlotText
{
    private const char First = '\uE000';
    private const int Block = 16;

    /// <summary>How many slots of a kind a model is trained with, in the order of <see cref="LockKind"/>; a further lock of the kind stays as it is.</summary>
    private static readonly int[] Most = [12, 8, 8, 8, 8, 4];

    /// <summary>Whether a character is a slot.</summary>
    public static bool IsSlot(char c) => c is >= First and < (char)(First + (6 * Block));

    /// <summary>The text with its locks (in the order of the text) replaced, and the lock that each slot stands for.</summary>
    public static (string Text, IReadOnlyDictionary<char, LockedSpan> Slots) Mask(string text, IEnumerable<LockedSpan> locks)
    {
        var slots = new Dictionary<char, LockedSpan>();
        var used = new int[Most.Length];
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var item in locks)
        {
            var kind = (int)(item.Kind == LockKind.Term ? LockKind.Name : item.Kind); // no model was trained with terms; it treats them as names
            if (used[kind] == Most[kind] || item.Start < at)
            {
                continue;
            }

            var slot = (char)(First + (Block * kind) + used[kind]++);
            slots.Add(slot, item);
            masked.Append(text, at, item.Start - at).Append(slot);
            at = item.End;
        }

        return (masked.Append(text, at, text.Length - at).ToString(), slots);
    }

    /// <summary>Whether the English has each slot once and no other.</summary>
    public static bool IsWhole(string text, IReadOnlyDictionary<char, LockedSpan> slots)
    {
        var found = text.Where(IsSlot).ToList();
        return found.Count == slots.Count && found.Distinct().Count() == found.Count && found.TrueForAll(slots.ContainsKey);
    }

    /// <summary>The English with each slot's rendering in its place; a slot that is not of this sentence is dropped.</summary>
    public static string Fill(string text, IReadOnlyDictionary<char, LockedSpan> slots)
    {
        var filled = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsSlot(c))
            {
                filled.Append(c);
            }
            else if (slots.TryGetValue(c, out var item))
            {
                filled.Append(item.Rendering);
            }
        }

        return filled.ToString();
    }
}
