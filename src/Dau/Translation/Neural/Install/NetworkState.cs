using System.Net.NetworkInformation;

namespace Dau.Translation.Neural.Install;

/// <summary>Whether this machine has a network, as far as can be seen without contacting anything.</summary>
internal static class NetworkState
{
    /// <summary>Whether a network interface other than the machine's own loop is up.</summary>
    public static bool IsUp()
    {
        try
        {
            return NetworkInterface.GetIsNetworkAvailable();
        }
        catch (NetworkInformationException)
        {
            return false;
        }
    }
}
