namespace Managed.Agents;

/// <summary>Where a skill comes from.</summary>
public sealed record SkillSource : ApiObject
{
    /// <summary>The kind of source.</summary>
    public SkillSourceType Type { get; init; }
}
