using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Managed.Agents.Emulator;

/// <summary>Reads the certificate of a tunnel. Error messages never contain the input, because it may be a private key.</summary>
internal static class CertificatePem
{
    private const string Field = "ca_certificate_pem";

    public static (string Fingerprint, DateTimeOffset ExpiresAt) Read(string pem)
    {
        var labels = Labels(pem);
        if (labels.Exists(static label => label.EndsWith("PRIVATE KEY", StringComparison.Ordinal)))
        {
            throw ApiError.InvalidRequest($"{Field}: contains a private key; send the certificate only.");
        }

        if (labels is not ["CERTIFICATE"])
        {
            throw ApiError.InvalidRequest($"{Field}: must be exactly one X.509 certificate in PEM, got {labels.Count} PEM blocks.");
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            return certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(static constraints => constraints.CertificateAuthority)
                ? (Convert.ToHexString(SHA256.HashData(certificate.RawData)).ToLowerInvariant(), certificate.NotAfter.ToUniversalTime())
                : throw ApiError.InvalidRequest($"{Field}: is not the certificate of a certificate authority (CA).");
        }
        catch (CryptographicException)
        {
            throw ApiError.InvalidRequest($"{Field}: is not a valid X.509 certificate.");
        }
    }

    private static List<string> Labels(string pem)
    {
        var labels = new List<string>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var found))
        {
            labels.Add(rest[found.Label].ToString());
            rest = rest[found.Location.End..];
        }

        return labels;
    }
}
