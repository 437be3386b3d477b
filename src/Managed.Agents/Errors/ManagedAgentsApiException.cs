using System.Net;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>The exception that is thrown when the service responds to a request with an error.</summary>
public sealed class ManagedAgentsApiException : ManagedAgentsServiceException
{
    /// <summary>Initializes a new instance. Intended for tests of code that catches it.</summary>
    /// <param name="message">What failed.</param>
    public ManagedAgentsApiException(string message)
        : base(message)
    {
    }

    /// <summary>The HTTP status, for example 404; 529 means that the service is overloaded.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>The time that the service asks to wait before the next attempt; <see langword="null"/> when it does not specify one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The error object as received, for fields that only some errors have, such as <c>conflicting_path</c> of a memory.</summary>
    /// <value><see cref="JsonValueKind.Undefined"/> when the response is not an API error.</value>
    public JsonElement Error { get; init; }
}
