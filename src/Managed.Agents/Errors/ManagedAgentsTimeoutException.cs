namespace Managed.Agents;

/// <summary>A time limit of the client ran out. The message says which one and how to change it.</summary>
public sealed class ManagedAgentsTimeoutException : ManagedAgentsException
{
    /// <summary>Makes one, for tests of code that catches it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="kind">Which limit ran out.</param>
    /// <param name="timeout">The value of that limit.</param>
    /// <param name="innerException">What it came from.</param>
    public ManagedAgentsTimeoutException(string message, TimeoutKind kind, TimeSpan timeout, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Timeout = timeout;
    }

    /// <summary>Which limit ran out.</summary>
    public TimeoutKind Kind { get; }

    /// <summary>The value of that limit.</summary>
    public TimeSpan Timeout { get; }
}

/// <summary>The time limits of the client.</summary>
public enum TimeoutKind
{
    /// <summary>One attempt of a call, from sending to the end of the answer: <see cref="ManagedAgentsOptions.Timeout"/>.</summary>
    Attempt,

    /// <summary>Opening a stream, from sending to the headers of the answer: <see cref="ManagedAgentsOptions.StreamOpenTimeout"/>.</summary>
    StreamOpen,

    /// <summary>Silence on an open stream, from one byte to the next: <see cref="ManagedAgentsOptions.StreamIdleTimeout"/>.</summary>
    StreamIdle,

    /// <summary>A transfer that stands still, from one piece to the next, and then to its answer: <see cref="ManagedAgentsOptions.Timeout"/>.</summary>
    Transfer,

    /// <summary>Waiting for something to come about at the service: the limit that was given with the call.</summary>
    Wait,
}
