using System.Globalization;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>Creates exceptions. A message says what failed, why, what to do, and the request id. It contains no body, header, query or credential.</summary>
internal static class ErrorFactory
{
    private const int MaxServiceText = 1000;

    public static ManagedAgentsApiException FromResponse(
        ApiRequest request, HttpResponseMessage response, byte[] body, TimeProvider time, bool isBodyConsumed)
    {
        var envelope = ErrorEnvelope.Read(body);
        var requestId = ResponseHeaders.RequestId(response) ?? envelope.RequestId;
        var type = envelope.Type.Value.Length > 0 ? $" {LogLine.OneLine(envelope.Type.Value)}" : "";
        var code = envelope.Code is null ? "" : $" ({LogLine.OneLine(envelope.Code)})";
        var why = ServiceText(envelope.Message) ?? (type.Length > 0 ? "the service sent no message." : $"the response is not an API error: {Describe(response, body)}");
        var retry = isBodyConsumed ? " It was not retried because the stream to upload cannot be rewound." : "";
        return new ManagedAgentsApiException($"{request.Method} {request.Path} failed with {(int)response.StatusCode}{type}{code}: {why}{retry}{Suffix(requestId)}")
        {
            Details = envelope.Details,
            StatusCode = response.StatusCode,
            ErrorType = envelope.Type,
            ErrorCode = envelope.Code,
            Error = envelope.Error,
            RequestId = requestId,
            RetryAfter = ResponseHeaders.RetryAfter(response, time),
            MayHaveTakenEffect = RetryRules.MayHaveTakenEffect(request.Kind, response.StatusCode),
        };
    }

    public static ManagedAgentsException FromConnection(ApiRequest request, string? requestId, Exception cause) =>
        new ManagedAgentsConnectionException($"{request.Method} {request.Path} did not receive a complete response: {Reason(cause)}{Suffix(requestId)}", cause)
        {
            RequestId = requestId,
        };

    public static ManagedAgentsException FromTimeout(ApiRequest request, TimeSpan limit, string? requestId, Exception cause)
    {
        var (kind, what) = request switch
        {
            { Kind: CallKind.Stream } => (
                TimeoutKind.StreamOpen,
                $"did not open within {limit} (the timeout for the headers of a stream). Increase ManagedAgentsOptions.StreamOpenTimeout or CallOptions.Timeout."),
            { Kind: CallKind.Download } or { Upload: not null } => (
                TimeoutKind.Transfer,
                $"made no progress for {limit} (the timeout between two chunks of a transfer, and for its response). Increase ManagedAgentsOptions.Timeout or CallOptions.Timeout."),
            _ => (
                TimeoutKind.Attempt,
                $"did not receive a complete response within {limit} (the timeout of one attempt). Increase ManagedAgentsOptions.Timeout or CallOptions.Timeout."),
        };
        return new ManagedAgentsTimeoutException($"{request.Method} {request.Path} {what}{Suffix(requestId)}", kind, limit, cause)
        {
            RequestId = requestId,
        };
    }

    public static ManagedAgentsResponseException Unreadable(ApiRequest request, HttpResponseMessage response, byte[] body, JsonException? cause)
    {
        var requestId = ResponseHeaders.RequestId(response);
        var jsonPath = cause is not null && body.Length > 0 && IsJson(response) ? cause.Path ?? "$" : null;
        var why = jsonPath is null ? $": {Describe(response, body)}" : $" at {LogLine.OneLine(jsonPath)}: {LogLine.OneLine(WithoutPosition(cause!.Message), MaxServiceText)}";
        return new ManagedAgentsResponseException($"The response {(int)response.StatusCode} to {request.Method} {request.Path} cannot be read{why}{Suffix(requestId)}", cause)
        {
            StatusCode = response.StatusCode,
            RequestId = requestId,
            JsonPath = jsonPath,
            MayHaveTakenEffect = RetryRules.IsWrite(request.Kind),
            IsIncompleteResponse = jsonPath is not null && JsonBytes.IsTruncated(body),
        };
    }

    public static ManagedAgentsResponseException Unexpected(ApiRequest request, HttpResponseMessage response, string why, string? jsonPath = null)
    {
        var requestId = ResponseHeaders.RequestId(response);
        return new($"The response {(int)response.StatusCode} to {request.Method} {request.Path} cannot be used: {why}{Suffix(requestId)}")
        {
            StatusCode = response.StatusCode,
            RequestId = requestId,
            JsonPath = jsonPath,
            MayHaveTakenEffect = RetryRules.IsWrite(request.Kind),
        };
    }

    public static ManagedAgentsStreamErrorException FromErrorFrame(ApiRequest request, ErrorEnvelope envelope, string? requestId)
    {
        var code = envelope.Code is null ? "" : $" ({LogLine.OneLine(envelope.Code)})";
        var type = envelope.Type.Value.Length > 0 ? LogLine.OneLine(envelope.Type.Value) : "an error without a type";
        return new ManagedAgentsStreamErrorException(
            $"The stream {request.Path} was ended by the service with {type}{code}: {ServiceText(envelope.Message) ?? "no message"}{Suffix(envelope.RequestId ?? requestId)}")
        {
            Details = envelope.Details,
            ErrorType = envelope.Type,
            ErrorCode = envelope.Code,
            RequestId = envelope.RequestId ?? requestId,
        };
    }

    public static ManagedAgentsTimeoutException FromIdleTimeout(ApiRequest request, TimeSpan limit, string? requestId, Exception cause) =>
        new(
            $"The stream {request.Path} received no data for {limit} (the idle timeout; keep-alives count as data). Increase ManagedAgentsOptions.StreamIdleTimeout if that is too short.{Suffix(requestId)}",
            TimeoutKind.StreamIdle,
            limit,
            cause)
        {
            RequestId = requestId,
        };

    public static ManagedAgentsStreamDisconnectedException FromDisconnectedStream(ApiRequest request, SessionEvent? lastStatus, string? requestId, Exception? cause) =>
        new(
            $"The stream {request.Path} was disconnected {(lastStatus is null ? "before any status event" : $"after {lastStatus.Type}")}, so events may be missing: {cause?.Message ?? "the server closed the connection."} The session may still be running. Open a new stream and read the history.{Suffix(requestId)}",
            cause)
        {
            RequestId = requestId,
        };

    public static ManagedAgentsConnectionException FromInterruptedDownload(ApiRequest request, long received, long? length, string? requestId, Exception cause) =>
        new(
            $"The content of {request.Path} ended after {received} {(length is null ? "bytes (length unknown)" : string.Create(CultureInfo.InvariantCulture, $"of {length} bytes"))}: {Reason(cause)} A download that has started is not retried automatically. Start it again.{Suffix(requestId)}",
            cause)
        {
            RequestId = requestId,
        };

    // HttpClient wraps the reason in a canceled task or in an exception with a general message.
    private static string Reason(Exception cause) =>
        cause is OperationCanceledException or HttpRequestException { HttpRequestError: HttpRequestError.Unknown } && cause.InnerException is { } reason
            ? $"{cause.Message} {reason.Message}"
            : cause.Message;

    // Removes the position that the serializer adds. In lists it is relative to the item.
    private static string WithoutPosition(string message) =>
        message.Split([" Path: ", " LineNumber: "], StringSplitOptions.None)[0];

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is not { } type
        || type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    private static string Describe(HttpResponseMessage response, byte[] body) =>
        body.Length == 0 ? "the body is empty" : $"{response.Content.Headers.ContentType?.MediaType ?? "no content type"}, {body.Length} bytes";

    // The service's words may hold user content: they become one line of bounded length.
    private static string? ServiceText(string? message) => message is null ? null : LogLine.OneLine(message, MaxServiceText);

    private static string Suffix(string? requestId) => requestId is null ? "" : $" (request id {LogLine.OneLine(requestId)})";
}
