using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>The hosts that a secret can be sent to.</summary>
[JsonConverter(typeof(UnionConverter<CredentialNetworking>))]
public abstract record CredentialNetworking : ApiObject, IApiUnion<CredentialNetworking>, IUnionMember
{
    private static readonly UnionVariants<CredentialNetworking> Variants = new(
        static raw => new UnknownCredentialNetworking(raw),
        WithoutOwnFields<UnrestrictedCredentialNetworking>("unrestricted"),
        ("limited", typeof(LimitedCredentialNetworking)));

    private protected CredentialNetworking()
    {
    }

    /// <summary>The type of the restriction on the wire: <c>unrestricted</c> or <c>limited</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    /// <summary>The secret can be sent to all hosts that the sandbox can reach.</summary>
    public static CredentialNetworking Unrestricted { get; } = new UnrestrictedCredentialNetworking();

    /// <summary>Allows only some hosts.</summary>
    /// <param name="allowedHosts">At most 16 host names, IPv4 addresses or <c>*.example.com</c>.</param>
    /// <returns>The restriction.</returns>
    public static CredentialNetworking Limited(params string[] allowedHosts) =>
        new LimitedCredentialNetworking { AllowedHosts = allowedHosts };

    /// <summary>Allows only some hosts.</summary>
    /// <param name="allowedHosts">At most 16 host names, IPv4 addresses or <c>*.example.com</c>.</param>
    /// <returns>The restriction.</returns>
    public static CredentialNetworking Limited(IReadOnlyList<string> allowedHosts) =>
        new LimitedCredentialNetworking { AllowedHosts = allowedHosts };

    static UnionVariants<CredentialNetworking> IApiUnion<CredentialNetworking>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The secret can be sent to all hosts that the sandbox can reach.</summary>
public sealed record UnrestrictedCredentialNetworking : CredentialNetworking;

/// <summary>The secret can be sent only to the listed hosts.</summary>
public sealed record LimitedCredentialNetworking : CredentialNetworking
{
    /// <summary>At most 16 host names, IPv4 addresses or <c>*.example.com</c>, which matches subdomains but not the domain itself.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
