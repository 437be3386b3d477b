namespace Managed.Agents;

/// <summary>The root of everything that goes wrong between a valid call and its result. Cancellation and argument errors are not under it.</summary>
public abstract class ManagedAgentsException : Exception
{
    private protected ManagedAgentsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The id under which the service logged the request (<c>req_…</c>); null when no answer arrived.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the request, or an earlier attempt of it, may have taken effect at the service although this exception was thrown.</summary>
    /// <value>
    /// False only when it is certain that nothing happened. For a create or a send that says true, look (list by metadata, read the
    /// event history) before repeating it.
    /// </value>
    public bool MayHaveTakenEffect { get; internal set; }
}
