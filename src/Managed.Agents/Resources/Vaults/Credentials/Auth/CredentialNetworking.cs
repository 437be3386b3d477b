using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Where a secret may be sent.</summary>
[JsonConverter(typeof(UnionConverter<CredentialNetworking>))]
public abstract record CredentialNetworking : ApiObject, IApiUnion<CredentialNetworking>, IUnionMember
{
    private static readonly UnionVariants<CredentialNetworking> Variants = new(
        static raw => new UnknownCredentialNetworking(raw),
        ("unrestricted", typeof(UnrestrictedCredentialNetworking)),
        ("limited", typeof(LimitedCredentialNetworking)));

    private protected CredentialNetworking()
    {
    }

    /// <summary>The kind on the wire: <c>unrestricted</c> or <c>limited</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    /// <summary>To every host that the sandbox can reach.</summary>
    public static CredentialNetworking Unrestricted { get; } = new UnrestrictedCredentialNetworking();

    /// <summary>To some hosts only.</summary>
    /// <param name="allowedHosts">At most 16 host names, IPv4 addresses or <c>*.example.com</c>.</param>
    /// <returns>The limit.</returns>
    public static CredentialNetworking Limited(params IReadOnlyList<string> allowedHosts) =>
        new LimitedCredentialNetworking { AllowedHosts = allowedHosts };

    static UnionVariants<CredentialNetworking> IApiUnion<CredentialNetworking>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>To every host that the sandbox can reach.</summary>
public sealed record UnrestrictedCredentialNetworking : CredentialNetworking;

/// <summary>To the hosts that are listed.</summary>
public sealed record LimitedCredentialNetworking : CredentialNetworking
{
    /// <summary>At most 16 host names, IPv4 addresses or <c>*.example.com</c>, which stands for subdomains but not for the domain itself.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
