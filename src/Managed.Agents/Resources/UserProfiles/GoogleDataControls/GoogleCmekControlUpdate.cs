using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents.UserProfiles;

/// <summary>A change of the customer-managed encryption keys.</summary>
[JsonConverter(typeof(UnionConverter<GoogleCmekControlUpdate>))]
public abstract record GoogleCmekControlUpdate : ApiObject, IApiUnion<GoogleCmekControlUpdate>, IUnionMember
{
    private static readonly UnionVariants<GoogleCmekControlUpdate> Variants = new(
        static raw => new UnknownGoogleCmekControlUpdate(raw),
        WithoutOwnFields<GoogleCmekDisable>("disabled"),
        ("enabled", typeof(GoogleCmekEnable)));

    private protected GoogleCmekControlUpdate()
    {
    }

    /// <summary>The kind on the wire: <c>disabled</c> or <c>enabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<GoogleCmekControlUpdate> IApiUnion<GoogleCmekControlUpdate>.Variants => Variants;

    internal sealed override string WireType => Type;
}
