namespace Managed.Agents.Emulator;

/// <summary>An address that an emulator posts webhooks to.</summary>
public sealed class EmulatedWebhookEndpoint
{
    private readonly object _gate = new();
    private readonly HashSet<string> _types;
    private int _failures;
    private string _disabledReason = "";

    internal EmulatedWebhookEndpoint(Uri address, string signingKey, IReadOnlyList<string> eventTypes)
    {
        Address = address;
        SigningKey = signingKey;
        EventTypes = [.. eventTypes];
        _types = new HashSet<string>(eventTypes, StringComparer.Ordinal);
    }

    /// <summary>The address that webhooks are posted to.</summary>
    public Uri Address { get; }

    /// <summary>The key that webhooks are signed with (<c>whsec_…</c>).</summary>
    public string SigningKey { get; }

    /// <summary>The types of webhooks that the endpoint subscribes to. Empty for all types.</summary>
    public IReadOnlyList<string> EventTypes { get; }

    /// <summary>Whether webhooks are sent to the endpoint. Events that happen while it is disabled are never sent.</summary>
    public bool IsEnabled => DisabledReason.Length == 0;

    /// <summary>The reason why the endpoint was disabled. Empty while it is enabled.</summary>
    public string DisabledReason
    {
        get
        {
            lock (_gate)
            {
                return _disabledReason;
            }
        }
    }

    /// <summary>Enables the endpoint and resets its count of failed attempts.</summary>
    public void Enable()
    {
        lock (_gate)
        {
            _disabledReason = "";
            _failures = 0;
        }
    }

    /// <summary>Disables the endpoint, as its owner can.</summary>
    /// <param name="reason">The reason to report in <see cref="DisabledReason"/>. Must not be empty.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public void Disable(string reason = "by its owner")
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        lock (_gate)
        {
            _disabledReason = reason;
        }
    }

    internal bool Wants(string type) => IsEnabled && (_types.Count == 0 || _types.Contains(type));

    /// <summary>Records the result of an attempt, and disables the endpoint after too many consecutive failures.</summary>
    internal void RecordAttempt(bool isAcknowledged, int maxFailures)
    {
        lock (_gate)
        {
            _failures = isAcknowledged ? 0 : _failures + 1;
            if (_failures >= maxFailures && _disabledReason.Length == 0)
            {
                _disabledReason = $"{maxFailures} consecutive attempts failed";
            }
        }
    }
}
