namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>A call that is open at a point of a recorded session.</summary>
/// <param name="Use">The event of the call.</param>
/// <param name="IsAllowed">Whether a confirmation has allowed it.</param>
internal sealed record RecordedCall(RecordedEvent Use, bool IsAllowed)
{
    public string Id => Use.Id;

    public string Tool => Use.Text("name")!;

    public bool IsCustom => Use.Type == "agent.custom_tool_use";

    /// <summary>Whether the service waits for a decision.</summary>
    public bool AwaitsDecision => Use.Text("evaluated_permission") == "ask" && !IsAllowed;

    /// <summary>Whether the service waits for a result. In this environment, clients run bash.</summary>
    public bool AwaitsResult => IsCustom || (Use.Type == "agent.tool_use" && Tool == "bash" && (IsAllowed || Use.Text("evaluated_permission") == "allow"));
}
