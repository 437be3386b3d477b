using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

public sealed class SendOnceTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task What_is_answered_was_sent()
    {
        await using var session = await UnreliableSession.StartAsync(_clock);

        var result = await session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi").Guarded();

        (result.Outcome, result.Attempts, result.Problem).ShouldBe((OnceOutcome.Sent, 1, null));
        result.Events.ShouldHaveSingleItem().ShouldBeOfType<UserMessageEvent>().Text.ShouldBe("hi");
    }

    [Theory]
    [InlineData("AnswerLost", 1)]
    [InlineData("StoredLate", 1)]
    public async Task What_arrived_without_an_answer_is_found_and_not_sent_again(string fate, int sends)
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Enum.Parse<Fate>(fate));
        session.Store(Message("hi"));

        var result = await SendAsync(session, ["hi"]);

        result.Outcome.ShouldBe(OnceOutcome.Found);
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_2", "an earlier message of the same text is not taken for it");
        result.Problem.ShouldBeOfType<ManagedAgentsConnectionException>();
        session.Sends.ShouldBe(sends);
    }

    [Fact]
    public async Task What_did_not_arrive_is_sent_again()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.Dropped, Fate.Dropped);

        var result = await SendAsync(session, ["hi"]);

        (result.Outcome, result.Attempts).ShouldBe((OnceOutcome.Sent, 3));
        session.Texts.ShouldBe(["hi"]);
    }

    [Fact]
    public async Task Of_several_inputs_only_what_is_missing_is_sent_again()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.HalfStored);

        var result = await SendAsync(session, ["one", new UserInterrupt(), "two"]);

        result.Outcome.ShouldBe(OnceOutcome.Sent);
        result.Events.Select(static stored => stored.Type).ShouldBe(["user.message", "user.interrupt", "user.message"]);
        session.Texts.ShouldBe(["one", "user.interrupt", "two"]);
    }

    [Fact]
    public async Task When_it_is_never_found_and_may_not_be_sent_again_the_outcome_is_unknown()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.Dropped);

        var result = await SendAsync(session, ["hi"], new OnceOptions { MaxRetryAttempts = 0 });

        result.Outcome.ShouldBe(OnceOutcome.Unknown);
        result.Events.ShouldBeEmpty();
        result.Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_arrives_beyond_the_window_makes_the_outcome_unknown()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.StoredLate);
        session.Delay = TimeSpan.FromSeconds(15);

        var result = await SendAsync(session, ["hi"]);

        result.Outcome.ShouldBe(OnceOutcome.Unknown);
        result.Events.Count.ShouldBe(2, "both are shown");
        session.Texts.ShouldBe(["hi", "hi"]);
    }

    [Fact]
    public async Task When_the_history_cannot_be_read_the_outcome_is_unknown()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.AnswerLost);
        var sending = session.Client.Sessions.Events.SendOnceAsync("sesn_1", UserCustomToolResult.Error("sevt_call", "x"));
        await _clock.WaitForTimersAsync(1).Guarded();
        session.HistoryFails = true;
        _clock.Advance(Window);

        (await sending.Guarded()).Outcome.ShouldBe(OnceOutcome.Unknown);
    }

    [Fact]
    public async Task What_is_surely_refused_is_thrown()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.Refused);
        var error = await Should.ThrowAsync<ManagedAgentsApiException>(session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi").Guarded());
        error.MayHaveTakenEffect.ShouldBeFalse();
    }

    [Fact]
    public async Task A_refusal_after_an_ambiguous_attempt_leaves_the_outcome_unknown()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.Dropped, Fate.Refused);
        (await SendAsync(session, ["hi"])).Outcome.ShouldBe(OnceOutcome.Unknown);
    }

    [Fact]
    public async Task Answers_are_known_by_their_call()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.AnswerLost);

        var result = await SendAsync(session, [new UserCustomToolResult("sevt_call", "done")]);

        result.Outcome.ShouldBe(OnceOutcome.Found);
        session.Sends.ShouldBe(1);
    }

    [Fact]
    public async Task Another_verdict_about_the_same_call_is_not_ours()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.Dropped);
        session.Store("""{"type":"user.tool_confirmation","tool_use_id":"sevt_call","result":"deny"}""");

        (await SendAsync(session, [UserToolConfirmation.AllowUse("sevt_call")])).Outcome.ShouldBe(OnceOutcome.Unknown);
        session.Sends.ShouldBe(1);
    }

    [Fact]
    public async Task Outcomes_and_inputs_of_unknown_kinds_are_known_by_content()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, Fate.AnswerLost, Fate.AnswerLost);
        var outcome = new UserDefineOutcome { Description = "done", Rubric = "all of it" };
        var invented = new UnknownSessionInput(System.Text.Json.JsonElement.Parse("""{"type":"user.wave","hand":"left"}"""));

        (await SendAsync(session, [outcome])).Outcome.ShouldBe(OnceOutcome.Found);
        (await SendAsync(session, [invented])).Outcome.ShouldBe(OnceOutcome.Found);
        session.Sends.ShouldBe(2);
    }

    [Fact]
    public void Options_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new OnceOptions { MaxRetryAttempts = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new OnceOptions { SettleDelay = TimeSpan.FromSeconds(-1) });
    }

    [Fact]
    public async Task Storm_of_sends_through_a_server_that_loses_and_delays_loses_nothing_unreported_and_doubles_nothing()
    {
        await using var session = await UnreliableSession.StartAsync(_clock);
        var random = new Random(6);
        var expected = new List<string>();
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 1000; number++)
        {
            session.Next([.. Enumerable.Range(0, random.Next(4)).Select(_ => (Fate)random.Next(4)), Fate.Answered]);
            session.Delay = TimeSpan.FromSeconds(random.Next(1, 10));
            var text = $"message {number / 2}";

            var result = await SendAsync(session, [text]);

            expected.Add(text);
            if (result.Outcome == OnceOutcome.Unknown)
            {
                unknown.Add(text);
            }

            session.Forget();
        }

        var copies = session.Texts.GroupBy(static text => text, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        foreach (var group in expected.GroupBy(static text => text, StringComparer.Ordinal).Where(group => !unknown.Contains(group.Key)))
        {
            copies.GetValueOrDefault(group.Key).ShouldBe(group.Count(), group.Key);
        }

        copies.Where(pair => pair.Value > 2).ShouldBeEmpty("below the window nothing comes twice");
        unknown.Count.ShouldBeInRange(1, 100);
    }

    /// <summary>Sends while the clock is moved on whenever somebody waits for it.</summary>
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
