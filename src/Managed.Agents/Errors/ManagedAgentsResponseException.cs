using System.Net;

namespace Managed.Agents;

/// <summary>An answer arrived that cannot be read: not JSON (a proxy's page, an empty body), or JSON without what the API promises.</summary>
public sealed class ManagedAgentsResponseException : ManagedAgentsException
{
    /// <summary>Makes one, for tests of code that catches it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What it came from.</param>
    public ManagedAgentsResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the answer.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>Where in the JSON reading stopped, for example <c>$.data[3].id</c>; null when the answer is no JSON at all.</summary>
    public string? JsonPath { get; init; }
}
