namespace Managed.Agents.Webhooks;

/// <summary>A thread was created in a session.</summary>
public sealed record SessionThreadCreatedWebhook : WebhookEvent
{
    /// <summary>The id of the thread (<c>sthr_…</c>).</summary>
    public string SessionThreadId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => SessionThreadId;
}
