namespace Managed.Agents.Webhooks;

/// <summary>A thread of a session became idle.</summary>
public sealed record SessionThreadIdledWebhook : WebhookEvent
{
    /// <summary>The id of the thread (<c>sthr_…</c>).</summary>
    public string SessionThreadId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => SessionThreadId;
}
