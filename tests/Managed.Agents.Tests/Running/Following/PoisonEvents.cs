using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Events that cannot be read, each on one line as the service might send it.</summary>
internal static class PoisonEvents
{
    private const string At = "\"processed_at\":\"2026-11-21T09:00:01Z\"";

    /// <summary>The events by name. Each has the id <c>sevt_poison</c>, unless the name says otherwise.</summary>
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["depth above the limit"] = Event("agent.custom_tool_use", $"\"name\":\"t\",\"input\":{{\"x\":{Nested(300)}}}"),
        ["depth far above the limit"] = Event("agent.message", $"\"content\":{Nested(100_000)}"),
        ["depth before the id"] = $"{{\"type\":\"agent.message\",\"content\":{Nested(300)},\"id\":\"sevt_poison\",{At}}}",
        ["depth without id"] = $"{{\"type\":\"agent.message\",{At},\"content\":{Nested(300)}}}",
        ["depth without id and time"] = $"{{\"type\":\"agent.message\",\"content\":{Nested(300)}}}",
        ["lone surrogate in the type"] = Event("\\ud800", ""),
        ["lone surrogate in the id"] = $"{{\"type\":\"agent.message\",\"id\":\"\\udc00\",{At},\"content\":[]}}",
        ["lone surrogate in a field name"] = Event("agent.message", "\"\\ud83d\":1"),
        ["lone surrogate in a nested field name"] = Event("agent.custom_tool_use", "\"name\":\"t\",\"input\":{\"a\":{\"cut \\uD83D\":1}}"),
        ["null in the content"] = Event("agent.message", "\"content\":[null]"),
        ["null in the content without id"] = $"{{\"type\":\"agent.message\",{At},\"content\":[null]}}",
        ["number in the content"] = Event("agent.message", "\"content\":[7]"),
        ["string in the content"] = Event("user.message", "\"content\":[\"text\"]"),
        ["content that is not a list"] = Event("user.message", "\"content\":\"text\""),
        ["null in the content of a system message"] = Event("system.message", "\"content\":[null]"),
        ["null in the phases of a workflow run"] = Event("workflow_run.created", "\"phases\":[null]"),
        ["1e400"] = Event("session.usage", "\"usage\":{\"input_tokens\":1e400}"),
        ["text in place of a number"] = Event("session.usage", "\"usage\":{\"input_tokens\":\"many\"}"),
        ["invalid time"] = "{\"type\":\"agent.message\",\"id\":\"sevt_poison\",\"processed_at\":\"yesterday\",\"content\":[]}",
        ["NaN"] = Event("session.usage", "\"usage\":{\"input_tokens\":NaN}"),
        ["trailing comma"] = Event("agent.message", "\"content\":[],"),
        ["control character in a text"] = Event("agent.message", "\"content\":[{\"type\":\"text\",\"text\":\"a\u0001b\"}]"),
        ["two objects"] = "{} {}",
        ["list"] = "[]",
        ["null"] = "null",
        ["text"] = "\"text\"",
    };

    public static TheoryData<string, bool, bool> Table()
    {
        var table = new TheoryData<string, bool, bool>();
        foreach (var name in ByName.Keys)
        {
            table.Add(name, true, false);
            table.Add(name, false, true);
            table.Add(name, true, true);
        }

        return table;
    }

    private static string Event(string type, string fields) => $"{{\"type\":\"{type}\",\"id\":\"sevt_poison\",{At}{(fields.Length == 0 ? "" : ",")}{fields}}}";

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
