namespace Managed.Agents.Webhooks;

/// <summary>A thread of a session has ended.</summary>
public sealed record SessionThreadTerminatedWebhook : WebhookEvent
{
    /// <summary>The thread (<c>sthr_…</c>).</summary>
    public string SessionThreadId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => SessionThreadId;
}
