namespace Managed.Agents;

/// <summary>The connection failed before an answer was complete. <see cref="Exception.InnerException"/> says how.</summary>
public sealed class ManagedAgentsConnectionException : ManagedAgentsException
{
    /// <summary>Makes one, for tests of code that catches it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What it came from.</param>
    public ManagedAgentsConnectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
