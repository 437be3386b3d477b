using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Certificates made for a test.</summary>
public static class Certificates
{
    public static DateTimeOffset Expiry { get; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static (string Pem, string Fingerprint, string KeyPem) Make(bool authority = true)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Expiry);
        return (certificate.ExportCertificatePem(), Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)), key.ExportPkcs8PrivateKeyPem());
    }
}
