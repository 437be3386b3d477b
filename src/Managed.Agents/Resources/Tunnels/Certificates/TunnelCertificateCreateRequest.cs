using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>The request to add a certificate to a tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelCertificateCreateRequest : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="TunnelCertificateCreateRequest"/> class. Set <see cref="CaCertificatePem"/>.</summary>
    public TunnelCertificateCreateRequest()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TunnelCertificateCreateRequest"/> class.</summary>
    /// <param name="caCertificatePem">The certificate in PEM format.</param>
    [SetsRequiredMembers]
    public TunnelCertificateCreateRequest(string caCertificatePem)
    {
        ArgumentNullException.ThrowIfNull(caCertificatePem);
        CaCertificatePem = caCertificatePem;
    }

    /// <summary>Exactly one X.509 CA certificate in PEM format, without a private key; at most 8,192 bytes.</summary>
    public required string CaCertificatePem { get; init; }
}
