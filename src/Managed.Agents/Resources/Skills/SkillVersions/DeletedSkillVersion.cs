namespace Managed.Agents;

/// <summary>The response to deleting a skill version.</summary>
public sealed record DeletedSkillVersion : ApiObject
{
    internal override string? WireType => "skill_version_deleted";

    /// <summary>The id of the deleted version.</summary>
    public required string Id { get; init; }
}
