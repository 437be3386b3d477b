using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>Tunnels to MCP servers in private networks. A research preview, which may change without notice.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public class TunnelsClient
{
    private readonly ResourceApi _api;

    internal TunnelsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.Tunnels);
        Certificates = new TunnelCertificatesClient(_api);
    }

    /// <summary>For mocking.</summary>
    protected TunnelsClient()
    {
        _api = null!;
        Certificates = null!;
    }

    /// <summary>The certificates by which the servers behind a tunnel are recognized.</summary>
    public virtual TunnelCertificatesClient Certificates { get; }

    /// <summary>Makes a tunnel. Calling it again makes another one.</summary>
    /// <param name="request">Its name; null for none.</param>
    /// <param name="cancellationToken">Ends the call. The tunnel may have been made all the same.</param>
    /// <returns>The tunnel.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the tunnel may exist.</exception>
    public virtual Task<Tunnel> CreateAsync(TunnelCreateRequest? request = null, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<TunnelCreateRequest, Tunnel>($"v1/tunnels", request ?? new TunnelCreateRequest(), cancellationToken);

    /// <summary>Gets a tunnel.</summary>
    /// <param name="tunnelId">The id (<c>tnl_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The tunnel.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Tunnel> GetAsync(string tunnelId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Tunnel>($"v1/tunnels/{tunnelId}", cancellationToken);

    /// <summary>Lists tunnels, newest first.</summary>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The tunnels, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Tunnel> ListAsync(TunnelListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Tunnel>($"v1/tunnels", (options ?? new TunnelListOptions()).Query, cancellationToken);

    /// <summary>Archives a tunnel with its certificates, for good. Archiving it again changes nothing.</summary>
    /// <param name="tunnelId">The id (<c>tnl_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived tunnel.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Tunnel> ArchiveAsync(string tunnelId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Tunnel>($"v1/tunnels/{tunnelId}/archive", cancellationToken);

    /// <summary>Reads the token of a tunnel: the same one until it is rotated.</summary>
    /// <param name="tunnelId">The id (<c>tnl_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<TunnelToken> RevealTokenAsync(string tunnelId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<TunnelToken>($"v1/tunnels/{tunnelId}/reveal_token", null, CallKind.Read, cancellationToken);

    /// <summary>Replaces the token of a tunnel. Connections that are open stay so.</summary>
    /// <param name="tunnelId">The id (<c>tnl_…</c>).</param>
    /// <param name="request">Why; null to say nothing.</param>
    /// <param name="cancellationToken">Ends the call. The token may have been replaced all the same.</param>
    /// <returns>The new token.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the old token may be gone. <see cref="RevealTokenAsync"/> reads the present one.</exception>
    public virtual Task<TunnelToken> RotateTokenAsync(string tunnelId, TunnelTokenRotateRequest? request = null, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<TunnelTokenRotateRequest, TunnelToken>($"v1/tunnels/{tunnelId}/rotate_token", request ?? new TunnelTokenRotateRequest(), cancellationToken);
}
