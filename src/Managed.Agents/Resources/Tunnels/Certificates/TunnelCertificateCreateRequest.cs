using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>A certificate for a tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelCertificateCreateRequest : ApiObject
{
    /// <summary>Makes a request; set <see cref="CaCertificatePem"/>.</summary>
    public TunnelCertificateCreateRequest()
    {
    }

    /// <summary>Makes a request.</summary>
    /// <param name="caCertificatePem">The certificate as PEM.</param>
    [SetsRequiredMembers]
    public TunnelCertificateCreateRequest(string caCertificatePem)
    {
        ArgumentNullException.ThrowIfNull(caCertificatePem);
        CaCertificatePem = caCertificatePem;
    }

    /// <summary>Exactly one X.509 certificate of an authority as PEM, without a private key; at most 8,192 bytes.</summary>
    public required string CaCertificatePem { get; init; }
}
