namespace Managed.Agents;

/// <summary>The HTTP message of one attempt. The innermost handler records on it whether the request may have reached the server.</summary>
/// <remarks>
/// Custom handlers run outside of the innermost one. Such a handler can fail after the server accepted the request, with an error that
/// looks like a refused connection. If it sends a copy of the message, nothing is recorded here and the outcome is unknown.
/// </remarks>
internal sealed class ApiMessage(HttpMethod method, Uri address) : HttpRequestMessage(method, address)
{
    private bool _mayHaveBeenSent;
    private bool _hasConnectionFailed;

    /// <summary>Whether the innermost handler tried to send the request and certainly did not send it.</summary>
    public bool WasNeverSent => _hasConnectionFailed && !_mayHaveBeenSent;

    public void MarkSent() => _mayHaveBeenSent = true;

    public void RecordFailure(Exception error)
    {
        if (RetryRules.WasNeverSent(error))
        {
            _hasConnectionFailed = true;
        }
        else
        {
            _mayHaveBeenSent = true;
        }
    }
}
