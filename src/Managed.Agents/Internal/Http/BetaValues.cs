namespace Managed.Agents;

/// <summary>The version and beta header values of the API.</summary>
internal static class BetaValues
{
    /// <summary>The value of <c>anthropic-version</c>.</summary>
    public const string ApiVersion = "2026-10-21";

    /// <summary>
    /// The beta value for agents, environments, work, sessions with their events, threads and resources, vaults, deployments and
    /// deployment runs.
    /// </summary>
    public const string ManagedAgents = "managed-agents-2026-04-01";

    /// <summary>The beta value for memory stores, memories and their versions. Must not be sent together with <see cref="ManagedAgents"/>.</summary>
    public const string AgentMemory = "agent-memory-2026-07-22";

    /// <summary>The beta value for dreams.</summary>
    public const string Dreams = "dreaming-2026-04-21";

    /// <summary>The beta value for tunnels and their certificates.</summary>
    public const string Tunnels = "mcp-tunnels-2026-06-22";

    /// <summary>The beta value for the unreleased endpoints of user profiles. The released endpoints need no beta value.</summary>
    public const string UserProfiles = "user-profiles-2026-08-18";

    /// <summary>The beta value for the version of user profiles that is used with <see cref="GoogleDataControls"/>.</summary>
    public const string UserProfilesOfSeptember = "user-profiles-2026-09-04";

    /// <summary>The beta value for the Google data controls of user profiles. Sent after <see cref="UserProfilesOfSeptember"/>.</summary>
    public const string GoogleDataControls = "google-managed-data-controls-2026-09-01";

    /// <summary>The beta value for the webhook endpoints of an organization. Without it, requests return 404.</summary>
    public const string Webhooks = "webhooks-2026-10-07";

    /// <summary>The beta value that is sent with a bearer token that is not an API key.</summary>
    public const string OAuth = "oauth-2025-04-20";
}
