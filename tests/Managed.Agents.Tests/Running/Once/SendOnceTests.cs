using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

public sealed class SendOnceTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly TestTimeProvider _clock = new();

    [Fact]
    public async Task An_acknowledged_send_is_sent()
    {
        await using var session = await UnreliableSession.StartAsync(_clock);

        var result = await session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi").Guarded();

        (result.Outcome, result.Attempts, result.Problem).ShouldBe((OnceOutcome.Sent, 1, null));
        result.Events.ShouldHaveSingleItem().ShouldBeOfType<UserMessageEvent>().Text.ShouldBe("hi");
    }

    [Theory]
    [InlineData("ResponseLost", 1)]
    [InlineData("Delayed", 1)]
    public async Task A_send_whose_response_is_lost_is_found_and_not_sent_again(string behavior, int sends)
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Enum.Parse<SendBehavior>(behavior));
        session.Store(Message("hi"));

        var result = await SendAsync(session, ["hi"]);

        result.Outcome.ShouldBe(OnceOutcome.Found);
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_2", "an earlier message with the same text does not match");
        result.Problem.ShouldBeOfType<ManagedAgentsConnectionException>();
        session.Sends.ShouldBe(sends);
    }

    [Fact]
    public async Task A_dropped_send_is_sent_again()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.Dropped, SendBehavior.Dropped);

        var result = await SendAsync(session, ["hi"]);

        (result.Outcome, result.Attempts).ShouldBe((OnceOutcome.Sent, 3));
        session.Texts.ShouldBe(["hi"]);
    }

    [Fact]
    public async Task Only_missing_inputs_are_sent_again()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.PartiallyStored);

        var result = await SendAsync(session, ["one", new UserInterrupt(), "two"]);

        result.Outcome.ShouldBe(OnceOutcome.Sent);
        result.Events.Select(static stored => stored.Type).ShouldBe(["user.message", "user.interrupt", "user.message"]);
        session.Texts.ShouldBe(["one", "user.interrupt", "two"]);
    }

    [Fact]
    public async Task The_outcome_is_unknown_if_the_send_is_not_found_and_the_attempts_are_exhausted()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.Dropped);

        var result = await SendAsync(session, ["hi"], new OnceOptions { MaxRetryAttempts = 0 });

        result.Outcome.ShouldBe(OnceOutcome.Unknown);
        result.Events.ShouldBeEmpty();
        result.Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_send_that_arrives_after_the_window_makes_the_outcome_unknown()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.Delayed);
        session.Delay = TimeSpan.FromSeconds(15);

        var result = await SendAsync(session, ["hi"]);

        result.Outcome.ShouldBe(OnceOutcome.Unknown);
        result.Events.Count.ShouldBe(2, "both copies are returned");
        session.Texts.ShouldBe(["hi", "hi"]);
    }

    [Fact]
    public async Task The_outcome_is_unknown_if_the_history_cannot_be_read()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.ResponseLost);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", UserCustomToolResult.Error("sevt_call", "x"));
        await _clock.WaitForTimersAsync(1);
        session.HistoryFails = true;
        _clock.Advance(Window);

        (await sending.Guarded()).Outcome.ShouldBe(OnceOutcome.Unknown);
    }

    [Fact]
    public async Task A_rejection_is_thrown()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.Rejected);
        var error = await Should.ThrowAsync<ManagedAgentsApiException>(session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi").Guarded());
        error.MayHaveTakenEffect.ShouldBeFalse();
    }

    [Fact]
    public async Task A_rejection_after_an_ambiguous_attempt_leaves_the_outcome_unknown()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.Dropped, SendBehavior.Rejected);
        (await SendAsync(session, ["hi"])).Outcome.ShouldBe(OnceOutcome.Unknown);
    }

    [Fact]
    public async Task Tool_results_are_matched_by_their_call()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.ResponseLost);

        var result = await SendAsync(session, [new UserCustomToolResult("sevt_call", "done")]);

        result.Outcome.ShouldBe(OnceOutcome.Found);
        session.Sends.ShouldBe(1);
    }

    [Fact]
    public async Task A_different_decision_for_the_same_call_does_not_match()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.Dropped);
        session.Store("""{"type":"user.tool_confirmation","tool_use_id":"sevt_call","result":"deny"}""");

        (await SendAsync(session, [UserToolConfirmation.AllowUse("sevt_call")])).Outcome.ShouldBe(OnceOutcome.Unknown);
        session.Sends.ShouldBe(1);
    }

    [Fact]
    public async Task Outcomes_and_unknown_inputs_are_matched_by_content()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, SendBehavior.ResponseLost, SendBehavior.ResponseLost);
        var outcome = new UserDefineOutcome { Description = "done", Rubric = "all of it" };
        var invented = new UnknownSessionInput(System.Text.Json.JsonElement.Parse("""{"type":"user.wave","hand":"left"}"""));

        (await SendAsync(session, [outcome])).Outcome.ShouldBe(OnceOutcome.Found);
        (await SendAsync(session, [invented])).Outcome.ShouldBe(OnceOutcome.Found);
        session.Sends.ShouldBe(2);
    }

    [Fact]
    public void Invalid_options_are_rejected()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new OnceOptions { MaxRetryAttempts = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new OnceOptions { SettleDelay = TimeSpan.FromSeconds(-1) });
    }

    [Fact]
    public async Task Many_sends_through_an_unreliable_server_lose_nothing_unreported_and_duplicate_nothing()
    {
        await using var session = await UnreliableSession.StartAsync(_clock);
        var random = new Random(6);
        var expected = new List<string>();
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 1000; number++)
        {
            session.Enqueue([.. Enumerable.Range(0, random.Next(4)).Select(_ => (SendBehavior)random.Next(4)), SendBehavior.Acknowledged]);
            session.Delay = TimeSpan.FromSeconds(random.Next(1, 10));
            var text = $"message {number / 2}";

            var result = await SendAsync(session, [text]);

            expected.Add(text);
            if (result.Outcome == OnceOutcome.Unknown)
            {
                unknown.Add(text);
            }

            session.AcknowledgeAll();
        }

        var copies = session.Texts.GroupBy(static text => text, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        foreach (var group in expected.GroupBy(static text => text, StringComparer.Ordinal).Where(group => !unknown.Contains(group.Key)))
        {
            copies.GetValueOrDefault(group.Key).ShouldBe(group.Count(), group.Key);
        }

        copies.Where(pair => pair.Value > 2).ShouldBeEmpty("within the window nothing is duplicated");
        unknown.Count.ShouldBeInRange(1, 100);
    }

    /// <summary>Sends, and advances the time each time a timer is active.</summary>
    private async Task<SendOnceResult> SendAsync(UnreliableSession session, IReadOnlyList<SessionInput> inputs, OnceOptions? options = null)
    {
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", inputs, options);
        while (await Task.WhenAny(sending, _clock.WaitForTimersAsync(1)).Guarded() != sending)
        {
            session.Advance(Window);
        }

        return await sending;
    }

    private static string Message(string text) => $$"""{"type":"user.message","content":[{"type":"text","text":"{{text}}"}]}""";
}
