namespace Managed.Agents.Emulator;

/// <summary>The services that every part of the emulator shares: time, ids, sequence numbers and webhooks.</summary>
internal sealed class EmulatorServices(TimeProvider time, IdFactory ids)
{
    private long _sequence;

    public TimeProvider Time => time;

    /// <summary>Sends webhooks, or null when the emulator sends none.</summary>
    public WebhookDispatcher? Webhooks { get; init; }

    public DateTimeOffset Now() => time.GetUtcNow();

    public string NewId(string prefix) => ids.New(prefix);

    public byte[] NewBytes(int count) => ids.Bytes(count);

    public long NextSequence() => Interlocked.Increment(ref _sequence);
}
