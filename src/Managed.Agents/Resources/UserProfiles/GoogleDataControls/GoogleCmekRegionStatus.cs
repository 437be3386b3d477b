using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>The status of customer-managed encryption keys in one region.</summary>
[JsonConverter(typeof(UnionConverter<GoogleCmekRegionStatus>))]
public abstract record GoogleCmekRegionStatus : ApiObject, IApiUnion<GoogleCmekRegionStatus>, IUnionMember
{
    private static readonly UnionVariants<GoogleCmekRegionStatus> Variants = new(
        static raw => new UnknownGoogleCmekRegionStatus(raw),
        ("not_configured", typeof(GoogleCmekRegionNotConfigured)),
        ("pending", typeof(GoogleCmekRegionPending)),
        ("active", typeof(GoogleCmekRegionActive)),
        ("failed", typeof(GoogleCmekRegionFailed)),
        ("suspended", typeof(GoogleCmekRegionSuspended)));

    private protected GoogleCmekRegionStatus()
    {
    }

    /// <summary>The kind on the wire: <c>not_configured</c>, <c>pending</c>, <c>active</c>, <c>failed</c> or <c>suspended</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<GoogleCmekRegionStatus> IApiUnion<GoogleCmekRegionStatus>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The id of the key in use; null for none. While a new key is pending or failed, the previous one stays in use.</summary>
    public string? EffectiveExternalKeyId { get; init; }
}
