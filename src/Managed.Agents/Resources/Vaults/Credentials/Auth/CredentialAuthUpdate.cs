using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The parts of a credential's authentication to change. The type must be that of the stored authentication.</summary>
[JsonConverter(typeof(UnionConverter<CredentialAuthUpdate>))]
public abstract record CredentialAuthUpdate : ApiObject, IApiUnion<CredentialAuthUpdate>, IUnionMember
{
    private static readonly UnionVariants<CredentialAuthUpdate> Variants = new(
        static raw => new UnknownCredentialAuthUpdate(raw),
        ("mcp_oauth", typeof(McpOAuthAuthUpdate)),
        ("static_bearer", typeof(StaticBearerAuthUpdate)),
        ("environment_variable", typeof(EnvironmentVariableAuthUpdate)))
    {
        Secrets = ["access_token", "refresh_token", "client_secret", "token", "secret_value"],
    };

    private protected CredentialAuthUpdate()
    {
    }

    /// <summary>The type of the authentication on the wire, for example <c>mcp_oauth</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<CredentialAuthUpdate> IApiUnion<CredentialAuthUpdate>.Variants => Variants;

    internal sealed override string WireType => Type;
}
