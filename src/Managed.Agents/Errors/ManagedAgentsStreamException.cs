namespace Managed.Agents;

/// <summary>A stream broke: its connection ended although the session had not come to rest.</summary>
/// <remarks>This says nothing about the session, which goes on at the service. Open a new stream and read the history to catch up.</remarks>
public sealed class ManagedAgentsStreamException : ManagedAgentsException
{
    internal ManagedAgentsStreamException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
