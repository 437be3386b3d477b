using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>Whether the data of a user profile is encrypted with keys of the customer (CMEK).</summary>
[JsonConverter(typeof(UnionConverter<GoogleCmekControl>))]
public abstract record GoogleCmekControl : ApiObject, IApiUnion<GoogleCmekControl>, IUnionMember
{
    private static readonly UnionVariants<GoogleCmekControl> Variants = new(
        static raw => new UnknownGoogleCmekControl(raw),
        ("disabled", typeof(GoogleCmekDisabled)),
        ("enabled", typeof(GoogleCmekEnabled)));

    private protected GoogleCmekControl()
    {
    }

    /// <summary>The kind on the wire: <c>disabled</c> or <c>enabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<GoogleCmekControl> IApiUnion<GoogleCmekControl>.Variants => Variants;

    /// <summary>The value used when the API omits the control.</summary>
    internal static GoogleCmekControl Missing => Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>The keys that are no longer used for new data, earliest <see cref="GoogleRetiredKey.ExpiresAt"/> first. Keep each key usable until it expires.</summary>
    public IReadOnlyList<GoogleRetiredKey> RetiredKeys { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
