namespace Managed.Agents;

/// <summary>The answer to deleting an environment.</summary>
public sealed record DeletedEnvironment : ApiObject
{
    internal override string? WireType => "environment_deleted";

    /// <summary>The id of the environment that is gone.</summary>
    public required string Id { get; init; }
}
