using System.Text.Json;

namespace Managed.Agents;

/// <summary>The service sent an error inside an open stream and ended it.</summary>
public sealed class ManagedAgentsStreamErrorException : ManagedAgentsException
{
    /// <summary>Makes one, for tests of code that catches it.</summary>
    /// <param name="message">What went wrong.</param>
    public ManagedAgentsStreamErrorException(string message)
        : base(message)
    {
    }

    /// <summary>The kind of error; empty when the frame names none.</summary>
    public required ApiErrorType ErrorType { get; init; }

    /// <summary>The stable fine-grained code; null for most errors.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The <c>details</c> object of the error; <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public JsonElement Details { get; init; }
}
