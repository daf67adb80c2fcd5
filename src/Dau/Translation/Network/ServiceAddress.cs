namespace Dau.Translation.Network;

/// <summary>Where a service of the user's own is, and whether text may go there.</summary>
internal static class ServiceAddress
{
    /// <summary>Reads an address from the environment.</summary>
    /// <param name="variable">Name of the variable, for messages.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="TranslationException">It is none, or the text could be read on its way there.</exception>
    public static Uri Parse(string variable, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? new Uri(address.AbsoluteUri.TrimEnd('/') + "/")
            : throw new TranslationException($"{variable} must be an https:// address, or an http:// address of this machine; it is '{value}'.");

    /// <summary>Refuses an address outside this machine without leave.</summary>
    /// <exception cref="TranslationException">Text would leave the machine, and that was not allowed.</exception>
    public static void Check(string engine, Uri address, bool allowNetwork)
    {
        if (!allowNetwork && !address.IsLoopback)
        {
            throw new TranslationException(
                $"The {engine} engine would send the text to {address.Host}. Add --allow-network if it may leave this machine, or use the offline engine with --translator draft.");
        }
    }
}
