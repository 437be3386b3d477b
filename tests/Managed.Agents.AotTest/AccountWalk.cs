using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Managed.Agents.Dreams;
using Managed.Agents.UserProfiles;
using Managed.Agents.Webhooks;

namespace Managed.Agents.AotTest;

/// <summary>Uses models, user profiles, tunnels, dreams and webhooks.</summary>
internal sealed class AccountWalk(ManagedAgentsClient client)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var models = await Step.AllAsync(client.Models.ListAsync(new() { PageSize = 5 }, cancellationToken));
        Check($"Listed {models.Count} models", (await client.Models.GetAsync(models[^1].Id, cancellationToken)).Equals(models[^1]));

        var profile = await client.UserProfiles.CreateAsync(new() { Name = "Ada", ExternalUserDetails = new() { Country = "FR" } }, cancellationToken);
        var link = await client.UserProfiles.ActionUrls.CreateAsync(profile.Id, new(), cancellationToken);
        Check("Created a user profile and an action URL for it", profile.EnforcementStatus == UserProfileEnforcementStatus.Unrestricted && link.Url.IsAbsoluteUri);
        await DataControlsAsync(profile.Id, cancellationToken);
        await client.UserProfiles.DeleteAsync(profile.Id, cancellationToken);

        await TunnelAsync(cancellationToken);
        await DreamAsync(cancellationToken);
        await WebhookAsync(cancellationToken);
    }

    private static void Check(string step, bool holds) => Step.Check("Account", step, holds);

    private async Task DataControlsAsync(string profileId, CancellationToken cancellationToken)
    {
        var controls = await client.UserProfiles.GoogleDataControls.UpdateAsync(
            profileId,
            new()
            {
                Cmek = new GoogleCmekEnable { ExternalKeyIds = new Dictionary<string, string?> { ["eu"] = "ekey_1" } },
                Storage = new GoogleStorageEnable { Buckets = new Dictionary<string, GoogleBucketReference?> { ["eu"] = new() { BucketName = $"bucket-{profileId}", ProjectNumber = "1" } } },
            },
            cancellationToken);
        var isPending = controls.Cmek is GoogleCmekEnabled cmek && cmek.Status["eu"] is GoogleCmekRegionPending
            && controls.Storage is GoogleStorageEnabled storage && storage.Status["eu"] is GoogleStorageRegionPending;
        Check("Set data controls and read them back", isPending && (await client.UserProfiles.GoogleDataControls.GetAsync(profileId, cancellationToken)).UserProfileId == profileId);
    }

    private async Task TunnelAsync(CancellationToken cancellationToken)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var authority = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var tunnel = await client.Tunnels.CreateAsync(cancellationToken: cancellationToken);
        var certificate = await client.Tunnels.Certificates.CreateAsync(tunnel.Id, new(authority.ExportCertificatePem()), cancellationToken);
        var token = await client.Tunnels.RevealTokenAsync(tunnel.Id, cancellationToken);
        Check("Created a tunnel with a certificate", certificate.Fingerprint.Length == 64 && token.Token.Reveal().Length > 0);
        await client.Tunnels.ArchiveAsync(tunnel.Id, cancellationToken);
    }

    private async Task DreamAsync(CancellationToken cancellationToken)
    {
        var agent = await client.Agents.CreateAsync(new() { Name = "dreamer", Model = "claude-sonnet-5-5" }, cancellationToken);
        var environment = await client.Environments.GetOrCreateAsync(new() { Name = "dreams" }, cancellationToken);
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id }, cancellationToken);
        var store = await client.MemoryStores.CreateAsync(new() { Name = "Notes" }, cancellationToken);
        var dream = await client.Dreams.CreateAsync(
            new() { Inputs = [new MemoryStoreDreamInput(store.Id), new SessionsDreamInput(session.Id)], Model = "claude-opus-5-5" }, cancellationToken);
        Check("Created a dream and canceled it", (await client.Dreams.CancelAsync(dream.Id, cancellationToken)).Status == DreamStatus.Canceled);
    }

    private async Task WebhookAsync(CancellationToken cancellationToken)
    {
        var endpoint = await client.Webhooks.Endpoints.CreateAsync(
            new() { Url = new("https://hooks.example.com"), EnabledEvents = [WebhookEndpointEventType.ExternalKeyFailed, WebhookEndpointEventType.ExternalStorageFailed] }, cancellationToken);
        var key = endpoint.SigningSecret!.Reveal();
        var body = """{"type":"event","id":"whe_1","created_at":"2026-11-21T09:00:00Z","data":{"type":"session.status_idled","id":"sesn_1","organization_id":"o"}}"""u8;
        var delivery = new WebhookVerifier(key).Unwrap(body, new WebhookSigner(key).Sign(body, "whe_1"));
        Check("Signed a webhook with the secret of an endpoint and verified it", delivery.Id == "whe_1");
        await client.Webhooks.Endpoints.DeleteAsync(endpoint.Id, cancellationToken);
    }
}
