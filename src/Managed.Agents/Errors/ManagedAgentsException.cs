namespace Managed.Agents;

/// <summary>
/// The base class of the exceptions of this library for failed calls. Exceptions for cancellation and invalid arguments do not derive from it.
/// </summary>
public abstract class ManagedAgentsException : Exception
{
    private protected ManagedAgentsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The id under which the service logged the request (<c>req_…</c>); <see langword="null"/> when no response arrived.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the request, or an earlier attempt of it, may have taken effect at the service although the call failed.</summary>
    /// <value>
    /// <see langword="false"/> only when the request certainly had no effect. If it is <see langword="true"/> for a create or a send, check
    /// before you repeat it: list by metadata, or read the event history.
    /// </value>
    public bool MayHaveTakenEffect { get; internal set; }

    /// <summary>Whether a response began to arrive but did not arrive completely. A shorter response may arrive.</summary>
    internal bool IsIncompleteResponse { get; set; }

    /// <summary>Whether the connection was lost after the request was sent. The service is there, so the next attempt may succeed.</summary>
    internal bool IsConnectionLost { get; set; }
}
