using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>A response of the emulator.</summary>
public sealed record Answer(int Status, JsonObject Body, HttpResponseHeaders Headers)
{
    public string Id => Body["id"]!.GetValue<string>();

    public string ErrorType => Body["error"]!["type"]!.GetValue<string>();

    public string Message => Body["error"]!["message"]!.GetValue<string>();

    public string? ErrorCode => Body["error"]!["details"]?["error_code"]?.GetValue<string>();

    public JsonNode? this[string name] => Body[name];

    public List<JsonObject> Data => [.. (Body["data"] ?? throw new InvalidOperationException(Body.ToJsonString())).AsArray().Select(static item => item!.AsObject())];

    public string? NextPage => Body["next_page"]?.GetValue<string>();
}
