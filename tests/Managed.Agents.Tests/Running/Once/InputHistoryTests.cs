using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>What a send reads of the history, before and after a failure.</summary>
public sealed class InputHistoryTests
{
    private static readonly TimeSpan SettleDelay = TimeSpan.FromSeconds(10);
    private readonly TestTimeProvider _clock = new();

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

    [Theory]
    [InlineData(10, false)]
    [InlineData(10, true)]
    [InlineData(5000, false)]
    public async Task A_queued_input_is_found(int earlier, bool queuedAreOldest)
    {
        await using var session = await StartAsync(earlier, SendBehavior.Queued);
        session.QueuedAreOldest = queuedAreOldest;
        session.Store(Message("hi"), isQueued: true);

        var result = await SendAsync(session, ["hi"]);

        result.Outcome.ShouldBe(OnceOutcome.Found);
        result.Events.ShouldHaveSingleItem().Id.ShouldBe($"sevt_{earlier + 2}", "the message that was queued before the send does not match");
        session.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_queued_input_that_may_be_older_makes_the_outcome_unknown()
    {
        await using var session = await StartAsync(5000, SendBehavior.Queued);
        session.QueuedAreOldest = true;

        var result = await SendAsync(session, ["hi"]);

        result.Outcome.ShouldBe(OnceOutcome.Unknown);
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_5001");
        session.Sends.ShouldBe(1);
    }

    [Fact]
    public async Task A_queued_input_at_the_end_of_the_last_page_makes_the_outcome_unknown()
    {
        await using var session = await StartAsync(60, SendBehavior.Queued);
        session.QueuedAreOldest = true;
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await _clock.WaitForTimersAsync(1);
        Store(session, 40, Message("another"));

        var result = await FinishAsync(session, sending);

        (result.Outcome, session.Sends).ShouldBe((OnceOutcome.Unknown, 1));
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_61");
    }

    [Fact]
    public async Task A_queued_input_with_another_text_does_not_matter()
    {
        await using var session = await StartAsync(5000, SendBehavior.Dropped);
        session.QueuedAreOldest = true;
        session.Store(Message("another"), isQueued: true);

        (await SendAsync(session, ["hi"])).Outcome.ShouldBe(OnceOutcome.Sent);
        session.Sends.ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_older_queued_input_does_not_match_after_it_was_processed(bool queuedAreOldest)
    {
        await using var session = await StartAsync(10, SendBehavior.Dropped);
        session.QueuedAreOldest = queuedAreOldest;
        session.Store(Message("hi"), isQueued: true);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await _clock.WaitForTimersAsync(1);
        session.Process();

        (await FinishAsync(session, sending)).Attempts.ShouldBe(2);
        session.Sends.ShouldBe(2);
    }

    [Fact]
    public async Task An_interrupt_that_was_processed_before_a_queued_message_is_found()
    {
        await using var session = await StartAsync(100, SendBehavior.ResponseLost);
        session.Store(Message("later"), isQueued: true);
        IReadOnlyList<SessionInput> inputs = [new UserInterrupt(), "hi"];
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", inputs);
        await _clock.WaitForTimersAsync(1);
        session.Process();

        (await FinishAsync(session, sending)).Outcome.ShouldBe(OnceOutcome.Found);
    }

    [Fact]
    public async Task Queued_messages_are_remembered_on_further_pages_and_are_not_the_end_of_the_search()
    {
        await using var session = await StartAsync(0, SendBehavior.ResponseLost);
        for (var i = 0; i < 60; i++)
        {
            session.Store(Message("later"), isQueued: true);
        }

        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", [new UserInterrupt(), "hi"]);
        await _clock.WaitForTimersAsync(1);
        session.Process();

        (await FinishAsync(session, sending)).Outcome.ShouldBe(OnceOutcome.Found);
        session.Requests.Count.ShouldBe(2 + 1 + 2);
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
        await _clock.WaitForTimersAsync(1);
        Store(session, 120, Message("another"));

        (await FinishAsync(session, sending)).Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_501");
        session.Requests.Count.ShouldBe(2 + 3 + 1);
    }

    [Fact]
    public async Task Many_new_events_in_a_session_without_earlier_ones_are_read_page_by_page()
    {
        await using var session = await StartAsync(0, SendBehavior.ResponseLost);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await _clock.WaitForTimersAsync(1);
        Store(session, 120, Message("another"));

        (await FinishAsync(session, sending)).Outcome.ShouldBe(OnceOutcome.Found);
    }

    [Fact]
    public async Task The_outcome_is_unknown_if_too_many_events_are_new()
    {
        await using var session = await StartAsync(500, SendBehavior.ResponseLost);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await _clock.WaitForTimersAsync(1);
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_queued_confirmation_is_found(bool queuedAreOldest)
    {
        await using var session = await StartAsync(0, SendBehavior.Queued);
        session.QueuedAreOldest = queuedAreOldest;
        Store(session, 200, """{"type":"user.tool_confirmation","tool_use_id":"sevt_old","result":"allow"}""");
        session.Store("""{"type":"agent.mcp_tool_use","name":"t"}""");

        (await SendAsync(session, [UserToolConfirmation.DenyUse("sevt_201")])).Outcome.ShouldBe(OnceOutcome.Found);
        session.Requests[1].ShouldBe("GET order=desc&types[]=user.tool_confirmation&types[]=agent.tool_use&types[]=agent.mcp_tool_use&limit=50");
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

    private static string Message(string text) => $$"""{"type":"user.message","content":[{"type":"text","text":"{{text}}"}]}""";

    private static void Store(UnreliableSession session, int count, string json)
    {
        for (var i = 0; i < count; i++)
        {
            session.Store(json);
        }
    }

    /// <summary>Starts a session with earlier messages that all have the text of the send.</summary>
    private async Task<UnreliableSession> StartAsync(int earlier, params SendBehavior[] behaviors)
    {
        var session = await UnreliableSession.StartAsync(_clock, behaviors);
        Store(session, earlier, Message("hi"));
        return session;
    }

    private Task<SendOnceResult> SendAsync(UnreliableSession session, IReadOnlyList<SessionInput> inputs) =>
        FinishAsync(session, session.Client.Sessions.Events.SendOnceAsync("sesn_1", inputs));

    private async Task<SendOnceResult> FinishAsync(UnreliableSession session, Task<SendOnceResult> sending)
    {
        while (await Task.WhenAny(sending, _clock.WaitForTimersAsync(1)).Guarded() != sending)
        {
            session.Advance(SettleDelay);
        }

        return await sending;
    }
}
