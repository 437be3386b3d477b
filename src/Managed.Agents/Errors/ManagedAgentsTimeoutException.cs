namespace Managed.Agents;

/// <summary>A timeout of the client expired. The message says which one and how to change it.</summary>
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
    /// <summary>One attempt of a request, until the response is complete: <see cref="ManagedAgentsOptions.Timeout"/>.</summary>
    Attempt,

    /// <summary>Opening a stream, until the response headers arrive: <see cref="ManagedAgentsOptions.StreamOpenTimeout"/>.</summary>
    StreamOpen,

    /// <summary>The longest silence between two bytes of an open stream: <see cref="ManagedAgentsOptions.StreamIdleTimeout"/>.</summary>
    StreamIdle,

    /// <summary>The longest pause between two parts of a transfer, and before its response: <see cref="ManagedAgentsOptions.Timeout"/>.</summary>
    Transfer,

    /// <summary>Waiting for a state at the service: the timeout that was passed to the call.</summary>
    Wait,
}
