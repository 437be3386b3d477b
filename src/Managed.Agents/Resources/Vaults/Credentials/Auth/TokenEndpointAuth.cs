using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>How an OAuth client authenticates at the token endpoint.</summary>
[JsonConverter(typeof(UnionConverter<TokenEndpointAuth>))]
public abstract record TokenEndpointAuth : ApiObject, IApiUnion<TokenEndpointAuth>, IUnionMember
{
    private static readonly UnionVariants<TokenEndpointAuth> Variants = new(
        static raw => new UnknownTokenEndpointAuth(raw),
        WithoutOwnFields<NoTokenEndpointAuth>("none"),
        ("client_secret_basic", typeof(ClientSecretBasicAuth)),
        ("client_secret_post", typeof(ClientSecretPostAuth)))
    {
        Secrets = ["client_secret"],
    };

    private protected TokenEndpointAuth()
    {
    }

    /// <summary>The type of the authentication on the wire, for example <c>client_secret_basic</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    /// <summary>No authentication, for a public client.</summary>
    public static TokenEndpointAuth None { get; } = new NoTokenEndpointAuth();

    /// <summary>Creates an authentication with a client secret in the <c>Authorization</c> header.</summary>
    /// <param name="clientSecret">The client secret.</param>
    /// <returns>The authentication.</returns>
    public static TokenEndpointAuth ClientSecretBasic(SecretString clientSecret) => new ClientSecretBasicAuth { ClientSecret = clientSecret };

    /// <summary>Creates an authentication with a client secret in the body.</summary>
    /// <param name="clientSecret">The client secret.</param>
    /// <returns>The authentication.</returns>
    public static TokenEndpointAuth ClientSecretPost(SecretString clientSecret) => new ClientSecretPostAuth { ClientSecret = clientSecret };

    static UnionVariants<TokenEndpointAuth> IApiUnion<TokenEndpointAuth>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>No authentication, for a public client.</summary>
public sealed record NoTokenEndpointAuth : TokenEndpointAuth;

/// <summary>A client secret in the <c>Authorization</c> header.</summary>
public sealed record ClientSecretBasicAuth : TokenEndpointAuth
{
    /// <summary>The client secret. Required when creating; <see langword="null"/> leaves it unchanged when updating. Never returned by the API.</summary>
    public SecretString? ClientSecret { get; init; }
}

/// <summary>A client secret in the body.</summary>
public sealed record ClientSecretPostAuth : TokenEndpointAuth
{
    /// <summary>The client secret. Required when creating; <see langword="null"/> leaves it unchanged when updating. Never returned by the API.</summary>
    public SecretString? ClientSecret { get; init; }
}
