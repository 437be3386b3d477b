using System.Net;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>The API answered with an error.</summary>
/// <remarks>Decide by <see cref="StatusCode"/>, <see cref="ErrorType"/> and <see cref="ErrorCode"/>; messages are for people and may change.</remarks>
public sealed class ManagedAgentsApiException : ManagedAgentsException
{
    /// <summary>Makes one, for tests of code that catches it.</summary>
    /// <param name="message">What went wrong.</param>
    public ManagedAgentsApiException(string message)
        : base(message)
    {
    }

    /// <summary>The HTTP status, for example 404; 529 is "overloaded".</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>The kind of error, for example <see cref="ApiErrorType.NotFound"/>; empty when the answer names none.</summary>
    public required ApiErrorType ErrorType { get; init; }

    /// <summary>The stable fine-grained code, for example <c>environment_archived</c>; null for most errors.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How long the service asks to wait before another attempt; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The error object as it came, for fields that only some errors have (<c>conflicting_path</c> of a memory, for example).</summary>
    /// <value><see cref="JsonValueKind.Undefined"/> when the answer is no error of the API.</value>
    public JsonElement Error { get; init; }

    /// <summary>The <c>details</c> object of the error; <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public JsonElement Details { get; init; }
}
