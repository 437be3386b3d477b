namespace Managed.Agents;

/// <summary>What is sent to a session in one request. When one input is refused, all of them are.</summary>
public sealed record SessionEventSendRequest : ApiObject
{
    /// <summary>The inputs, in order.</summary>
    public required IReadOnlyList<SessionInput> Events { get; init => field = ReadOnlyCopy.OfList(value); }
}
