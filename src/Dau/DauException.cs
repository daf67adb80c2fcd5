namespace Dau;

/// <summary>What ended a run or kept a document from being read. Each has an exit code; documented in the README.</summary>
public enum Fault
{
    /// <summary>A bug: something that no rule here foresees. Exit code 1.</summary>
    Unexpected = 1,

    /// <summary>The command line or an option is wrong. Exit code 2.</summary>
    Usage = 2,

    /// <summary>An input is missing, empty, damaged, too large or of a kind that is not read. Exit code 3.</summary>
    Input = 3,

    /// <summary>The password is missing or wrong. Exit code 4.</summary>
    Password = 4,

    /// <summary>The output folder cannot be used, or the disk is full. Exit code 5.</summary>
    Output = 5,

    /// <summary>Something Dấu needs is not installed: Tesseract, its model, poppler. Exit code 6.</summary>
    Missing = 6,

    /// <summary>A translation service refused, failed or was not allowed. Exit code 7.</summary>
    Translation = 7,

    /// <summary>Some pages or documents could not be read; the rest was. Exit code 8.</summary>
    Partial = 8,
}

/// <summary>A failure that is the run's, not a bug's: the message is a clear sentence for the user that says what to do.</summary>
public class DauException(Fault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of failure it is; its number is the exit code.</summary>
    public Fault Fault { get; } = fault;
}

/// <summary>An input cannot be read.</summary>
public sealed class InputException(string message, Exception? inner = null, Fault fault = Fault.Input) : DauException(fault, message, inner);

/// <summary>The output folder cannot be used.</summary>
public sealed class OutputException(string message, Exception? inner = null) : DauException(Fault.Output, message, inner);

/// <summary>Something Dấu needs is not installed.</summary>
public sealed class MissingToolException(string message, Exception? inner = null) : DauException(Fault.Missing, message, inner);

/// <summary>A translation engine cannot be used.</summary>
public sealed class TranslationException(string message, Exception? inner = null) : DauException(Fault.Translation, message, inner);
