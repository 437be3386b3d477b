namespace Managed.Agents;

/// <summary>One attempt's message, on which the last handler before the wire notes what became of it there.</summary>
/// <remarks>
/// Handlers of users stand in between: one may fail after the request was taken, and with an error that looks like a refused connection.
/// One that sends a copy leaves no note, and what became of the copy is not known.
/// </remarks>
internal sealed class ApiMessage(HttpMethod method, Uri address) : HttpRequestMessage(method, address)
{
    private bool _mayHaveArrived;
    private bool _wasRefused;

    /// <summary>Whether it reached the wire, and surely went no further.</summary>
    public bool WasNeverSent => _wasRefused && !_mayHaveArrived;

    public void NoteArrival() => _mayHaveArrived = true;

    public void NoteFailure(Exception error)
    {
        if (RetryRules.WasNeverSent(error))
        {
            _wasRefused = true;
        }
        else
        {
            _mayHaveArrived = true;
        }
    }
}
