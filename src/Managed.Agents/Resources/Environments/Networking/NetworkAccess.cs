using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>The network access of a sandbox. It does not apply to the web tools, which run at the service.</summary>
[JsonConverter(typeof(UnionConverter<NetworkAccess>))]
public abstract record NetworkAccess : ApiObject, IApiUnion<NetworkAccess>, IUnionMember
{
    private static readonly UnionVariants<NetworkAccess> Variants = new(
        static raw => new UnknownNetworkAccess(raw),
        WithoutOwnFields<UnrestrictedNetwork>("unrestricted"),
        ("limited", typeof(LimitedNetwork)));

    private protected NetworkAccess()
    {
    }

    /// <summary>Access to all hosts except those that are blocked for safety. The default.</summary>
    public static NetworkAccess Unrestricted { get; } = new UnrestrictedNetwork();

    /// <summary>The type of the access on the wire: <c>unrestricted</c> or <c>limited</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<NetworkAccess> IApiUnion<NetworkAccess>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Creates an access that is limited to some hosts.</summary>
    /// <param name="allowedHosts">The hosts: names or <c>*.example.com</c>, without scheme, port or path. None blocks everything.</param>
    /// <returns>A <see cref="LimitedNetwork"/>; set its other properties with a <c>with</c> expression.</returns>
    public static LimitedNetwork Limited(params string[] allowedHosts) => new() { AllowedHosts = allowedHosts };
}

/// <summary>Access to all hosts except those that are blocked for safety.</summary>
public sealed record UnrestrictedNetwork : NetworkAccess;
