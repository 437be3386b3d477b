using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the certificates of a tunnel.</summary>
internal sealed class CertificateOperations(TunnelStore tunnels, EmulatorServices services)
{
    private const int MaxActive = 2;

    public JsonNode Create(ApiCall call)
    {
        var (fingerprint, expiresAt) = CertificatePem.Read(call.Body.Text("ca_certificate_pem")!);
        lock (tunnels.Sync)
        {
            var tunnel = tunnels.FindActive(call);
            if (tunnel.Certificates.Count(static certificate => certificate.ArchivedAt is null) >= MaxActive)
            {
                throw ApiError.InvalidRequest($"Tunnel {tunnel.Id} has the maximum of {MaxActive} active certificates; archive one first.");
            }

            var certificate = new CertificateState(services.NewId("tcrt"), tunnel.Id, services.NextSequence(), services.Now())
            {
                Fingerprint = fingerprint,
                ExpiresAt = expiresAt,
            };
            tunnel.Certificates.Add(certificate);
            return certificate.ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (tunnels.Sync)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var includeArchived = call.Query.Flag("include_archived") ?? false;
        lock (tunnels.Sync)
        {
            return new ResourceList(call).Page(
                tunnels.Find(call).Certificates.Where(certificate => includeArchived || certificate.ArchivedAt is null), static certificate => certificate.ToJson());
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        lock (tunnels.Sync)
        {
            var certificate = Find(call);
            certificate.ArchivedAt ??= services.Now();
            return certificate.ToJson();
        }
    }

    private CertificateState Find(ApiCall call)
    {
        var tunnel = tunnels.Find(call);
        var id = call.Route("certificate_id");
        return tunnel.Certificates.Find(certificate => certificate.Id == id) ?? throw ApiError.NotFound($"Tunnel {tunnel.Id} has no certificate {id}.");
    }
}
