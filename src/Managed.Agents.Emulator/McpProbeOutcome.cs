namespace Managed.Agents.Emulator;

/// <summary>How the validation of an OAuth credential goes.</summary>
public enum McpProbeOutcome
{
    /// <summary>The server takes the token, or the one it is refreshed to: <c>valid</c>.</summary>
    Accepted,

    /// <summary>The server answers 401, to a refreshed token too if there is one: <c>invalid</c>.</summary>
    Rejected,

    /// <summary>The server answers 401 and the token endpoint refuses to refresh: <c>invalid</c>.</summary>
    RefreshFailed,

    /// <summary>The server cannot be reached: <c>unknown</c>.</summary>
    Unreachable,
}
