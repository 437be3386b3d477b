using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Why a deployment is paused.</summary>
[JsonConverter(typeof(UnionConverter<DeploymentPausedReason>))]
public abstract record DeploymentPausedReason : ApiObject, IApiUnion<DeploymentPausedReason>, IUnionMember
{
    private static readonly UnionVariants<DeploymentPausedReason> Variants = new(
        static raw => new UnknownDeploymentPausedReason(raw),
        ("manual", typeof(ManualPause)),
        ("error", typeof(ErrorPause)));

    private protected DeploymentPausedReason()
    {
    }

    /// <summary>The reason's kind on the wire: <c>manual</c> or <c>error</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DeploymentPausedReason> IApiUnion<DeploymentPausedReason>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>Somebody paused the deployment, as <see cref="DeploymentsClient.PauseAsync"/> does.</summary>
public sealed record ManualPause : DeploymentPausedReason;

/// <summary>The service paused the deployment, because a run failed in a way that the next one would too.</summary>
public sealed record ErrorPause : DeploymentPausedReason
{
    /// <summary>What is wrong, of the same kind as the error of the run that failed, without its message.</summary>
    public DeploymentError Error { get; init => field = value ?? DeploymentError.Missing; } = DeploymentError.Missing;
}
