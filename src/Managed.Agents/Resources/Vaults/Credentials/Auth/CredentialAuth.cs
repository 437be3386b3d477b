using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The target of a credential and how it authenticates. The type and the target cannot change after the credential is created.</summary>
[JsonConverter(typeof(UnionConverter<CredentialAuth>))]
public abstract record CredentialAuth : ApiObject, IApiUnion<CredentialAuth>, IUnionMember
{
    private static readonly UnionVariants<CredentialAuth> Variants = new(
        static raw => new UnknownCredentialAuth(raw),
        ("mcp_oauth", typeof(McpOAuthAuth)),
        ("static_bearer", typeof(StaticBearerAuth)),
        ("environment_variable", typeof(EnvironmentVariableAuth)))
    {
        Secrets = ["access_token", "refresh_token", "client_secret", "token", "secret_value"],
    };

    private protected CredentialAuth()
    {
    }

    /// <summary>The type of the authentication on the wire, for example <c>mcp_oauth</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    internal static CredentialAuth Missing => Variants.Missing;

    static UnionVariants<CredentialAuth> IApiUnion<CredentialAuth>.Variants => Variants;

    internal sealed override string WireType => Type;
}
