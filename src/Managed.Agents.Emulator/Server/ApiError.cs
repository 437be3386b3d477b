using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>An error response. Thrown where the error is detected; the pipeline writes it.</summary>
internal sealed class ApiError(int status, string type, string message) : Exception(message)
{
    public int Status => status;

    public string Type => type;

    /// <summary>The detailed error code, where one is documented.</summary>
    public string? Code { get; init; }

    /// <summary>Further fields of the error object.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Further details in addition to the code.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>The value of the <c>x-should-retry</c> header; null for no header.</summary>
    public bool? ShouldRetry { get; init; }

    public static ApiError InvalidRequest(string message, string? code = null) => new(400, "invalid_request_error", message) { Code = code };

    public static ApiError Authentication(string message) => new(401, "authentication_error", message);

    public static ApiError Permission(string message) => new(403, "permission_error", message);

    public static ApiError NotFound(string message, string? code = null) => new(404, "not_found_error", message) { Code = code };

    public static ApiError Conflict(string message) => new(409, "conflict_error", message);

    public static ApiError TooLarge(string message) => new(413, "request_too_large", message);

    public JsonObject ToEnvelope(string requestId)
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message };
        foreach (var (name, value) in Fields)
        {
            error[name] = value;
        }

        if (Code is not null)
        {
            var details = Details?.Copy() ?? [];
            details["error_code"] = Code;
            error["details"] = details;
        }

        return new JsonObject { ["type"] = "error", ["error"] = error, ["request_id"] = requestId };
    }
}
