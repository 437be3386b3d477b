namespace Managed.Agents;

/// <summary>
/// The exception that is thrown when the connection fails before the response is complete. <see cref="Exception.InnerException"/> has the
/// cause.
/// </summary>
public sealed class ManagedAgentsConnectionException : ManagedAgentsException
{
    /// <summary>Initializes a new instance. Intended for tests of code that catches it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public ManagedAgentsConnectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
