using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>Creates and manages tunnels to MCP servers in private networks. This is a research preview and can change without notice.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public class TunnelsClient
{
    private readonly ResourceApi _api;

    internal TunnelsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.Tunnels);
        Certificates = new TunnelCertificatesClient(_api);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected TunnelsClient()
    {
        _api = null!;
        Certificates = null!;
    }

    /// <summary>Provides access to the certificates of the servers behind a tunnel.</summary>
    public virtual TunnelCertificatesClient Certificates { get; }

    /// <summary>Creates a tunnel. Every call creates a new tunnel.</summary>
    /// <remarks>If the operation is canceled, the tunnel may have been created.</remarks>
    /// <param name="request">The definition of the tunnel; <see langword="null"/> for a tunnel without a name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tunnel.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the tunnel may exist.</exception>
    public virtual Task<Tunnel> CreateAsync(TunnelCreateRequest? request = null, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<TunnelCreateRequest, Tunnel>($"v1/tunnels", request ?? new TunnelCreateRequest(), cancellationToken);

    /// <summary>Gets a tunnel.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tunnel.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Tunnel> GetAsync(string tunnelId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Tunnel>($"v1/tunnels/{tunnelId}", cancellationToken);

    /// <summary>Lists tunnels, newest first.</summary>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists everything that is not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tunnels, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Tunnel> ListAsync(TunnelListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Tunnel>($"v1/tunnels", (options ?? new TunnelListOptions()).Query, cancellationToken);

    /// <summary>Archives a tunnel and its certificates permanently. Archiving an archived tunnel has no effect.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived tunnel.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Tunnel> ArchiveAsync(string tunnelId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Tunnel>($"v1/tunnels/{tunnelId}/archive", cancellationToken);

    /// <summary>Gets the token of a tunnel. The token does not change until it is rotated.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<TunnelToken> RevealTokenAsync(string tunnelId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<TunnelToken>($"v1/tunnels/{tunnelId}/reveal_token", null, CallKind.Read, cancellationToken);

    /// <summary>Replaces the token of a tunnel. Open connections are unaffected.</summary>
    /// <remarks>If the operation is canceled, the token may have been replaced.</remarks>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="request">The reason for the rotation; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The new token.</returns>
    /// <exception cref="ManagedAgentsException">
    /// The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the token may have been replaced;
    /// <see cref="RevealTokenAsync"/> gets the current token.
    /// </exception>
    public virtual Task<TunnelToken> RotateTokenAsync(string tunnelId, TunnelTokenRotateRequest? request = null, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<TunnelTokenRotateRequest, TunnelToken>($"v1/tunnels/{tunnelId}/rotate_token", request ?? new TunnelTokenRotateRequest(), cancellationToken);
}
