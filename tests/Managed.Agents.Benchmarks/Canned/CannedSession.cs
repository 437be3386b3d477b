using System.Globalization;

namespace Managed.Agents.Benchmarks.Canned;

/// <summary>An endless session. Each turn has a question, some model requests and tool calls, an answer and its usage.</summary>
internal static class CannedSession
{
    private const int ToolRoundsPerTurn = 3;

    private static readonly DateTimeOffset Start = new(2026, 11, 3, 8, 0, 0, TimeSpan.Zero);

    public static IEnumerable<(string Type, string Json)> Events()
    {
        var n = 0;
        for (var turn = 0; ; turn++)
        {
            yield return Event("user.message", n++, Content(CannedText.Slice(turn, 90)));
            yield return Event("session.status_running", n++);
            for (var round = 0; round < ToolRoundsPerTurn; round++)
            {
                var span = n;
                yield return Event("span.model_request_start", n++);
                yield return Event("agent.thinking", n++);
                if (round == 0)
                    yield return Event("agent.message", n++, Content(CannedText.Slice(n, 120)));
                var use = n;
                yield return Event("agent.tool_use", n++, ToolUse(use));
                yield return Event("span.model_request_end", n++, SpanEnd(span));
                yield return Event("agent.tool_result", n++, $$"""
                    "tool_use_id":"{{Id(use)}}",{{Content(CannedText.Slice(n, 180 + (n % 7 * 50)))}},"is_error":false
                    """);
            }

            var last = n;
            yield return Event("span.model_request_start", n++);
            yield return Event("agent.message", n++, Content(CannedText.Slice(n, 340)));
            yield return Event("span.model_request_end", n++, SpanEnd(last));
            yield return Event("session.usage", n++, Usage(n));
            yield return Event("session.status_idle", n++, """
                "stop_reason":{"type":"end_turn"},"stop_details":null
                """);
        }
    }

    public static (string Type, string Json) Terminated(int n) => Event("session.status_terminated", n);

    private static (string Type, string Json) Event(string type, int n, string? fields = null) => (type, $$"""
        {"type":"{{type}}","id":"{{Id(n)}}",{{(fields is null ? "" : fields + ",")}}"processed_at":"{{At(n)}}"}
        """);

    private static string Content(string text) => $$"""
        "content":[{"type":"text","text":{{text}}}]
        """;

    private static string ToolUse(int n) => $$"""
        "name":"bash","input":{"command":{{CannedText.Slice(n, 70)}},"restart":false,"timeout_seconds":{{30 + (n % 90)}}},"evaluated_permission":"allow","evaluation":{"type":"always_allow"}
        """;

    private static string SpanEnd(int start) => $$"""
        "model_request_start_id":"{{Id(start)}}","is_error":false,"model_usage":{"input_tokens":{{2000 + (start % 500)}},"output_tokens":{{100 + (start % 300)}},"cache_creation_input_tokens":{{start % 1000}},"cache_read_input_tokens":{{start % 90000}}}
        """;

    private static string Usage(int n) => $$$"""
        "usage":{"input_tokens":{{{n * 211L}}},"output_tokens":{{{n * 37L}}},"cache_read_input_tokens":{{{n * 1009L}}},"cache_creation":{"ephemeral_5m_input_tokens":{{{n * 17L}}},"ephemeral_1h_input_tokens":0},"active_seconds":{{{n * 0.25}}},"list_cost":{"amount":"{{{n * 3L}}}","currency":"USD"}},"budget":null
        """;

    private static string Id(int n) => $"sevt_01{n:D22}";

    private static string At(int n) => Start.AddMilliseconds(n * 137L).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
