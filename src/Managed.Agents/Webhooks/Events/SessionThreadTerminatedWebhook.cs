namespace Managed.Agents.Webhooks;

/// <summary>A thread of a session has ended.</summary>
public sealed record SessionThreadTerminatedWebhook : WebhookEvent
{
    private string _sessionThreadId = "";

    /// <summary>The thread (<c>sthr_…</c>).</summary>
    public string SessionThreadId { get => _sessionThreadId; init => _sessionThreadId = value ?? ""; }

    private protected override string Detail => SessionThreadId;

    private protected override bool TrySetOwn(ReadOnlySpan<byte> name, string value)
    {
        var isOwn = name.SequenceEqual("session_thread_id"u8);
        _sessionThreadId = isOwn ? value : _sessionThreadId;
        return isOwn;
    }
}
