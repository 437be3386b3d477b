using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A request to update a resource of a session. Only the token of a repository can be changed.</summary>
public sealed record SessionResourceUpdateRequest : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="SessionResourceUpdateRequest"/> class. Set <see cref="AuthorizationToken"/>.</summary>
    public SessionResourceUpdateRequest()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SessionResourceUpdateRequest"/> class.</summary>
    /// <param name="authorizationToken">The new token.</param>
    [SetsRequiredMembers]
    public SessionResourceUpdateRequest(SecretString authorizationToken)
    {
        ArgumentNullException.ThrowIfNull(authorizationToken);
        AuthorizationToken = authorizationToken;
    }

    /// <summary>The new token for a <see cref="GitHubRepositoryResource"/>.</summary>
    public required SecretString AuthorizationToken { get; init; }
}
