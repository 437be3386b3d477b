using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Where and how the sessions of an environment run. The kind cannot change once the environment exists.</summary>
[JsonConverter(typeof(UnionConverter<EnvironmentConfig>))]
public abstract record EnvironmentConfig : ApiObject, IApiUnion<EnvironmentConfig>, IUnionMember
{
    private static readonly UnionVariants<EnvironmentConfig> Variants = new(
        static raw => new UnknownEnvironmentConfig(raw),
        ("cloud", typeof(CloudEnvironmentConfig)),
        ("self_hosted", typeof(SelfHostedEnvironmentConfig)));

    private protected EnvironmentConfig()
    {
    }

    /// <summary>The configuration's kind on the wire: <c>cloud</c> or <c>self_hosted</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<EnvironmentConfig> IApiUnion<EnvironmentConfig>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>A sandbox in Anthropic's cloud, one for each session.</summary>
public sealed record CloudEnvironmentConfig : EnvironmentConfig
{
    /// <summary>What the sandbox can reach.</summary>
    /// <value>Null for unrestricted, or in an update for what is stored. Never null in what the API hands out.</value>
    public NetworkAccess? Networking { get; init; }

    /// <summary>What is installed before a session starts.</summary>
    /// <value>Null for nothing, or in an update for what is stored. Never null in what the API hands out.</value>
    public EnvironmentPackages? Packages { get; init; }
}

/// <summary>Machines of your own, on which a worker of yours takes the work up.</summary>
public sealed record SelfHostedEnvironmentConfig : EnvironmentConfig;
