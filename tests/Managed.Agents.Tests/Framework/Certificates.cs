using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Managed.Agents.Tests.Framework;

/// <summary>A certificate for the loopback address that only the tests trust.</summary>
internal static class Certificates
{
    private static readonly Lazy<X509Certificate2> Made = new(Make);

    public static X509Certificate2 Loopback => Made.Value;

    /// <summary>Makes the handler trust this certificate and no other.</summary>
    public static void Trust(SocketsHttpHandler sockets) =>
        sockets.SslOptions.RemoteCertificateValidationCallback = static (_, shown, _, _) => shown?.GetCertHashString() == Loopback.GetCertHashString();

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=loopback", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
