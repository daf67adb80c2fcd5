namespace Dau.Translation.Network;

/// <summary>A request to a service failed, after all tries.</summary>
/// <param name="status">Status of the answer; 0 where none came.</param>
/// <param name="message">What the service or the connection said.</param>
/// <param name="inner">What was behind it.</param>
internal sealed class ServiceException(int status, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Status of the answer; 0 where none came, 200 where it was not what it should be.</summary>
    public int Status { get; } = status;

    /// <summary>Whether the service was too slow.</summary>
    public bool IsTimeout { get; init; }

    /// <summary>Whether the service refused the key or the request as such.</summary>
    public bool IsRefusal => Status is 400 or 401 or 403 or 404;

    /// <summary>Whether further requests would fail as well.</summary>
    public bool IsFinal => !IsTimeout && Status is not (200 or >= 500);
}
