using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A webhook endpoint of the organization with its signing secret. Guarded by the lock of the store.</summary>
internal sealed class WebhookEndpointState(string id, long sequence, DateTimeOffset createdAt) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public required string Url { get; set; }

    public required IReadOnlyList<string> EnabledEvents { get; set; }

    public required string SigningSecret { get; set; }

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public bool IsEnabled { get; private set; } = true;

    /// <summary>Why the service disabled the endpoint. Empty while it is enabled, or when a client disabled it.</summary>
    public string DisabledReason { get; private set; } = "";

    private int _failures;

    /// <summary>Returns the number of consecutive failed attempts. An acknowledged attempt resets it.</summary>
    public int CountFailures(bool isAcknowledged) => _failures = isAcknowledged ? 0 : _failures + 1;

    public void Enable()
    {
        _failures = 0;
        IsEnabled = true;
        DisabledReason = "";
    }

    public void Disable(string reason)
    {
        IsEnabled = false;
        DisabledReason = reason;
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["url"] = Url,
        ["enabled_events"] = new JsonArray([.. EnabledEvents.Select(static type => JsonValue.Create(type))]),
        ["name"] = Name,
        ["description"] = Description,
        ["state"] = IsEnabled ? "enabled" : "disabled",
        ["disabled_reason"] = DisabledReason,
        ["created_at"] = Json.Time(createdAt),
        ["updated_at"] = Json.Time(UpdatedAt),
    };
}
