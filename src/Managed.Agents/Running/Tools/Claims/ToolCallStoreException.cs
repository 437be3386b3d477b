namespace Managed.Agents;

/// <summary>The tool call store failed, did not answer in time or contradicted itself, so that a call was not started. <see cref="Exception.InnerException"/> has the cause.</summary>
/// <remarks>The call waits for an answer. Resume the session, or execute the call again, when the store is available.</remarks>
public sealed class ToolCallStoreException : ManagedAgentsException
{
    /// <summary>Initializes a new instance. Intended for tests of code that catches it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="sessionId">The session of the call.</param>
    /// <param name="callId">The id of the call.</param>
    /// <param name="innerException">The cause, or null if the store did not throw.</param>
    public ToolCallStoreException(string message, string sessionId, string callId, Exception? innerException = null)
        : base(message, innerException)
    {
        SessionId = sessionId;
        CallId = callId;
    }

    /// <summary>The session of the call (<c>sesn_…</c>).</summary>
    public string SessionId { get; }

    /// <summary>The id of the call (<c>sevt_…</c>).</summary>
    public string CallId { get; }
}
