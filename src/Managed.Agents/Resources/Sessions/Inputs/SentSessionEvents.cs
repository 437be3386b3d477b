namespace Managed.Agents;

/// <summary>The stored events of a send request.</summary>
public sealed record SentSessionEvents : ApiObject
{
    /// <summary>The stored events, with their ids, in the order of the inputs.</summary>
    public IReadOnlyList<SessionEvent> Data { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
