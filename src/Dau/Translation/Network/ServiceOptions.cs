namespace Dau.Translation.Network;

/// <summary>How a translation service of the user's own is reached. Read from the environment, never from the command line, where others could see a key.</summary>
internal sealed record ServiceOptions
{
    /// <summary>Where it is.</summary>
    public required Uri Address { get; init; }

    /// <summary>Its key, where it wants one.</summary>
    public string? Key { get; init; }

    /// <summary>The model to use, where the service has several.</summary>
    public string? Model { get; init; }

    /// <summary>How often a request is tried again after 408, 429, 5xx or a cut connection.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>The first wait before trying again where the service names none; it doubles each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most bytes of an answer.</summary>
    public long LongestAnswer { get; init; } = 16 << 20;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
