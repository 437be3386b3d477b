namespace Managed.Agents;

/// <summary>The source of a skill.</summary>
public sealed record SkillSource : ApiObject
{
    /// <summary>The type of source.</summary>
    public SkillSourceType Type { get; init; }
}
