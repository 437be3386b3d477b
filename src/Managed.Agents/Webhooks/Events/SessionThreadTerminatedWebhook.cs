namespace Managed.Agents.Webhooks;

/// <summary>A thread of a session was terminated.</summary>
public sealed record SessionThreadTerminatedWebhook : WebhookEvent
{
    /// <summary>The id of the thread (<c>sthr_…</c>).</summary>
    public string SessionThreadId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => SessionThreadId;
}
