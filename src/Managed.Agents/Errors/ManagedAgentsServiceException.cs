using System.Text.Json;

namespace Managed.Agents;

/// <summary>
/// The base class of the exceptions for errors that the service reports, either as the response to a request or inside an open stream.
/// </summary>
/// <remarks>
/// Use <see cref="ErrorType"/> and <see cref="ErrorCode"/> to distinguish errors in code. Messages are for people and may change.
/// </remarks>
public abstract class ManagedAgentsServiceException : ManagedAgentsException
{
    private protected ManagedAgentsServiceException(string message)
        : base(message)
    {
    }

    /// <summary>The type of the error, for example <see cref="ApiErrorType.NotFound"/>; empty when the response contains none.</summary>
    public required ApiErrorType ErrorType { get; init; }

    /// <summary>
    /// The error code, which is more specific than the type and does not change, for example <c>environment_archived</c>;
    /// <see langword="null"/> for most errors.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>The <c>details</c> object of the error; <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public JsonElement Details { get; init; }
}
