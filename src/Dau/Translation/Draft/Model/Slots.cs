using Dau.Translation.Locks;

namespace Dau.Translation.Draft.Model;

/// <summary>The words that stand for locks in the tables: one for each kind.</summary>
internal static class Slots
{
    /// <summary>The word for a lock's kind.</summary>
    public static string Of(LockKind kind) => kind switch
    {
        LockKind.Number => "$num",
        LockKind.Date => "$date",
        LockKind.Code => "$code",
        LockKind.Name or LockKind.Term => "$name",
        LockKind.Place => "$place",
        _ => "$address",
    };

    /// <summary>Whether a word of the tables stands for a lock.</summary>
    public static bool Is(string word) => word.Length > 1 && word[0] == '$';
}
