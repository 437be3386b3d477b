using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Tunnels.Certificates;

public sealed class TunnelCertificateTests : EmulatorTest
{
    [Fact]
    public async Task A_tunnel_accepts_two_certificates()
    {
        var certificates = Client.Tunnels.Certificates;
        var tunnel = await Client.Tunnels.CreateAsync();
        var pem = Pem();

        var first = await certificates.CreateAsync(tunnel.Id, new(pem));
        using var read = X509Certificate2.CreateFromPem(pem);
        (first.TunnelId, first.Fingerprint, first.ExpiresAt).ShouldBe((tunnel.Id, read.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(), new DateTimeOffset(read.NotAfter)));
        (await certificates.GetAsync(tunnel.Id, first.Id)).ShouldBe(first);
        await certificates.CreateAsync(tunnel.Id, new(Pem()));
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => certificates.CreateAsync(tunnel.Id, new(Pem())));

        (await certificates.ArchiveAsync(tunnel.Id, first.Id)).ArchivedAt.ShouldNotBeNull();
        var third = await certificates.CreateAsync(tunnel.Id, new(Pem()));
        (await AllAsync(certificates.ListAsync(tunnel.Id))).Select(static certificate => certificate.Id).ShouldContain(third.Id);
        (await AllAsync(certificates.ListAsync(tunnel.Id, new() { IncludeArchived = true }))).Count.ShouldBe(3);
    }

    private static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var made = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return made.ExportCertificatePem();
    }
}
