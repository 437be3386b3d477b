namespace Managed.Agents;

/// <summary>The confirmation that an object was deleted.</summary>
public sealed record DeletedResource : ApiObject
{
    /// <summary>
    /// The type of the confirmation, which names what was deleted, for example <c>session_deleted</c>; <see langword="null"/> when the
    /// response does not say.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>The id of the deleted object.</summary>
    public required string Id { get; init; }
}
