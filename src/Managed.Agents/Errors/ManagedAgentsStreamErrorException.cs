using System.Text.Json;

namespace Managed.Agents;

/// <summary>The service sent an error inside an open stream and ended it.</summary>
public sealed class ManagedAgentsStreamErrorException : ManagedAgentsException
{
    private readonly JsonElement _details;

    internal ManagedAgentsStreamErrorException(string message, JsonElement details)
        : base(message) => _details = details;

    /// <summary>The kind of error; empty when the frame names none.</summary>
    public required ApiErrorType ErrorType { get; init; }

    /// <summary>The stable fine-grained code; null for most errors.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The <c>details</c> object of the error; <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public JsonElement Details => _details;
}
