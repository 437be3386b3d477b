using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>The certificates by which the servers behind a tunnel are recognized: at most two at a time, so that one can replace the other.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public class TunnelCertificatesClient
{
    private readonly ResourceApi _api;

    internal TunnelCertificatesClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected TunnelCertificatesClient() => _api = null!;

    /// <summary>Adds a certificate to a tunnel.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="request">The certificate.</param>
    /// <param name="cancellationToken">Ends the call. The certificate may have been added all the same.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the certificate may be there.</exception>
    public virtual Task<TunnelCertificate> CreateAsync(string tunnelId, TunnelCertificateCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<TunnelCertificateCreateRequest, TunnelCertificate>($"v1/tunnels/{tunnelId}/certificates", request, cancellationToken);
    }

    /// <summary>Gets a certificate.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="certificateId">The id of the certificate (<c>tcrt_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<TunnelCertificate> GetAsync(string tunnelId, string certificateId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<TunnelCertificate>($"v1/tunnels/{tunnelId}/certificates/{certificateId}", cancellationToken);

    /// <summary>Lists the certificates of a tunnel.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The certificates, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<TunnelCertificate> ListAsync(string tunnelId, TunnelCertificateListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<TunnelCertificate>($"v1/tunnels/{tunnelId}/certificates", (options ?? new TunnelCertificateListOptions()).Query, cancellationToken);

    /// <summary>Archives a certificate, for good: it is not trusted any more, and makes room for another.</summary>
    /// <param name="tunnelId">The id of the tunnel (<c>tnl_…</c>).</param>
    /// <param name="certificateId">The id of the certificate (<c>tcrt_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived certificate.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<TunnelCertificate> ArchiveAsync(string tunnelId, string certificateId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<TunnelCertificate>($"v1/tunnels/{tunnelId}/certificates/{certificateId}/archive", cancellationToken);
}
