namespace Managed.Agents.Emulator;

/// <summary>An address to which an emulator posts webhooks.</summary>
public sealed class EmulatedWebhookEndpoint
{
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

    /// <summary>Where the notices go.</summary>
    public Uri Address { get; }

    /// <summary>The key that they are signed with (<c>whsec_…</c>).</summary>
    public string SigningKey { get; }

    /// <summary>The kinds that go there; empty for all.</summary>
    public IReadOnlyList<string> EventTypes { get; }

    /// <summary>Whether notices go there. What happens meanwhile is never sent.</summary>
    public bool IsEnabled => DisabledReason.Length == 0;

    /// <summary>Why it was disabled; empty while it is not.</summary>
    public string DisabledReason
    {
        get
        {
            lock (_types)
            {
                return _disabledReason;
            }
        }
    }

    /// <summary>Enables it again.</summary>
    public void Enable()
    {
        lock (_types)
        {
            _disabledReason = "";
            _failures = 0;
        }
    }

    /// <summary>Disables it, as its owner would.</summary>
    /// <param name="reason">What to say about it.</param>
    public void Disable(string reason = "by its owner")
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        lock (_types)
        {
            _disabledReason = reason;
        }
    }

    internal bool Wants(string type) => IsEnabled && (_types.Count == 0 || _types.Contains(type));

    /// <summary>Notes what came of an attempt.</summary>
    internal void Note(bool isAcknowledged, int limit)
    {
        lock (_types)
        {
            _failures = isAcknowledged ? 0 : _failures + 1;
            if (_failures >= limit && _disabledReason.Length == 0)
            {
                _disabledReason = $"{limit} attempts in a row failed";
            }
        }
    }
}
