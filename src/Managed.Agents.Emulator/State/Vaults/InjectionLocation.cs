using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Where in a request a secret may be put in.</summary>
internal static class InjectionLocation
{
    public static JsonObject New(JsonObject? sent) =>
        Check(sent is null ? Both(header: true, body: true) : Both(sent.Flag("header") ?? false, sent.Flag("body") ?? false));

    public static JsonObject Merge(JsonObject stored, JsonObject? sent) =>
        Check(Both(sent.Flag("header") ?? stored.Flag("header")!.Value, sent.Flag("body") ?? stored.Flag("body")!.Value));

    private static JsonObject Both(bool header, bool body) => new() { ["header"] = header, ["body"] = body };

    private static JsonObject Check(JsonObject location) => location.Flag("header") == true || location.Flag("body") == true
        ? location
        : throw ApiError.InvalidRequest("auth.injection_location: at least one of header and body must be true.");
}
