using System.Net;

namespace Managed.Agents;

/// <summary>
/// The exception that is thrown when a response cannot be read: it is not JSON (a proxy's page or an empty body), or a required field is
/// missing or invalid.
/// </summary>
public sealed class ManagedAgentsResponseException : ManagedAgentsException
{
    /// <summary>Initializes a new instance. Intended for tests of code that catches it.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public ManagedAgentsResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the response.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>The JSON path at which reading failed, for example <c>$.data[3].id</c>; <see langword="null"/> when the response is not JSON.</summary>
    public string? JsonPath { get; init; }
}
