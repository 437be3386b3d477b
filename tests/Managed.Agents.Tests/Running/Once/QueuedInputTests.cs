using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>Queued events can be listed as the newest or as the oldest, and are processed later.</summary>
public sealed class QueuedInputTests : SendTestBase
{
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
        await using var session = await StartAsync(55, SendBehavior.Queued);
        session.QueuedAreOldest = true;
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await Clock.WaitForTimersAsync(1);
        Store(session, 40, Message("another"));

        var result = await FinishAsync(session, sending);

        (result.Outcome, session.Sends).ShouldBe((OnceOutcome.Unknown, 1));
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_56");
    }

    [Fact]
    public async Task A_queued_input_is_found_if_all_earlier_events_are_known()
    {
        await using var session = await StartAsync(45, SendBehavior.Queued);
        session.QueuedAreOldest = true;
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await Clock.WaitForTimersAsync(1);
        Store(session, 30, Message("another"));

        (await FinishAsync(session, sending)).Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_46");
        session.Sends.ShouldBe(1);
    }

    [Fact]
    public async Task A_queued_input_that_was_known_before_the_send_does_not_match()
    {
        await using var session = await StartAsync(45, SendBehavior.Dropped);
        session.QueuedAreOldest = true;
        session.Store(Message("hi"), isQueued: true);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi");
        await Clock.WaitForTimersAsync(1);
        Store(session, 30, Message("another"));

        var result = await FinishAsync(session, sending);

        (result.Outcome, session.Sends).ShouldBe((OnceOutcome.Sent, 2));
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_77");
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
        await Clock.WaitForTimersAsync(1);
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
        await Clock.WaitForTimersAsync(1);
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
        await Clock.WaitForTimersAsync(1);
        session.Process();

        (await FinishAsync(session, sending)).Outcome.ShouldBe(OnceOutcome.Found);
        session.Requests.Count.ShouldBe(2 + 1 + 2);
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Inputs_of_which_only_the_first_was_processed_are_found_in_their_order(bool queuedAreOldest)
    {
        await using var session = await StartAsync(10, SendBehavior.Queued);
        session.QueuedAreOldest = queuedAreOldest;
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", ["one", "two", "three"]);
        await Clock.WaitForTimersAsync(1);
        session.Process(1);

        var result = await FinishAsync(session, sending);

        result.Outcome.ShouldBe(OnceOutcome.Found);
        result.Events.Select(static one => one.Id).ShouldBe(["sevt_11", "sevt_12", "sevt_13"]);
    }
}
