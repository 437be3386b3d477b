namespace Managed.Agents;

/// <summary>The response to deleting a skill.</summary>
public sealed record DeletedSkill : ApiObject
{
    internal override string? WireType => "skill_deleted";

    /// <summary>The id of the deleted skill.</summary>
    public required string Id { get; init; }
}
