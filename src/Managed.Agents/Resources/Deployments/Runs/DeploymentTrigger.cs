using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>The trigger that started a run.</summary>
[JsonConverter(typeof(UnionConverter<DeploymentTrigger>))]
public abstract record DeploymentTrigger : ApiObject, IApiUnion<DeploymentTrigger>, IUnionMember
{
    private static readonly UnionVariants<DeploymentTrigger> Variants = new(
        static raw => new UnknownDeploymentTrigger(raw),
        ("schedule", typeof(ScheduleTrigger)),
        WithoutOwnFields<ManualTrigger>("manual"));

    private protected DeploymentTrigger()
    {
    }

    /// <summary>The type on the wire: <c>schedule</c> or <c>manual</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DeploymentTrigger> IApiUnion<DeploymentTrigger>.Variants => Variants;

    /// <summary>The value used when the API omits the trigger.</summary>
    internal static DeploymentTrigger Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>The run was started by the schedule of the deployment.</summary>
public sealed record ScheduleTrigger : DeploymentTrigger
{
    /// <summary>The scheduled time, before the start delay. Unique among the runs of a deployment.</summary>
    public DateTimeOffset ScheduledAt { get; init; }
}

/// <summary>The run was started manually, by <see cref="DeploymentsClient.RunAsync"/>.</summary>
public sealed record ManualTrigger : DeploymentTrigger;
