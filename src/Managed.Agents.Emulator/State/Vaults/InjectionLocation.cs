using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the parts of a request that a secret may be injected into.</summary>
internal static class InjectionLocation
{
    public static JsonObject New(JsonObject? sent) =>
        Check(sent is null ? Create(header: true, body: true) : Create(sent.Flag("header") ?? false, sent.Flag("body") ?? false));

    public static JsonObject Merge(JsonObject stored, JsonObject? sent) =>
        Check(Create(sent.Flag("header") ?? stored.Flag("header")!.Value, sent.Flag("body") ?? stored.Flag("body")!.Value));

    private static JsonObject Create(bool header, bool body) => new() { ["header"] = header, ["body"] = body };

    private static JsonObject Check(JsonObject location) => location.Flag("header") == true || location.Flag("body") == true
        ? location
        : throw ApiError.InvalidRequest("auth.injection_location: at least one of header and body must be true.");
}
