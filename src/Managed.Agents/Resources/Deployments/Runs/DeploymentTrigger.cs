using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>What started a run.</summary>
[JsonConverter(typeof(UnionConverter<DeploymentTrigger>))]
public abstract record DeploymentTrigger : ApiObject, IApiUnion<DeploymentTrigger>, IUnionMember
{
    private static readonly UnionVariants<DeploymentTrigger> Variants = new(
        static raw => new UnknownDeploymentTrigger(raw),
        ("schedule", typeof(ScheduleTrigger)),
        ("manual", typeof(ManualTrigger)));

    private protected DeploymentTrigger()
    {
    }

    /// <summary>The trigger's kind on the wire: <c>schedule</c> or <c>manual</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DeploymentTrigger> IApiUnion<DeploymentTrigger>.Variants => Variants;

    /// <summary>Stands in for a trigger that the API left out.</summary>
    internal static DeploymentTrigger Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>The schedule of the deployment.</summary>
public sealed record ScheduleTrigger : DeploymentTrigger
{
    /// <summary>The time the schedule names, before the delay of the start. No two runs of a deployment share it.</summary>
    public DateTimeOffset ScheduledAt { get; init; }
}

/// <summary>A call of <see cref="DeploymentsClient.RunAsync"/>.</summary>
public sealed record ManualTrigger : DeploymentTrigger;
