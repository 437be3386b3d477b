namespace Managed.Agents.Emulator;

/// <summary>A key or bucket that is no longer used for new data.</summary>
internal sealed record RetiredValue<T>(T Value, string Region, DateTimeOffset ExpiresAt)
    where T : class;
