namespace Managed.Agents.Emulator;

/// <summary>What every part of the emulator shares: time, ids, the order in which things happen, and whom to tell of them.</summary>
internal sealed class EmulatorServices(TimeProvider time, IdFactory ids)
{
    private long _sequence;

    public TimeProvider Time => time;

    /// <summary>Where the bells are rung; null while nobody may listen.</summary>
    public WebhookDispatcher? Webhooks { get; init; }

    public DateTimeOffset Now() => time.GetUtcNow();

    public string NewId(string prefix) => ids.New(prefix);

    public byte[] NewBytes(int count) => ids.Bytes(count);

    public long NextSequence() => Interlocked.Increment(ref _sequence);
}
