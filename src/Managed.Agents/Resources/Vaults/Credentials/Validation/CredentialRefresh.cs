namespace Managed.Agents;

/// <summary>The refresh of an access token.</summary>
public sealed record CredentialRefresh : ApiObject
{
    /// <summary>How it ended.</summary>
    public CredentialRefreshStatus Status { get; init; }

    /// <summary>What the token endpoint answered; null unless <see cref="Status"/> is <see cref="CredentialRefreshStatus.Failed"/>.</summary>
    public CredentialHttpResponse? HttpResponse { get; init; }
}
