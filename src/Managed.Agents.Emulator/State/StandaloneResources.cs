namespace Managed.Agents.Emulator;

/// <summary>The resources that sessions do not use: dreams, tunnels, user profiles, models and the webhook endpoints of the organization.</summary>
internal sealed class StandaloneResources(EmulatorServices services, AttachableResources attachable, SessionStore sessions) : IDisposable
{
    private readonly TunnelStore _tunnels = new(services);
    private readonly ModelOperations _models = new(services);

    public DreamStore Dreams { get; } = new(new DreamMemories(attachable.MemoryStores, services), sessions.Contains, services);

    public UserProfileStore UserProfiles => DataControls.Profiles;

    public DataControlsOperations DataControls { get; } = new(services);

    public WebhookEndpointStore WebhookEndpoints { get; } = new(services);

    public void AddTo(Operations operations)
    {
        operations.Add("dreams.create", Dreams.Create);
        operations.Add("dreams.retrieve", Dreams.Retrieve);
        operations.Add("dreams.list", Dreams.List);
        operations.Add("dreams.archive", Dreams.Archive);
        operations.Add("dreams.cancel", Dreams.Cancel);

        var certificates = new CertificateOperations(_tunnels, services);
        operations.Add("tunnels.create", _tunnels.Create);
        operations.Add("tunnels.retrieve", _tunnels.Retrieve);
        operations.Add("tunnels.list", _tunnels.List);
        operations.Add("tunnels.archive", _tunnels.Archive);
        operations.Add("tunnels.reveal_token", _tunnels.RevealToken);
        operations.Add("tunnels.rotate_token", _tunnels.RotateToken);
        operations.Add("tunnels.certificates.create", certificates.Create);
        operations.Add("tunnels.certificates.retrieve", certificates.Retrieve);
        operations.Add("tunnels.certificates.list", certificates.List);
        operations.Add("tunnels.certificates.archive", certificates.Archive);

        operations.Add("organization.webhooks.create", WebhookEndpoints.Create);
        operations.Add("organization.webhooks.retrieve", WebhookEndpoints.Retrieve);
        operations.Add("organization.webhooks.update", WebhookEndpoints.Update);
        operations.Add("organization.webhooks.list", WebhookEndpoints.List);
        operations.Add("organization.webhooks.delete", WebhookEndpoints.Delete);
        operations.Add("organization.webhooks.regenerate_signing_secret", WebhookEndpoints.RegenerateSigningSecret);

        // Each of these operations exists as beta and as released.
        foreach (var surface in new[] { "", "ga." })
        {
            operations.Add($"{surface}models.retrieve", _models.Retrieve);
            operations.Add($"{surface}models.list", _models.List);
            operations.Add($"{surface}user_profiles.create", UserProfiles.Create);
            operations.Add($"{surface}user_profiles.retrieve", UserProfiles.Retrieve);
            operations.Add($"{surface}user_profiles.update", UserProfiles.Update);
            operations.Add($"{surface}user_profiles.list", UserProfiles.List);
            operations.Add($"{surface}user_profiles.delete", UserProfiles.Delete);
            operations.Add($"{surface}user_profiles.action_urls.create", UserProfiles.CreateActionUrl);
        }

        operations.Add("user_profiles.create_enrollment_url", UserProfiles.CreateEnrollmentUrl);
        operations.Add("user_profiles.providers.google.data_controls.retrieve", DataControls.Retrieve);
        operations.Add("user_profiles.providers.google.data_controls.update", DataControls.Update);
    }

    public void Dispose() => Dreams.Dispose();
}
