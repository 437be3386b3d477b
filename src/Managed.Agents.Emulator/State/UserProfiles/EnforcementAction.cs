using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A restriction or a ban of an end user. Only a restriction can end automatically.</summary>
internal sealed record EnforcementAction(string Id, bool IsBan, string Reason, DateTimeOffset OpenedAt, DateTimeOffset? ExpiresAt)
{
    public bool IsInEffect(DateTimeOffset now) => !(ExpiresAt <= now);

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = IsBan ? "ban" : "restriction",
        ["reason"] = Reason,
        ["action"] = null,
        ["opened_at"] = Json.Time(OpenedAt),
        ["expires_at"] = Json.TimeOrNull(ExpiresAt),
    };
}
