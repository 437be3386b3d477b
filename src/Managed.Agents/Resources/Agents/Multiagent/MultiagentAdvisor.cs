using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Whether an agent can ask another model for advice, and which one.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentAdvisor>))]
public abstract record MultiagentAdvisor : ApiObject, IApiUnion<MultiagentAdvisor>, IUnionMember
{
    private static readonly UnionVariants<MultiagentAdvisor> Variants = new(
        static raw => new UnknownMultiagentAdvisor(raw),
        ("enabled", typeof(MultiagentAdvisorEnabled)),
        WithoutOwnFields<MultiagentAdvisorDisabled>("disabled"));

    private protected MultiagentAdvisor()
    {
    }

    /// <summary>The agent has no advisor.</summary>
    public static MultiagentAdvisor Disabled { get; } = new MultiagentAdvisorDisabled();

    /// <summary>The type of the setting on the wire: <c>enabled</c> or <c>disabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MultiagentAdvisor> IApiUnion<MultiagentAdvisor>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The agent can ask a model for advice.</summary>
public sealed record MultiagentAdvisorEnabled : MultiagentAdvisor
{
    /// <summary>Initializes a new instance of the <see cref="MultiagentAdvisorEnabled"/> class. Set <see cref="Model"/>.</summary>
    public MultiagentAdvisorEnabled()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MultiagentAdvisorEnabled"/> class.</summary>
    /// <param name="model">The id of the advising model.</param>
    [SetsRequiredMembers]
    public MultiagentAdvisorEnabled(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
    }

    /// <summary>The id of the advising model. Not every model can advise every other model.</summary>
    public required string Model { get; init; }
}

/// <summary>The agent has no advisor.</summary>
public sealed record MultiagentAdvisorDisabled : MultiagentAdvisor;
