namespace Managed.Agents;

/// <summary>The connection failed before an answer was complete. <see cref="Exception.InnerException"/> says how.</summary>
public sealed class ManagedAgentsConnectionException : ManagedAgentsException
{
    internal ManagedAgentsConnectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
