namespace Managed.Agents;

/// <summary>An approver threw an exception, so that nothing was decided about a call. <see cref="Exception.InnerException"/> has the cause.</summary>
/// <remarks>The call waits for a decision. Resume the session, or execute the call again, when the approver works.</remarks>
public sealed class ToolApproverException : ManagedAgentsException
{
    /// <summary>Initializes a new instance. Intended for tests of code that catches it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="sessionId">The session of the call.</param>
    /// <param name="callId">The id of the call.</param>
    /// <param name="innerException">The exception of the approver.</param>
    public ToolApproverException(string message, string sessionId, string callId, Exception innerException)
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
