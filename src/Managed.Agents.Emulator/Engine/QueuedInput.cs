namespace Managed.Agents.Emulator;

/// <summary>An input that starts a turn, with the system text that came right behind it.</summary>
internal sealed class QueuedInput(StoredEvent input)
{
    public StoredEvent Event => input;

    public StoredEvent? Companion { get; set; }
}
