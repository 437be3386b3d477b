using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Where and how the sessions of an environment run. The type cannot change after the environment is created.</summary>
[JsonConverter(typeof(UnionConverter<EnvironmentConfig>))]
public abstract record EnvironmentConfig : ApiObject, IApiUnion<EnvironmentConfig>, IUnionMember
{
    private static readonly UnionVariants<EnvironmentConfig> Variants = new(
        static raw => new UnknownEnvironmentConfig(raw),
        ("cloud", typeof(CloudEnvironmentConfig)),
        WithoutOwnFields<SelfHostedEnvironmentConfig>("self_hosted"));

    private protected EnvironmentConfig()
    {
    }

    /// <summary>The type of the configuration on the wire: <c>cloud</c> or <c>self_hosted</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<EnvironmentConfig> IApiUnion<EnvironmentConfig>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>A sandbox in Anthropic's cloud, one per session.</summary>
public sealed record CloudEnvironmentConfig : EnvironmentConfig
{
    /// <summary>The network access of the sandbox.</summary>
    /// <value>When creating, <see langword="null"/> means unrestricted; when updating, <see langword="null"/> leaves it unchanged. Never <see langword="null"/> in a response.</value>
    public NetworkAccess? Networking { get; init; }

    /// <summary>The packages that are installed before a session starts.</summary>
    /// <value>When creating, <see langword="null"/> means no packages; when updating, <see langword="null"/> leaves them unchanged. Never <see langword="null"/> in a response.</value>
    public EnvironmentPackages? Packages { get; init; }
}

/// <summary>Your own machines, on which your worker runs the tools.</summary>
public sealed record SelfHostedEnvironmentConfig : EnvironmentConfig;
