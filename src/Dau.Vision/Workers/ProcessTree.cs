using System.Globalization;

namespace Dau.Vision.Workers;

/// <summary>Reads from <c>/proc</c> how much memory a process and its children hold.</summary>
internal static class ProcessTree
{
    /// <summary>Resident memory of the process and all that it started, bytes; 0 when it has ended.</summary>
    public static long ResidentBytes(int root)
    {
        long total = 0;
        var waiting = new Stack<int>([root]);
        for (int seen = 0; waiting.Count > 0 && seen < 1000; seen++)
        {
            int process = waiting.Pop();
            total += ResidentPages(process) * Environment.SystemPageSize;
            foreach (int child in Children(process))
            {
                waiting.Push(child);
            }
        }

        return total;
    }

    private static long ResidentPages(int process)
    {
        // size resident shared …, in pages
        string[] fields = ReadOrEmpty($"/proc/{Text(process)}/statm").Split(' ');
        return fields.Length > 1 && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out long pages) ? pages : 0;
    }

    private static IEnumerable<int> Children(int process)
    {
        string[] threads;
        try
        {
            threads = Directory.GetDirectories($"/proc/{Text(process)}/task");
        }
        catch (IOException)
        {
            return [];
        }

        return threads
            .SelectMany(static thread => ReadOrEmpty(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(static child => int.Parse(child, CultureInfo.InvariantCulture));
    }

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Text(int process) => process.ToString(CultureInfo.InvariantCulture);
}
