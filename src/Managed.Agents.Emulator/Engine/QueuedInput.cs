namespace Managed.Agents.Emulator;

/// <summary>An input that starts a turn, with the system message that directly followed it.</summary>
internal sealed class QueuedInput(StoredEvent input)
{
    public StoredEvent Event => input;

    public StoredEvent? SystemMessage { get; set; }
}
