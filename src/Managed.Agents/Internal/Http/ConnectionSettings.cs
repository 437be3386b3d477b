using Managed.Agents.Webhooks;

namespace Managed.Agents;

/// <summary>The validated options of a client, copied once when its connection is created.</summary>
internal sealed class ConnectionSettings(ManagedAgentsOptions options)
{
    public Uri BaseAddress { get; } = WithTrailingSlash(options.BaseAddress!);

    public Credential Credential { get; } = new(options.ApiKey ?? options.AuthToken!, options.ApiKey is null);

    public string? WorkspaceId { get; } = options.WorkspaceId;

    public TimeSpan Timeout { get; } = options.Timeout;

    public TimeSpan StreamOpenTimeout { get; } = options.StreamOpenTimeout;

    public TimeSpan StreamIdleTimeout { get; } = options.StreamIdleTimeout;

    public ResilienceOptions? Resilience { get; } = options.Resilience?.Copy();

    public WebhookOptions Webhooks { get; } = options.Webhooks.With(options.WebhookSigningKey);

    // Without the trailing slash, a relative path would replace the last segment of the base path.
    private static Uri WithTrailingSlash(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
