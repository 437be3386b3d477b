using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>Manages the CA certificates of the servers behind a tunnel. A tunnel can have two at a time, so that one can replace the other.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public class TunnelCertificatesClient
{
    private readonly ResourceApi _api;

    internal TunnelCertificatesClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected TunnelCertificatesClient() => _api = null!;

    /// <summary>Adds a certificate to a tunnel.</summary>
    /// <remarks>If the operation is canceled, the certificate may have been added.</remarks>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="request">The certificate.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the certificate may exist.</exception>
    public virtual Task<TunnelCertificate> CreateAsync(string tunnelId, TunnelCertificateCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<TunnelCertificateCreateRequest, TunnelCertificate>($"v1/tunnels/{tunnelId}/certificates", request, cancellationToken);
    }

    /// <summary>Gets a certificate.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="certificateId">The id of the certificate (<c>tcrt_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<TunnelCertificate> GetAsync(string tunnelId, string certificateId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<TunnelCertificate>($"v1/tunnels/{tunnelId}/certificates/{certificateId}", cancellationToken);

    /// <summary>Lists the certificates of a tunnel.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists everything that is not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The certificates, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<TunnelCertificate> ListAsync(string tunnelId, TunnelCertificateListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<TunnelCertificate>($"v1/tunnels/{tunnelId}/certificates", (options ?? new TunnelCertificateListOptions()).Query, cancellationToken);

    /// <summary>Archives a certificate permanently. It is no longer trusted, and another one can be added.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="certificateId">The id of the certificate (<c>tcrt_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived certificate.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<TunnelCertificate> ArchiveAsync(string tunnelId, string certificateId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<TunnelCertificate>($"v1/tunnels/{tunnelId}/certificates/{certificateId}/archive", cancellationToken);
}
