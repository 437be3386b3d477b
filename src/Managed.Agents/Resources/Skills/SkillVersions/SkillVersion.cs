namespace Managed.Agents;

/// <summary>One version of a skill.</summary>
public sealed record SkillVersion : ApiObject
{
    internal override string? WireType => "skill_version";

    /// <summary>The id of the version.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the skill.</summary>
    public string SkillId { get; init => field = value ?? ""; } = "";

    /// <summary>The name from <c>SKILL.md</c>, in kebab case. All versions have the same name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The description from <c>SKILL.md</c>. An agent uses it to decide when to use the skill.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>When the version was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
