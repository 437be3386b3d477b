using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>Whether the data of a user profile is stored in buckets of the customer.</summary>
[JsonConverter(typeof(UnionConverter<GoogleStorageControl>))]
public abstract record GoogleStorageControl : ApiObject, IApiUnion<GoogleStorageControl>, IUnionMember
{
    private static readonly UnionVariants<GoogleStorageControl> Variants = new(
        static raw => new UnknownGoogleStorageControl(raw),
        ("disabled", typeof(GoogleStorageDisabled)),
        ("enabled", typeof(GoogleStorageEnabled)));

    private protected GoogleStorageControl()
    {
    }

    /// <summary>The kind on the wire: <c>disabled</c> or <c>enabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<GoogleStorageControl> IApiUnion<GoogleStorageControl>.Variants => Variants;

    /// <summary>The value used when the API omits the control.</summary>
    internal static GoogleStorageControl Missing => Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>The buckets that are no longer used for new data, earliest <see cref="GoogleRetiredBucket.ExpiresAt"/> first.</summary>
    /// <value>Do not change or delete a bucket, or the access of the service to it, before the bucket expires.</value>
    public IReadOnlyList<GoogleRetiredBucket> RetiredBuckets { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
