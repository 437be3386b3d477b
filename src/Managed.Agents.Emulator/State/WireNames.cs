namespace Managed.Agents.Emulator;

/// <summary>Maps every status of the emulator to its name on the wire.</summary>
internal static class WireNames
{
    public static string ToWireName(this SessionStatus status) => status switch
    {
        SessionStatus.Idle => "idle",
        SessionStatus.Running => "running",
        SessionStatus.Rescheduling => "rescheduling",
        SessionStatus.Terminated => "terminated",
        _ => throw Unnamed(status),
    };

    public static string ToWireName(this RetryStatus status) => status switch
    {
        RetryStatus.Retrying => "retrying",
        RetryStatus.Exhausted => "exhausted",
        RetryStatus.Terminal => "terminal",
        _ => throw Unnamed(status),
    };

    public static string ToWireName(this WorkState state) => state switch
    {
        WorkState.Queued => "queued",
        WorkState.Starting => "starting",
        WorkState.Active => "active",
        WorkState.Stopping => "stopping",
        WorkState.Stopped => "stopped",
        _ => throw Unnamed(state),
    };

    public static string ToWireName(this DeploymentStatus status) => status switch
    {
        DeploymentStatus.Active => "active",
        DeploymentStatus.Paused => "paused",
        _ => throw Unnamed(status),
    };

    public static string ToWireName(this DreamStatus status) => status switch
    {
        DreamStatus.Pending => "pending",
        DreamStatus.Running => "running",
        DreamStatus.Completed => "completed",
        DreamStatus.Failed => "failed",
        DreamStatus.Canceled => "canceled",
        _ => throw Unnamed(status),
    };

    public static string ToWireName(this ModelLifecycle lifecycle) => lifecycle switch
    {
        ModelLifecycle.Active => "active",
        ModelLifecycle.Deprecated => "deprecated",
        ModelLifecycle.Retired => "retired",
        _ => throw Unnamed(lifecycle),
    };

    public static string ToWireName(this CredentialValidationStatus status) => status switch
    {
        CredentialValidationStatus.Valid => "valid",
        CredentialValidationStatus.Invalid => "invalid",
        CredentialValidationStatus.Unknown => "unknown",
        _ => throw Unnamed(status),
    };

    public static string ToWireName(this CredentialRefreshStatus status) => status switch
    {
        CredentialRefreshStatus.Succeeded => "succeeded",
        CredentialRefreshStatus.Failed => "failed",
        CredentialRefreshStatus.NoRefreshToken => "no_refresh_token",
        _ => throw Unnamed(status),
    };

    public static string ToWireName(this MemoryOperation operation) => operation switch
    {
        MemoryOperation.Created => "created",
        MemoryOperation.Modified => "modified",
        MemoryOperation.Deleted => "deleted",
        _ => throw Unnamed(operation),
    };

    private static ArgumentOutOfRangeException Unnamed<T>(T value)
        where T : struct, Enum => new(nameof(value), value, $"{typeof(T).Name}.{value} has no wire name.");
}
