using System.Text.Json;

namespace Managed.Agents;

/// <summary>The base of the errors that the service reports: as the response to a request, or inside an open stream.</summary>
/// <remarks>Decide by <see cref="ErrorType"/> and <see cref="ErrorCode"/>. Messages are for people and may change.</remarks>
public abstract class ManagedAgentsServiceException : ManagedAgentsException
{
    private protected ManagedAgentsServiceException(string message)
        : base(message)
    {
    }

    /// <summary>The type of the error, for example <see cref="ApiErrorType.NotFound"/>; empty when the service names none.</summary>
    public required ApiErrorType ErrorType { get; init; }

    /// <summary>The stable fine-grained code, for example <c>environment_archived</c>; <see langword="null"/> for most errors.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The <c>details</c> object of the error; <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public JsonElement Details { get; init; }
}
