namespace Dau.Tests;

/// <summary>Material that lies beside the checkout on the machines of those who build Dấu, and nowhere else.</summary>
internal static class Shared
{
    /// <summary>A file or folder of it; null where it is not there, and the test that needs it is skipped.</summary>
    public static string? Find(string relative)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                string path = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", relative));
                return File.Exists(path) || Directory.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
