using Azure;

namespace Dau.Translation.Azure;

/// <summary>Says what went wrong with the service and what to do.</summary>
internal static class Failures
{
    /// <summary>Whether the service refused the credentials or the request as such.</summary>
    public static bool IsRefusal(Exception e) => Status(e) is 400 or 401 or 403 or 404;

    /// <summary>Whether further requests would fail as well.</summary>
    public static bool IsFinal(Exception e) => Status(e) is not (200 or >= 500);

    /// <summary>A sentence for the user.</summary>
    public static string Describe(Exception e, string host) => Status(e) switch
    {
        401 => $"Azure Translator at {host} did not accept the key (401): check {AzureOptions.KeyVariable}, {AzureOptions.RegionVariable} or {AzureOptions.TokenVariable}.",
        403 => $"Azure Translator at {host} refuses this resource (403): its free quota is used up, or its firewall or rights do not allow the call.",
        429 => $"Azure Translator at {host} asks to slow down (429) and did so until the tries were used up: wait a while and translate again.",
        400 => $"Azure Translator at {host} did not understand the request (400): {Detail(e)}",
        404 => $"There is no Azure Translator at {host} (404): check {AzureOptions.EndpointVariable}.",
        >= 500 and var status => $"Azure Translator at {host} failed ({status}): translate again later.",
        200 => Detail(e),
        0 => $"Azure Translator at {host} could not be reached, or the connection was cut: {Detail(e)}",
        var status => $"Azure Translator at {host} answered with status {status}.",
    };

    private static int Status(Exception e) => e is RequestFailedException failed ? failed.Status : 0;

    private static string Detail(Exception e)
    {
        var inner = e is AggregateException aggregate ? aggregate.InnerExceptions[^1] : e;
        return inner.Message.Split('\n')[0].Trim();
    }
}
