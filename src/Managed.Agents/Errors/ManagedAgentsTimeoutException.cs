namespace Managed.Agents;

/// <summary>The exception that is thrown when a timeout of the client expires. The message says which timeout and how to change it.</summary>
public sealed class ManagedAgentsTimeoutException : ManagedAgentsException
{
    /// <summary>Initializes a new instance. Intended for tests of code that catches it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="kind">The timeout that expired.</param>
    /// <param name="timeout">The value of that timeout.</param>
    /// <param name="innerException">The cause.</param>
    public ManagedAgentsTimeoutException(string message, TimeoutKind kind, TimeSpan timeout, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Timeout = timeout;
    }

    /// <summary>The timeout that expired.</summary>
    public TimeoutKind Kind { get; }

    /// <summary>The value of that timeout.</summary>
    public TimeSpan Timeout { get; }
}

/// <summary>The timeouts of the client.</summary>
public enum TimeoutKind
{
    /// <summary>The timeout for one attempt of a request, until the response is complete: <see cref="ManagedAgentsOptions.Timeout"/>.</summary>
    Attempt,

    /// <summary>The timeout for opening a stream, until the response headers arrive: <see cref="ManagedAgentsOptions.StreamOpenTimeout"/>.</summary>
    StreamOpen,

    /// <summary>The maximum time without data on an open stream: <see cref="ManagedAgentsOptions.StreamIdleTimeout"/>.</summary>
    StreamIdle,

    /// <summary>The maximum time between two parts of a transfer, and before its response: <see cref="ManagedAgentsOptions.Timeout"/>.</summary>
    Transfer,

    /// <summary>The timeout for waiting until the service reports a state. It was passed to the call.</summary>
    Wait,
}
