namespace Managed.Agents;

/// <summary>The result of one attempt to send a request.</summary>
internal sealed class Attempt
{
    public HttpResponseMessage? Response { get; init; }

    /// <summary>The complete body. Empty for an open stream.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The error, or null if the attempt succeeded.</summary>
    public ManagedAgentsException? Error { get; init; }

    public bool IsRetryable { get; init; }

    /// <summary>The delay that the server requested.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
