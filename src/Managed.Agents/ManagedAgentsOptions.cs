using Managed.Agents.Webhooks;

namespace Managed.Agents;

/// <summary>How the client reaches the API. What is left unset comes from the environment variables of the official clients, or from the default.</summary>
public sealed class ManagedAgentsOptions
{
    /// <summary>The API key.</summary>
    /// <value>Default: <c>ANTHROPIC_API_KEY</c>. Not together with <see cref="AuthToken"/>.</value>
    public string? ApiKey { get; set; }

    /// <summary>A bearer token, for example a short-lived one from workload identity.</summary>
    /// <value>Default: <c>ANTHROPIC_AUTH_TOKEN</c>, when there is no API key. Not together with <see cref="ApiKey"/>.</value>
    public string? AuthToken { get; set; }

    /// <summary>Where the API is: an absolute https address, without <c>/v1</c>. Plain http is for loopback, or see <see cref="AllowInsecureHttp"/>.</summary>
    /// <value>Default: <c>ANTHROPIC_BASE_URL</c>, then <c>https://api.anthropic.com</c>.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Whether plain http may be used to another host than this machine. The credential is then readable on the network.</summary>
    /// <value>Default: false.</value>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>The workspace (<c>wrkspc_…</c>) that calls act in. Only for credentials that span workspaces.</summary>
    /// <value>Default: none is sent.</value>
    public string? WorkspaceId { get; set; }

    /// <summary>The key that webhooks are signed with (<c>whsec_…</c>), for <see cref="WebhooksClient.Unwrap(ReadOnlySpan{byte}, WebhookHeaders)"/>.</summary>
    /// <value>Default: <c>ANTHROPIC_WEBHOOK_SIGNING_KEY</c>, when <see cref="Webhooks"/> has no keys either.</value>
    public string? WebhookSigningKey { get; set; }

    /// <summary>How webhooks are verified: further keys with labels, tolerance, size.</summary>
    public WebhookOptions Webhooks { get; set; } = new();

    /// <summary>The time limit of one attempt of a call, from sending to the end of the answer. Streams have their own limits.</summary>
    /// <remarks>An upload or a download may take as long as it moves: for it, the limit begins anew with each piece.</remarks>
    /// <value>Default: 2 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The time limit for a stream to open, from sending to the headers of the answer.</summary>
    /// <value>Default: 30 seconds. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.</value>
    public TimeSpan StreamOpenTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open stream may be silent, keep-alives included, before its connection counts as dead.</summary>
    /// <value>Default: 5 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan StreamIdleTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>When and how often calls are repeated; null to never repeat one.</summary>
    /// <value>Default: up to 2 retries. In configuration, which cannot tell null from nothing, set <see cref="ResilienceOptions.MaxRetryAttempts"/> to 0 instead.</value>
    public ResilienceOptions? Resilience { get; set; } = new();

    // What is inside is copied too: what a client was made with must not change under it.
    internal ManagedAgentsOptions Copy()
    {
        var copy = (ManagedAgentsOptions)MemberwiseClone();
        copy.Resilience = Resilience?.Copy();
        copy.Webhooks = Webhooks.Copy();
        return copy;
    }

    /// <summary>Where the client points, without credentials.</summary>
    /// <returns>The base address.</returns>
    public override string ToString() => $"{nameof(ManagedAgentsOptions)} {{ {nameof(BaseAddress)} = {Shown(BaseAddress)} }}";

    /// <summary>An address without user name, password and query, where secrets stand.</summary>
    internal static string Shown(Uri? address)
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
