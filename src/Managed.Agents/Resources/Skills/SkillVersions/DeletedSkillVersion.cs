namespace Managed.Agents;

/// <summary>The answer to deleting a version.</summary>
public sealed record DeletedSkillVersion : ApiObject
{
    internal override string? WireType => "skill_version_deleted";

    /// <summary>The id of the version that is gone.</summary>
    public required string Id { get; init; }
}
