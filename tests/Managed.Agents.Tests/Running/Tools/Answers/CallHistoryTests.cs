using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Answers;

/// <summary>What the events of a session say about a call, event by event.</summary>
public sealed class CallHistoryTests
{
    private const string Custom = """{"type":"agent.custom_tool_use","id":"sevt_1","name":"pay","input":{}}""";
    private const string Child = """{"type":"agent.custom_tool_use","id":"sevt_1","name":"pay","input":{},"session_thread_id":"sthr_1"}""";
    private const string BuiltIn = """{"type":"agent.tool_use","id":"sevt_1","name":"bash","input":{},"evaluated_permission":"ask"}""";
    private const string Mcp = """{"type":"agent.mcp_tool_use","id":"sevt_1","name":"read","mcp_server_name":"files","input":{},"evaluated_permission":"ask"}""";

    /// <summary>Events after a call, and the closing and the first decision that follow from them.</summary>
    public static TheoryData<string, string, string?, string?> Rules => new()
    {
        { Custom, "", null, null },
        { Custom, """{"type":"user.custom_tool_result","id":"sevt_2","custom_tool_use_id":"sevt_1","content":[]}""", "Answered", null },
        { Custom, """{"type":"user.custom_tool_result","id":"sevt_2","custom_tool_use_id":"sevt_9","content":[]}""", null, null },
        { Custom, """{"type":"user.custom_tool_result","id":"sevt_2","custom_tool_use_id":"","content":[]}""", null, null },
        { BuiltIn, """{"type":"user.tool_result","id":"sevt_2","tool_use_id":"sevt_1","content":[]}""", "Answered", null },
        { BuiltIn, """{"type":"agent.tool_result","id":"sevt_2","tool_use_id":"sevt_1","content":[]}""", "Answered", null },
        { Mcp, """{"type":"agent.mcp_tool_result","id":"sevt_2","mcp_tool_use_id":"sevt_1","content":[]}""", "Answered", null },
        { BuiltIn, Confirmation("allow"), null, "allow" },
        { BuiltIn, Confirmation("deny"), "Denied", "deny" },
        { BuiltIn, Confirmation("invented"), "Denied", "invented" },
        { BuiltIn, $"{Confirmation("allow")}\n{Confirmation("deny")}", null, "allow" },
        { BuiltIn, $"{Confirmation("deny")}\n{Confirmation("allow")}", "Denied", "deny" },
        { BuiltIn, $$"""{{Confirmation("allow")}}{{"\n"}}{"type":"agent.tool_result","id":"sevt_2","tool_use_id":"sevt_1","content":[]}""", "Answered", "allow" },
        { BuiltIn, $$"""{{Confirmation("deny")}}{{"\n"}}{"type":"agent.tool_result","id":"sevt_2","tool_use_id":"sevt_1","content":[]}""", "Denied", "deny" },
        { Custom, Interrupt(null, isProcessed: true), "Interrupted", null },
        { Custom, Interrupt(null, isProcessed: false), null, null },
        { Custom, Interrupt("sthr_1", isProcessed: true), null, null },
        { Child, Interrupt(null, isProcessed: true), "Interrupted", null },
        { Child, Interrupt("sthr_1", isProcessed: true), "Interrupted", null },
        { Child, Interrupt("sthr_2", isProcessed: true), null, null },
        { Custom, Idle("end_turn"), "TurnEnded", null },
        { Custom, Idle("invented"), "TurnEnded", null },
        { Custom, Idle("requires_action"), null, null },
        { Child, Idle("end_turn"), "TurnEnded", null },
        { Child, ThreadIdle("sthr_1", "end_turn"), "TurnEnded", null },
        { Child, ThreadIdle("sthr_1", "requires_action"), null, null },
        { Child, ThreadIdle("sthr_2", "end_turn"), null, null },
        { Custom, ThreadIdle("sthr_1", "end_turn"), null, null },
        { Child, """{"type":"session.thread_status_terminated","id":"sevt_3","session_thread_id":"sthr_1","agent_name":"a"}""", "TurnEnded", null },
        { Child, """{"type":"session.thread_status_terminated","id":"sevt_3","session_thread_id":"sthr_2","agent_name":"a"}""", null, null },
        { Custom, """{"type":"session.status_terminated","id":"sevt_3"}""", "TurnEnded", null },
        { Custom, """{"type":"session.deleted","id":"sevt_3"}""", "TurnEnded", null },
        { Custom, """{"type":"session.status_running","id":"sevt_3"}""", null, null },
        { Custom, $$"""{{Interrupt(null, isProcessed: true)}}{{"\n"}}{"type":"user.custom_tool_result","id":"sevt_2","custom_tool_use_id":"sevt_1","content":[]}""", "Interrupted", null },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_event_closes_the_calls_that_it_concerns(string call, string after, string? closing, string? decision)
    {
        var history = Observe(CallHistory.Empty("sesn_1"), $"{call}\n{after}");

        var entry = history.Find("sevt_1").ShouldNotBeNull();
        entry.Call.ShouldNotBeNull().Id.ShouldBe("sevt_1");
        (entry.Closing?.ToString(), entry.Decision?.Value).ShouldBe((closing, decision));
        history.Open.Select(static open => open.Call!.Id).ShouldBe(closing is null ? ["sevt_1"] : []);
    }

    [Fact]
    public void An_ending_before_a_call_does_not_close_it()
    {
        var history = Observe(CallHistory.Empty("sesn_1"), $"{Interrupt(null, isProcessed: true)}\n{Idle("end_turn")}\n{Custom}");

        history.Open.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_answer_that_is_seen_before_its_call_closes_it()
    {
        var history = Observe(CallHistory.Empty("sesn_1"), """{"type":"user.custom_tool_result","id":"sevt_2","custom_tool_use_id":"sevt_1","content":[]}""");
        history.Find("sevt_1").ShouldNotBeNull().Call.ShouldBeNull();
        history.Open.ShouldBeEmpty();

        history = Observe(history, Custom);

        history.Find("sevt_1").ShouldNotBeNull().Call.ShouldNotBeNull().Name.ShouldBe("pay");
        history.Open.ShouldBeEmpty();
    }

    [Fact]
    public void A_call_that_is_seen_again_keeps_its_state_and_open_calls_keep_their_order()
    {
        var second = Custom.Replace("sevt_1", "sevt_0", StringComparison.Ordinal);
        var history = Observe(CallHistory.Empty("sesn_1"), $"{Custom}\n{second}\n{Custom}");
        history.Open.Select(static open => open.Call!.Id).ShouldBe(["sevt_1", "sevt_0"]);

        var answered = history.Answer(new CallAnswer("sevt_1"));

        Observe(answered, Custom).Open.Select(static open => open.Call!.Id).ShouldBe(["sevt_0"]);
        history.Open.Count().ShouldBe(2, "a history does not change");
        history.Find("sevt_7").ShouldBeNull();
    }

    [Fact]
    public void Only_the_calls_of_an_interrupted_thread_are_closed()
    {
        var second = Custom.Replace("sevt_1", "sevt_0", StringComparison.Ordinal);

        var history = Observe(CallHistory.Empty("sesn_1"), $"{Child}\n{second}\n{Interrupt("sthr_1", isProcessed: true)}");

        history.Open.Select(static open => open.Call!.Id).ShouldBe(["sevt_0"]);
        history.SessionId.ShouldBe("sesn_1");
    }

    [Fact]
    public void An_input_answers_the_call_that_it_names()
    {
        CallAnswer.Of(new UserCustomToolResult("sevt_1", "x")).ShouldBe(new CallAnswer("sevt_1"));
        CallAnswer.Of(new UserToolResult("sevt_2", "x")).ShouldBe(new CallAnswer("sevt_2"));
        CallAnswer.Of(UserToolConfirmation.DenyUse("sevt_3")).ShouldBe(new CallAnswer("sevt_3", ToolConfirmationResult.Deny));
        CallAnswer.Of(SessionInput.FromText("hi")).ShouldBeNull();
    }

    [Fact]
    public void The_types_of_answers_are_those_of_the_events_that_answer() =>
        CallAnswer.EventTypes.Select(static type => type.Value).Order(StringComparer.Ordinal).ShouldBe(
            ["agent.mcp_tool_result", "agent.tool_result", "user.custom_tool_result", "user.tool_confirmation", "user.tool_result"]);

    private static string Confirmation(string result) => $$"""{"type":"user.tool_confirmation","id":"sevt_2","tool_use_id":"sevt_1","result":"{{result}}"}""";

    private static string Interrupt(string? thread, bool isProcessed) =>
        $$"""{"type":"user.interrupt","id":"sevt_3","session_thread_id":{{Json(thread)}},"processed_at":{{Json(isProcessed ? "2026-11-21T09:00:00Z" : null)}}}""";

    private static string Idle(string reason) => $$$"""{"type":"session.status_idle","id":"sevt_3","stop_reason":{"type":"{{{reason}}}","event_ids":[]}}""";

    private static string ThreadIdle(string thread, string reason) =>
        $$$"""{"type":"session.thread_status_idle","id":"sevt_3","session_thread_id":"{{{thread}}}","agent_name":"a","stop_reason":{"type":"{{{reason}}}","event_ids":[]}}""";

    private static string Json(string? text) => text is null ? "null" : $"\"{text}\"";

    private static CallHistory Observe(CallHistory history, string events) =>
        events.Split('\n', StringSplitOptions.RemoveEmptyEntries).Aggregate(history, static (known, json) => known.Observe(JsonSerializer.Deserialize<SessionEvent>(json, ManagedAgentsJson.Options)!));
}
