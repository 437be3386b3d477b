using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A skill of an agent: instructions and files that the agent reads when a task needs them.</summary>
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

    /// <summary>The type of the skill on the wire: <c>anthropic</c> or <c>custom</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<AgentSkill> IApiUnion<AgentSkill>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>A skill provided by Anthropic.</summary>
public sealed record AnthropicSkill : AgentSkill
{
    /// <summary>Initializes a new instance of the <see cref="AnthropicSkill"/> class. Set <see cref="SkillId"/>.</summary>
    public AnthropicSkill()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AnthropicSkill"/> class.</summary>
    /// <param name="skillId">The id of the skill.</param>
    /// <param name="version">The version; <see langword="null"/> for the newest.</param>
    [SetsRequiredMembers]
    public AnthropicSkill(string skillId, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(skillId);
        SkillId = skillId;
        Version = version;
    }

    /// <summary>The id of the skill, for example <c>xlsx</c>.</summary>
    public required string SkillId { get; init; }

    /// <summary>The version. In a request, <see langword="null"/> means the newest. A response contains the resolved version.</summary>
    public string? Version { get; init; }
}

/// <summary>A skill of your organization.</summary>
public sealed record CustomSkill : AgentSkill
{
    /// <summary>Initializes a new instance of the <see cref="CustomSkill"/> class. Set <see cref="SkillId"/>.</summary>
    public CustomSkill()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CustomSkill"/> class.</summary>
    /// <param name="skillId">The id of the skill.</param>
    /// <param name="version">The version; <see langword="null"/> for the newest.</param>
    [SetsRequiredMembers]
    public CustomSkill(string skillId, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(skillId);
        SkillId = skillId;
        Version = version;
    }

    /// <summary>The id of the skill, <c>skill_…</c>.</summary>
    public required string SkillId { get; init; }

    /// <summary>The version. In a request, <see langword="null"/> means the newest. A response contains the resolved version.</summary>
    public string? Version { get; init; }
}
