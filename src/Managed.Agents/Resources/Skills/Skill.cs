namespace Managed.Agents;

/// <summary>A skill: a folder with instructions and files that an agent reads when a task needs them.</summary>
public sealed record Skill : ApiObject
{
    internal override string? WireType => "skill";

    /// <summary>The id: <c>skill_…</c>, or a name such as <c>xlsx</c> for a skill provided by Anthropic.</summary>
    public required string Id { get; init; }

    /// <summary>The name, for display. Not necessarily unique.</summary>
    public string DisplayName { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the newest version.</summary>
    public string LatestVersionId { get; init => field = value ?? ""; } = "";

    /// <summary>The source of the skill.</summary>
    public SkillSource Source { get; init => field = value ?? new SkillSource(); } = new SkillSource();

    /// <summary>When the skill was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the skill was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
