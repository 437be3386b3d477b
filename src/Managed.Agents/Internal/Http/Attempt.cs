namespace Managed.Agents;

/// <summary>How one attempt of a call ended, and whether it is worth another.</summary>
internal sealed class Attempt
{
    public HttpResponseMessage? Response { get; init; }

    /// <summary>The whole body; empty for a stream that opened.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>What went wrong; null for a success.</summary>
    public ManagedAgentsException? Error { get; init; }

    public bool IsRepeatable { get; init; }

    /// <summary>The wait that the server named.</summary>
    public TimeSpan? Delay { get; init; }
}
