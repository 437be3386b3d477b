using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>What a send reads of the history, before and after a failure.</summary>
public sealed class InputHistoryTests : SendTestBase
{
    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public async Task A_send_reads_one_page_before_it(int earlier)
    {
        await using var session = await StartAsync(earlier);

        (await SendAsync(session, ["hi"])).Outcome.ShouldBe(OnceOutcome.Sent);

        session.Requests.ShouldBe(["GET order=desc&types[]=user.message&limit=50", "POST"]);
    }

    [Fact]
    public async Task An_answer_reads_nothing_before_it()
    {
        await using var session = await StartAsync(5);

        await SendAsync(session, [new UserCustomToolResult("sevt_1", "done"), UserToolConfirmation.AllowUse("sevt_2"), new UserToolResult { ToolUseId = "sevt_3" }]);

        session.Requests.ShouldBe(["POST"]);
    }

    [Theory]
    [InlineData(0, false, 3)]
    [InlineData(49, true, 3)]
    [InlineData(5000, false, 4)]
    [InlineData(5000, true, 4)]
    public async Task A_lost_response_reads_back_to_what_was_known(int earlier, bool queuedAreOldest, int requests)
    {
        await using var session = await StartAsync(earlier, SendBehavior.ResponseLost);
        session.QueuedAreOldest = queuedAreOldest;

        var result = await SendAsync(session, ["hi"]);

        result.Outcome.ShouldBe(OnceOutcome.Found);
        result.Events.ShouldHaveSingleItem().Id.ShouldBe($"sevt_{earlier + 1}");
        session.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_first_attempt_that_arrives_late_in_a_long_session_makes_the_outcome_unknown()
    {
        await using var session = await StartAsync(5000, SendBehavior.Delayed);
        session.Delay = TimeSpan.FromSeconds(15);

        var result = await SendAsync(session, ["hi"]);

        result.Outcome.ShouldBe(OnceOutcome.Unknown);
        result.Events.Select(static one => one.Id).ShouldBe(["sevt_5001", "sevt_5002"]);
    }

    [Fact]
    public async Task Many_new_events_are_read_page_by_page()
    {
        await using var session = await StartAsync(500, SendBehavior.ResponseLost);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await Clock.WaitForTimersAsync(1);
        Store(session, 120, Message("another"));

        (await FinishAsync(session, sending)).Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_501");
        session.Requests.Count.ShouldBe(2 + 3 + 1);
    }

    [Fact]
    public async Task Many_new_events_in_a_session_without_earlier_ones_are_read_page_by_page()
    {
        await using var session = await StartAsync(0, SendBehavior.ResponseLost);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await Clock.WaitForTimersAsync(1);
        Store(session, 120, Message("another"));

        (await FinishAsync(session, sending)).Outcome.ShouldBe(OnceOutcome.Found);
    }

    [Fact]
    public async Task The_outcome_is_unknown_if_too_many_events_are_new()
    {
        await using var session = await StartAsync(500, SendBehavior.ResponseLost);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await Clock.WaitForTimersAsync(1);
        Store(session, 2500, Message("another"));

        (await FinishAsync(session, sending)).Outcome.ShouldBe(OnceOutcome.Unknown);
        session.Requests.Count.ShouldBe(2 + 40 + 1);
        session.Sends.ShouldBe(1, "the first attempt may have been received");
    }

    [Fact]
    public async Task An_answer_is_searched_back_to_its_call()
    {
        await using var session = await StartAsync(0, SendBehavior.ResponseLost, SendBehavior.Dropped);
        Store(session, 300, """{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_old"}""");
        session.Store("""{"type":"agent.custom_tool_use","name":"t"}""");
        Store(session, 70, """{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_other"}""");

        (await SendAsync(session, [new UserCustomToolResult("sevt_301", "done")])).Outcome.ShouldBe(OnceOutcome.Found);
        session.Requests.ShouldBe([
            "POST",
            "GET order=desc&types[]=user.custom_tool_result&types[]=agent.custom_tool_use&limit=50",
            "GET order=desc&types[]=user.custom_tool_result&types[]=agent.custom_tool_use&limit=50&page=50",
            "GET order=asc&types[]=user.custom_tool_result&limit=50",
        ]);
    }

    [Fact]
    public async Task A_message_with_a_result_is_searched_back_to_the_call()
    {
        await using var session = await StartAsync(0, SendBehavior.ResponseLost);
        session.Store("""{"type":"agent.tool_use","name":"t"}""");
        Store(session, 60, Message("hi"));

        (await SendAsync(session, [new UserToolResult { ToolUseId = "sevt_1" }, "hi"])).Events.Select(static one => one.Id).ShouldBe(["sevt_62", "sevt_63"]);
        session.Requests.Count.ShouldBe(2 + 2);
    }

    [Fact]
    public async Task An_answer_that_was_stored_before_the_send_is_not_sent_again()
    {
        await using var session = await StartAsync(0, SendBehavior.Dropped);
        session.Store("""{"type":"agent.tool_use","name":"t"}""");
        session.Store("""{"type":"user.tool_result","tool_use_id":"sevt_1"}""");

        (await SendAsync(session, [new UserToolResult { ToolUseId = "sevt_1" }, "hi"])).Outcome.ShouldBe(OnceOutcome.Sent);

        session.Texts.ShouldBe(["agent.tool_use", "user.tool_result", "hi"]);
    }

    [Fact]
    public async Task Events_without_an_id_make_the_outcome_unknown()
    {
        await using var session = await StartAsync(0, SendBehavior.ResponseLost);
        session.HidesIds = true;
        session.Store("""{"type":"user.interrupt"}""");

        (await SendAsync(session, [new UserInterrupt()])).Outcome.ShouldBe(OnceOutcome.Unknown, "they cannot be told apart");
        session.Sends.ShouldBe(1);
    }
}
