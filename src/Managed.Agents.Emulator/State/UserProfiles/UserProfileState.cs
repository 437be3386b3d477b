using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A user profile. Guarded by the lock of the store.</summary>
internal sealed class UserProfileState(string id, long sequence, DateTimeOffset createdAt, string bucketLabelValue) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public string? Name { get; set; }

    public string AccessType { get; set; } = "application";

    public JsonObject Metadata { get; set; } = [];

    public JsonObject Details { get; set; } = ExternalUserDetails.Empty();

    public DataControlsState DataControls { get; } = new(bucketLabelValue, createdAt);

    /// <summary>Used by the older forms instead of two of the external user details.</summary>
    public string? ExternalId { get; set; }

    public DateTimeOffset? ExternalOnboardedAt { get; set; }

    /// <summary>The enforcement actions that were not resolved, oldest first.</summary>
    public List<EnforcementAction> Actions { get; } = [];

    public string EnforcementStatus(DateTimeOffset now) =>
        Actions.Exists(static action => action.IsBan) ? "banned"
        : Actions.Exists(action => action.IsInEffect(now)) ? "restricted"
        : "unrestricted";
}
