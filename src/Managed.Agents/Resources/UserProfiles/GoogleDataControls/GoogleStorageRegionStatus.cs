using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>The status of customer-owned storage in one region.</summary>
[JsonConverter(typeof(UnionConverter<GoogleStorageRegionStatus>))]
public abstract record GoogleStorageRegionStatus : ApiObject, IApiUnion<GoogleStorageRegionStatus>, IUnionMember
{
    private static readonly UnionVariants<GoogleStorageRegionStatus> Variants = new(
        static raw => new UnknownGoogleStorageRegionStatus(raw),
        ("not_configured", typeof(GoogleStorageRegionNotConfigured)),
        ("pending", typeof(GoogleStorageRegionPending)),
        ("active", typeof(GoogleStorageRegionActive)),
        ("failed", typeof(GoogleStorageRegionFailed)),
        ("suspended", typeof(GoogleStorageRegionSuspended)));

    private protected GoogleStorageRegionStatus()
    {
    }

    /// <summary>The kind on the wire: <c>not_configured</c>, <c>pending</c>, <c>active</c>, <c>failed</c> or <c>suspended</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<GoogleStorageRegionStatus> IApiUnion<GoogleStorageRegionStatus>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The bucket in use; null for none. While a new bucket is pending or failed, the previous one stays in use.</summary>
    public GoogleBucketReference? EffectiveBucket { get; init; }
}
