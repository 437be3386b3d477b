namespace Managed.Agents;

/// <summary>A request to send inputs to a session. If one input is rejected, all are rejected.</summary>
public sealed record SessionEventSendRequest : ApiObject
{
    /// <summary>The inputs, in order.</summary>
    public required IReadOnlyList<SessionInput> Events { get; init => field = ReadOnlyCopy.OfList(value); }
}
