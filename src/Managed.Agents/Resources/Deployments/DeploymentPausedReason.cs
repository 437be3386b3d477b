using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Why a deployment is paused.</summary>
[JsonConverter(typeof(UnionConverter<DeploymentPausedReason>))]
public abstract record DeploymentPausedReason : ApiObject, IApiUnion<DeploymentPausedReason>, IUnionMember
{
    private static readonly UnionVariants<DeploymentPausedReason> Variants = new(
        static raw => new UnknownDeploymentPausedReason(raw),
        WithoutOwnFields<ManualPause>("manual"),
        ("error", typeof(ErrorPause)));

    private protected DeploymentPausedReason()
    {
    }

    /// <summary>The type on the wire: <c>manual</c> or <c>error</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DeploymentPausedReason> IApiUnion<DeploymentPausedReason>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The deployment was paused manually, for example by <see cref="DeploymentsClient.PauseAsync"/>.</summary>
public sealed record ManualPause : DeploymentPausedReason;

/// <summary>The API paused the deployment because a run failed with an unrecoverable error.</summary>
public sealed record ErrorPause : DeploymentPausedReason
{
    /// <summary>The error, of the same type as the error of the failed run, but without a message.</summary>
    public DeploymentError Error { get; init => field = value ?? DeploymentError.Missing; } = DeploymentError.Missing;
}
