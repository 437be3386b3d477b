namespace Managed.Agents;

/// <summary>The exception that is thrown when the service sends an error inside an open stream and closes the stream.</summary>
/// <remarks>A connection that breaks without such an error is a <see cref="ManagedAgentsStreamDisconnectedException"/>.</remarks>
public sealed class ManagedAgentsStreamErrorException : ManagedAgentsServiceException
{
    /// <summary>Initializes a new instance. Intended for tests of code that catches it.</summary>
    /// <param name="message">What failed.</param>
    public ManagedAgentsStreamErrorException(string message)
        : base(message)
    {
    }
}
