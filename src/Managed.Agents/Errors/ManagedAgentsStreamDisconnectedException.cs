namespace Managed.Agents;

/// <summary>The exception that is thrown when the connection of a stream ends before the session is idle.</summary>
/// <remarks>
/// This says nothing about the session, which continues at the service. Open a new stream and read the history to catch up, or use
/// <see cref="SessionEventsClient.FollowAsync"/>, which does both. An error that the service reports inside a stream is a
/// <see cref="ManagedAgentsStreamErrorException"/>.
/// </remarks>
public sealed class ManagedAgentsStreamDisconnectedException : ManagedAgentsException
{
    /// <summary>Initializes a new instance. Intended for tests of code that catches it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public ManagedAgentsStreamDisconnectedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
