using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A run of a deployment, with the session it started or the error it failed with. Immutable.</summary>
internal sealed record DeploymentRunState(string Id, long Sequence, DateTimeOffset CreatedAt) : IListed
{
    public required string DeploymentId { get; init; }

    public required JsonObject Agent { get; init; }

    public required JsonObject Trigger { get; init; }

    public string? SessionId { get; init; }

    public RunFailure? Failure { get; init; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = "deployment_run",
        ["deployment_id"] = DeploymentId,
        ["agent"] = Agent.Copy(),
        ["trigger_context"] = Trigger.Copy(),
        ["session_id"] = SessionId,
        ["error"] = Failure?.ToJson(),
        ["created_at"] = Json.Time(CreatedAt),
    };
}
