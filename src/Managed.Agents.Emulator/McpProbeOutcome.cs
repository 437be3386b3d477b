namespace Managed.Agents.Emulator;

/// <summary>The result of the validation of an OAuth credential.</summary>
public enum McpProbeOutcome
{
    /// <summary>The server accepts the token, or the refreshed token: <c>valid</c>.</summary>
    Accepted,

    /// <summary>The server responds with 401 to the token and to a refreshed token: <c>invalid</c>.</summary>
    Rejected,

    /// <summary>The server responds with 401 and the token endpoint refuses the refresh: <c>invalid</c>.</summary>
    RefreshFailed,

    /// <summary>The server cannot be reached: <c>unknown</c>.</summary>
    Unreachable,
}
