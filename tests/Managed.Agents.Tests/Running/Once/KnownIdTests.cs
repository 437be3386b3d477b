using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>A send by a caller that has just read the newest events, such as a turn.</summary>
public sealed class KnownIdTests
{
    private static readonly string Message = """{"type":"user.message","content":[{"type":"text","text":"hi"}]}""";
    private readonly TestTimeProvider _clock = new();

    [Fact]
    public async Task Nothing_is_read_before_the_send()
    {
        await using var session = await StartAsync(100);

        (await SendAsync(session, Ids(90, 100))).Outcome.ShouldBe(OnceOutcome.Sent);

        session.Requests.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task A_lost_response_reads_back_to_a_known_event_of_any_type()
    {
        await using var session = await StartAsync(5000, SendBehavior.ResponseLost);
        for (var i = 0; i < 10; i++)
        {
            session.Store("""{"type":"agent.message","content":[]}""");
        }

        var result = await SendAsync(session, Ids(5005, 5010));

        result.Outcome.ShouldBe(OnceOutcome.Found);
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_5011", "the messages before the known events do not match");
        session.Requests.ShouldBe(["POST", "GET order=desc&limit=50", "GET order=asc&types[]=user.message&limit=50"]);
    }

    [Fact]
    public async Task A_dropped_send_is_sent_again_although_earlier_messages_are_equal()
    {
        await using var session = await StartAsync(100, SendBehavior.Dropped);

        var result = await SendAsync(session, Ids(99, 100));

        (result.Outcome, result.Attempts, session.Sends).ShouldBe((OnceOutcome.Sent, 2, 2));
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_101");
    }

    [Fact]
    public async Task A_known_queued_message_does_not_match_and_is_not_passed_as_known_history()
    {
        await using var session = await StartAsync(100, SendBehavior.Dropped);
        session.Store(Message, isQueued: true);

        var result = await SendAsync(session, Ids(99, 100), ["sevt_101"]);

        (result.Outcome, result.Attempts).ShouldBe((OnceOutcome.Sent, 2));
        result.Events.ShouldHaveSingleItem().Id.ShouldBe("sevt_102");
    }

    [Fact]
    public async Task Everything_is_new_in_a_session_without_events()
    {
        await using var session = await StartAsync(0, SendBehavior.ResponseLost);

        (await SendAsync(session, [])).Outcome.ShouldBe(OnceOutcome.Found);

        session.Requests.ShouldBe(["POST", "GET order=desc&limit=50"]);
    }

    [Theory]
    [InlineData(10, 1 + 1, 11)]
    [InlineData(5000, 1 + 40 + 1, 2000)]
    public async Task The_outcome_is_unknown_if_no_known_event_is_listed(int earlier, int requests, int candidates)
    {
        await using var session = await StartAsync(earlier, SendBehavior.ResponseLost);

        var result = await SendAsync(session, ["sevt_unlisted"]);

        (result.Outcome, result.Events.Count).ShouldBe((OnceOutcome.Unknown, candidates));
        session.Requests.Count.ShouldBe(requests);
        session.Sends.ShouldBe(1);
    }

    [Fact]
    public async Task One_more_page_is_read_if_only_some_known_events_were_passed()
    {
        await using var session = await StartAsync(5000, SendBehavior.ResponseLost);

        (await SendAsync(session, [.. Ids(4952, 5000), .. Ids(1, 9)])).Outcome.ShouldBe(OnceOutcome.Found);
        session.Requests.Count(static request => request.Contains("desc", StringComparison.Ordinal)).ShouldBe(1, "16 known events are enough");

        session.Enqueue(SendBehavior.ResponseLost);
        (await SendAsync(session, ["sevt_5001", "sevt_unlisted"])).Outcome.ShouldBe(OnceOutcome.Found);
        session.Requests.Count(static request => request.Contains("desc", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task The_ids_do_not_matter_for_an_answer()
    {
        await using var session = await StartAsync(100, SendBehavior.ResponseLost);

        var result = await SendAsync(session, ["sevt_100"], inputs: new UserCustomToolResult("sevt_50", "done"));

        result.Outcome.ShouldBe(OnceOutcome.Found);
        session.Requests[1].ShouldStartWith("GET order=desc&types[]=user.custom_tool_result&types[]=agent.custom_tool_use");
    }

    private static string[] Ids(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(static number => $"sevt_{number}")];

    private async Task<UnreliableSession> StartAsync(int earlier, params SendBehavior[] behaviors)
    {
        var session = await UnreliableSession.StartAsync(_clock, behaviors);
        for (var i = 0; i < earlier; i++)
        {
            session.Store(Message);
        }

        return session;
    }

    private async Task<SendOnceResult> SendAsync(
        UnreliableSession session, IReadOnlyCollection<string> knownIds, IReadOnlyCollection<string>? queuedIds = null, params IReadOnlyList<SessionInput> inputs)
    {
        var sending = new OnceSender(session.Client.Sessions.Events, "sesn_1", inputs.Count == 0 ? ["hi"] : inputs, new OnceOptions(), _clock, knownIds, queuedIds)
            .RunAsync(CancellationToken.None);
        await _clock.AdvanceUntilAsync(sending, TimeSpan.FromSeconds(10));
        return await sending;
    }
}
