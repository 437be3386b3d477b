namespace Managed.Agents;

/// <summary>A stream broke: its connection ended although the session had not come to rest.</summary>
/// <remarks>This says nothing about the session, which goes on at the service. Open a new stream and read the history to catch up.</remarks>
public sealed class ManagedAgentsStreamDisconnectedException : ManagedAgentsException
{
    /// <summary>Makes one, for tests of code that catches it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What it came from.</param>
    public ManagedAgentsStreamDisconnectedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
