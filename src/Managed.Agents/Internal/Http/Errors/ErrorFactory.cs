using System.Globalization;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>Writes the messages: what failed, why, the way out, the request id. No body, header, query or credential goes into one.</summary>
internal static class ErrorFactory
{
    private const int MaxServiceText = 1000;

    public static ManagedAgentsApiException FromAnswer(
        ApiRequest request, HttpResponseMessage response, byte[] body, TimeProvider time, bool wouldRepeat)
    {
        var envelope = ErrorEnvelope.Read(body);
        var requestId = ResponseHeaders.RequestId(response) ?? envelope.RequestId;
        var type = envelope.Type.Value.Length > 0 ? $" {LogLine.OneLine(envelope.Type.Value)}" : "";
        var code = envelope.Code is null ? "" : $" ({LogLine.OneLine(envelope.Code)})";
        var why = ServiceText(envelope.Message) ?? (type.Length > 0 ? "the service gives no message." : $"the answer is no error of the API but {Describe(response, body)}");
        var once = wouldRepeat ? " It was not tried again, because the stream to upload cannot be rewound." : "";
        return new ManagedAgentsApiException($"{request.Method} {request.Path} failed with {(int)response.StatusCode}{type}{code}: {why}{once}{Suffix(requestId)}")
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
        new ManagedAgentsConnectionException($"{request.Method} {request.Path} got no complete answer: {Why(cause)}{Suffix(requestId)}", cause)
        {
            RequestId = requestId,
        };

    public static ManagedAgentsException FromTimeout(ApiRequest request, TimeSpan limit, string? requestId, Exception cause)
    {
        var (kind, what) = request switch
        {
            { Kind: CallKind.Stream } => (
                TimeoutKind.StreamOpen,
                $"did not open within {limit} (the time limit to the headers of a stream). Raise ManagedAgentsOptions.StreamOpenTimeout or CallOptions.Timeout."),
            { Kind: CallKind.Download } or { Upload: not null } => (
                TimeoutKind.Transfer,
                $"stood still for {limit} (the time limit between two pieces of a transfer, and to its answer). Raise ManagedAgentsOptions.Timeout or CallOptions.Timeout."),
            _ => (
                TimeoutKind.Attempt,
                $"got no complete answer within {limit} (the time limit of one attempt). Raise ManagedAgentsOptions.Timeout or CallOptions.Timeout."),
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
        var why = jsonPath is null ? $": it is {Describe(response, body)}" : $" at {LogLine.OneLine(jsonPath)}: {LogLine.OneLine(WithoutPlace(cause!.Message), MaxServiceText)}";
        return new ManagedAgentsResponseException($"The answer {(int)response.StatusCode} to {request.Method} {request.Path} cannot be read{why}{Suffix(requestId)}", cause)
        {
            StatusCode = response.StatusCode,
            RequestId = requestId,
            JsonPath = jsonPath,
            MayHaveTakenEffect = RetryRules.IsWrite(request.Kind),
        };
    }

    public static ManagedAgentsResponseException Unexpected(ApiRequest request, HttpResponseMessage response, string why, string? jsonPath = null)
    {
        var requestId = ResponseHeaders.RequestId(response);
        return new($"The answer {(int)response.StatusCode} to {request.Method} {request.Path} cannot be used: {why}{Suffix(requestId)}")
        {
            StatusCode = response.StatusCode,
            RequestId = requestId,
            JsonPath = jsonPath,
            MayHaveTakenEffect = RetryRules.IsWrite(request.Kind),
        };
    }

    public static ManagedAgentsStreamErrorException FromFrame(ApiRequest request, ErrorEnvelope envelope, string? requestId)
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

    public static ManagedAgentsTimeoutException FromSilence(ApiRequest request, TimeSpan limit, string? requestId, Exception cause) =>
        new(
            $"The stream {request.Path} was silent for {limit} (the time limit between two bytes, keep-alives included), so its connection counts as dead. Raise ManagedAgentsOptions.StreamIdleTimeout if that is too short.{Suffix(requestId)}",
            TimeoutKind.StreamIdle,
            limit,
            cause)
        {
            RequestId = requestId,
        };

    public static ManagedAgentsStreamDisconnectedException FromBrokenStream(ApiRequest request, SessionEvent? lastStatus, string? requestId, Exception? cause) =>
        new(
            $"The stream {request.Path} ended after {(lastStatus is null ? "no status at all" : lastStatus.Type)}, so events may be missing: {cause?.Message ?? "the server closed the connection."} The session goes on; open a new stream and read the history.{Suffix(requestId)}",
            cause)
        {
            RequestId = requestId,
        };

    public static ManagedAgentsConnectionException FromBrokenDownload(ApiRequest request, long received, long? length, string? requestId, Exception cause) =>
        new(
            $"The content of {request.Path} ended after {received} of {length?.ToString(CultureInfo.InvariantCulture) ?? "unknown many"} bytes: {Why(cause)} Once content has begun to arrive, it is not fetched again by itself.{Suffix(requestId)}",
            cause)
        {
            RequestId = requestId,
        };

    // A connection that takes too long is reported as a cancelled task around the reason; a broken one, as a general sentence around it.
    private static string Why(Exception cause) =>
        cause is OperationCanceledException or HttpRequestException { HttpRequestError: HttpRequestError.Unknown } && cause.InnerException is { } reason
            ? $"{cause.Message} {reason.Message}"
            : cause.Message;

    // The place that the serializer adds is one inside an item when a list is read.
    private static string WithoutPlace(string message) =>
        message.Split([" Path: ", " LineNumber: "], StringSplitOptions.None)[0];

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is not { } type
        || type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    private static string Describe(HttpResponseMessage response, byte[] body) =>
        body.Length == 0 ? "empty" : $"{response.Content.Headers.ContentType?.MediaType ?? "of no content type"}, {body.Length} bytes";

    // The service's words may hold user content: they become one line of bounded length.
    private static string? ServiceText(string? message) => message is null ? null : LogLine.OneLine(message, MaxServiceText);

    private static string Suffix(string? requestId) => requestId is null ? "" : $" (request id {LogLine.OneLine(requestId)})";
}
