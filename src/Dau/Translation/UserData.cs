namespace Dau.Translation;

/// <summary>Where the user's own terms and memory lie: in the user's data folder, or where <see cref="Variable"/> says.</summary>
internal static class UserData
{
    /// <summary>The variable that names another folder.</summary>
    public const string Variable = "DAU_DATA";

    /// <summary>Files of the user's own terms; each that <see cref="Exchange.TermFiles"/> reads is used.</summary>
    public static string TermFolder => Path.Combine(Folder, "termbase");

    /// <summary>The user's translation memory.</summary>
    public static string MemoryFile => Path.Combine(Folder, "memory.tmx");

    private static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } other
        ? other
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "dau");
}
