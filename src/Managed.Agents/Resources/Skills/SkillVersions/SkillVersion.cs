namespace Managed.Agents;

/// <summary>One version of a skill.</summary>
public sealed record SkillVersion : ApiObject
{
    internal override string? WireType => "skill_version";

    /// <summary>The id of the version.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the skill.</summary>
    public string SkillId { get; init => field = value ?? ""; } = "";

    /// <summary>The name in <c>SKILL.md</c>, in kebab case. It is the same in all versions.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The description in <c>SKILL.md</c>, by which an agent decides when to use the skill.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>When the version was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
