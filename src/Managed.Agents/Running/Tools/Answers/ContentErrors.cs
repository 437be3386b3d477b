using System.Collections.Frozen;
using System.Net;

namespace Managed.Agents;

/// <summary>The errors with which the service rejects the content of a result. Sending the same content again would fail again.</summary>
internal static class ContentErrors
{
    private static readonly FrozenSet<string> Codes = new[]
    {
        "file_expired",
        "image_dimensions_too_large",
        "request_body_too_large_after_decoding",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns why the service does not accept the content, as the end of a sentence, or null if the error is not about the content.</summary>
    public static string? ReasonOf(ManagedAgentsException problem, IReadOnlyCollection<string> additionalCodes) => problem switch
    {
        ManagedAgentsApiException { ErrorCode: { } code } when Codes.Contains(code) || additionalCodes.Contains(code) => $"the service does not accept its content ({code})",
        ManagedAgentsApiException { StatusCode: HttpStatusCode.RequestEntityTooLarge } => "it is too large for the service",
        _ => null,
    };
}
