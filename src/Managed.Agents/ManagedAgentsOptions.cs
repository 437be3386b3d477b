using Managed.Agents.Webhooks;

namespace Managed.Agents;

/// <summary>Options of a client. Options that are not set are taken from the environment variables of the official clients, or have a default.</summary>
public sealed class ManagedAgentsOptions
{
    /// <summary>The API key.</summary>
    /// <value>Default: <c>ANTHROPIC_API_KEY</c>. Must not be set together with <see cref="AuthToken"/>.</value>
    public string? ApiKey { get; set; }

    /// <summary>A bearer token, for example a short-lived one from workload identity.</summary>
    /// <value>Default: <c>ANTHROPIC_AUTH_TOKEN</c>, if there is no API key. Must not be set together with <see cref="ApiKey"/>.</value>
    public string? AuthToken { get; set; }

    /// <summary>The address of the API: an absolute https address without <c>/v1</c>. Plain http is allowed for loopback addresses, or with <see cref="AllowInsecureHttp"/>.</summary>
    /// <value>Default: <c>ANTHROPIC_BASE_URL</c>, then <c>https://api.anthropic.com</c>.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Whether plain http is allowed for hosts other than this machine. The credential is then sent unencrypted.</summary>
    /// <value>Default: false.</value>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>The workspace (<c>wrkspc_…</c>) of the calls. Only for credentials that are valid for several workspaces.</summary>
    /// <value>Default: null, which sends no workspace.</value>
    public string? WorkspaceId { get; set; }

    /// <summary>The signing key of webhooks (<c>whsec_…</c>), used by <see cref="WebhooksClient.Unwrap(ReadOnlySpan{byte}, WebhookHeaders)"/>.</summary>
    /// <value>Default: <c>ANTHROPIC_WEBHOOK_SIGNING_KEY</c>, if <see cref="Webhooks"/> has no keys either.</value>
    public string? WebhookSigningKey { get; set; }

    /// <summary>Options for verifying webhooks: additional keys with labels, the time tolerance and the maximum size.</summary>
    public WebhookOptions Webhooks { get; set; } = new();

    /// <summary>The timeout of one attempt, from sending the request to the end of the response. Streams have their own timeouts.</summary>
    /// <remarks>An upload or download can take longer: for it, the timeout restarts with each chunk.</remarks>
    /// <value>Default: 2 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no timeout.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The timeout to open a stream, from sending the request to the headers of the response.</summary>
    /// <value>Default: 30 seconds. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no timeout.</value>
    public TimeSpan StreamOpenTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The idle timeout of an open stream. A stream that receives nothing for this long, not even a keep-alive, is treated as disconnected.</summary>
    /// <value>Default: 5 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no timeout.</value>
    public TimeSpan StreamIdleTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>When and how often requests are retried. Null turns retries off.</summary>
    /// <value>Default: up to 2 retries. A configuration file cannot set null; set <see cref="ResilienceOptions.MaxRetryAttempts"/> to 0 instead.</value>
    public ResilienceOptions? Resilience { get; set; } = new();

    // Shallow: ConnectionSettings copies the nested options.
    internal ManagedAgentsOptions Copy() => (ManagedAgentsOptions)MemberwiseClone();

    /// <summary>Returns the base address, without credentials.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{nameof(ManagedAgentsOptions)} {{ {nameof(BaseAddress)} = {ForDisplay(BaseAddress)} }}";

    /// <summary>Returns an address without user name, password and query, because they may contain secrets.</summary>
    internal static string ForDisplay(Uri? address)
    {
        if (address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
        {
            return address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        }

        var text = address?.OriginalString.Split('?', '#')[0] ?? "";
        var host = text.LastIndexOf('@');
        return host < 0 ? text : "…" + text[host..];
    }
}
