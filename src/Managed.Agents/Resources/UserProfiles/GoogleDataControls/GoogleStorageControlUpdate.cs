using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents.UserProfiles;

/// <summary>A change of the customer-owned storage.</summary>
[JsonConverter(typeof(UnionConverter<GoogleStorageControlUpdate>))]
public abstract record GoogleStorageControlUpdate : ApiObject, IApiUnion<GoogleStorageControlUpdate>, IUnionMember
{
    private static readonly UnionVariants<GoogleStorageControlUpdate> Variants = new(
        static raw => new UnknownGoogleStorageControlUpdate(raw),
        WithoutOwnFields<GoogleStorageDisable>("disabled"),
        ("enabled", typeof(GoogleStorageEnable)));

    private protected GoogleStorageControlUpdate()
    {
    }

    /// <summary>The kind on the wire: <c>disabled</c> or <c>enabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<GoogleStorageControlUpdate> IApiUnion<GoogleStorageControlUpdate>.Variants => Variants;

    internal sealed override string WireType => Type;
}
