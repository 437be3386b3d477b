namespace Managed.Agents;

/// <summary>The kind of a request, which decides when it is retried.</summary>
internal enum CallKind
{
    /// <summary>Changes nothing. Always safe to retry.</summary>
    Read,

    /// <summary>Changes something, with the same result when retried: archive, delete, update.</summary>
    IdempotentWrite,

    /// <summary>Creates or sends something each time the server accepts it. Retried only when the server certainly did not accept it.</summary>
    CreateOrSend,

    /// <summary>Opens an event stream. Retried until the response headers arrive; the timeout covers the time to the headers.</summary>
    Stream,

    /// <summary>Downloads content as a stream. Retried until the response headers arrive.</summary>
    Download,
}
