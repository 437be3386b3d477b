using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A skill that an agent has: instructions and files it reads when a task calls for them.</summary>
[JsonConverter(typeof(UnionConverter<AgentSkill>))]
public abstract record AgentSkill : ApiObject, IApiUnion<AgentSkill>, IUnionMember
{
    private static readonly UnionVariants<AgentSkill> Variants = new(
        static raw => new UnknownAgentSkill(raw),
        ("anthropic", typeof(AnthropicSkill)),
        ("custom", typeof(CustomSkill)));

    private protected AgentSkill()
    {
    }

    /// <summary>The skill's kind on the wire: <c>anthropic</c> or <c>custom</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<AgentSkill> IApiUnion<AgentSkill>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>A skill by Anthropic.</summary>
public sealed record AnthropicSkill : AgentSkill
{
    /// <summary>Names a skill; set <see cref="SkillId"/>.</summary>
    public AnthropicSkill()
    {
    }

    /// <summary>Names a skill.</summary>
    /// <param name="skillId">The skill's id.</param>
    /// <param name="version">The version; null for the newest.</param>
    [SetsRequiredMembers]
    public AnthropicSkill(string skillId, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(skillId);
        SkillId = skillId;
        Version = version;
    }

    /// <summary>The skill's id, for example <c>xlsx</c>.</summary>
    public required string SkillId { get; init; }

    /// <summary>The version; null in a request for the newest. What the API hands out names the version it resolved.</summary>
    public string? Version { get; init; }
}

/// <summary>A skill of your organization.</summary>
public sealed record CustomSkill : AgentSkill
{
    /// <summary>Names a skill; set <see cref="SkillId"/>.</summary>
    public CustomSkill()
    {
    }

    /// <summary>Names a skill.</summary>
    /// <param name="skillId">The skill's id.</param>
    /// <param name="version">The version; null for the newest.</param>
    [SetsRequiredMembers]
    public CustomSkill(string skillId, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(skillId);
        SkillId = skillId;
        Version = version;
    }

    /// <summary>The skill's id, <c>skill_…</c>.</summary>
    public required string SkillId { get; init; }

    /// <summary>The version; null in a request for the newest. What the API hands out names the version it resolved.</summary>
    public string? Version { get; init; }
}
