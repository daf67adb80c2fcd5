namespace Dau.Vision.Workers;

/// <summary>A worker crashed, hung, grew too large or spoke nonsense; it is gone. The message is a sentence that starts with a verb's subject, for the user.</summary>
internal sealed class WorkerException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it grew too large, for which what it read before may be to blame.</summary>
    public bool IsMemory { get; init; }
}
