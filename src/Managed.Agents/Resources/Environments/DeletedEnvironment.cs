namespace Managed.Agents;

/// <summary>The response to deleting an environment.</summary>
public sealed record DeletedEnvironment : ApiObject
{
    internal override string? WireType => "environment_deleted";

    /// <summary>The id of the deleted environment.</summary>
    public required string Id { get; init; }
}
