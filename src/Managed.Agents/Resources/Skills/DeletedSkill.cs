namespace Managed.Agents;

/// <summary>The answer to deleting a skill.</summary>
public sealed record DeletedSkill : ApiObject
{
    internal override string? WireType => "skill_deleted";

    /// <summary>The id of the skill that is gone.</summary>
    public required string Id { get; init; }
}
