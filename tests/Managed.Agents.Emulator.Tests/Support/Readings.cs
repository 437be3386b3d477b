using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Helpers that read and assert responses.</summary>
public static class Readings
{
    /// <summary>Gets the text at a path of names separated by dots, or null.</summary>
    public static string? Text(this Answer answer, string path) => answer.Body.At(path)?.GetValue<string>();

    public static string? Text(this JsonObject item, string path) => item.At(path)?.GetValue<string>();

    public static JsonNode? At(this JsonNode node, string path)
    {
        var at = (JsonNode?)node;
        foreach (var name in path.Split('.'))
        {
            at = at?[name];
        }

        return at;
    }

    public static IEnumerable<string> Ids(this Answer list) => list.Data.Select(static item => item["id"]!.GetValue<string>());

    public static Answer ShouldSucceed(this Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        return answer;
    }

    public static void ShouldFail(this Answer answer, int status, string type, string message, string? code = null)
    {
        answer.Status.ShouldBe(status, answer.Body.ToJsonString());
        answer.ErrorType.ShouldBe(type);
        answer.Message.ShouldContain(message);
        answer.ErrorCode.ShouldBe(code);
    }

    public static void ShouldBeRefused(this Answer answer, string message, string? code = null) => answer.ShouldFail(400, "invalid_request_error", message, code);

    public static void ShouldBeMissing(this Answer answer, string? code = null) => answer.ShouldFail(404, "not_found_error", "", code);
}
