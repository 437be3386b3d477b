namespace Managed.Agents;

/// <summary>The result of refreshing an access token.</summary>
public sealed record CredentialRefresh : ApiObject
{
    /// <summary>The outcome.</summary>
    public CredentialRefreshStatus Status { get; init; }

    /// <summary>The response of the token endpoint; <see langword="null"/> unless <see cref="Status"/> is <see cref="CredentialRefreshStatus.Failed"/>.</summary>
    public CredentialHttpResponse? HttpResponse { get; init; }
}
