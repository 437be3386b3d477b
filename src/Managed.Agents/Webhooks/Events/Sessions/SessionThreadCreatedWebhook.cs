namespace Managed.Agents.Webhooks;

/// <summary>A thread was begun in a session.</summary>
public sealed record SessionThreadCreatedWebhook : WebhookEvent
{
    /// <summary>The thread (<c>sthr_…</c>).</summary>
    public string SessionThreadId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => SessionThreadId;
}
