namespace Dau.Training;

/// <summary>Options of the command line: <c>--name value</c>, or <c>--name</c> alone.</summary>
internal sealed class Arguments(string[] args)
{
    /// <summary>The option's value; null where it is not given.</summary>
    public string? Value(string name) => Array.IndexOf(args, "--" + name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>Whether the option is given.</summary>
    public bool Has(string name) => args.Contains("--" + name, StringComparer.Ordinal);
}
