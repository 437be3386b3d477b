using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Answers;

/// <summary>Sending answers to a service that rejects them, is not available, or has an answer already.</summary>
public sealed class AnswerSenderTests : IAsyncLifetime, IDisposable
{
    private const string Call = """{"type":"agent.custom_tool_use","id":"sevt_1","name":"pay","input":{},"processed_at":"2026-11-21T09:00:00Z"}""";
    private const string Answer = """{"type":"user.custom_tool_result","id":"sevt_2","custom_tool_use_id":"sevt_1","content":[],"processed_at":"2026-11-21T09:00:01Z"}""";
    private const string Ended = """{"type":"session.status_idle","id":"sevt_3","stop_reason":{"type":"end_turn"},"processed_at":"2026-11-21T09:00:01Z"}""";

    private readonly TestTimeProvider _clock = new();
    private readonly LogRecorder _logs = new();
    private readonly ToolCall _call = TestTools.Call("pay") with { SessionThreadId = "sthr_1" };
    private AnsweredSession _session = null!;

    public static TheoryData<int> Rejections => [400, 404, 409, 422, 402];

    public async Task InitializeAsync()
    {
        _session = await AnsweredSession.StartAsync(_clock);
        _session.History.AddRange([Ended, Call]);
    }

    public async Task DisposeAsync() => await _session.DisposeAsync();

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task An_accepted_answer_is_sent_once_without_reading_and_without_a_thread()
    {
        (await SendAsync()).ShouldBe(new AnswerOutcome.Sent(WasReplaced: false));

        _session.Sent.ShouldHaveSingleItem().ShouldBe("""{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1","content":[{"type":"text","text":"42"}]}""");
        _session.Reads.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rejections))]
    public async Task An_answer_that_is_rejected_while_the_call_waits_is_sent_again(int status)
    {
        _session.Then(Rejected(status), Rejected(status), Rejected(status));

        (await SendAsync()).ShouldBe(new AnswerOutcome.Sent(WasReplaced: false));

        _session.Sent.Count.ShouldBe(4);
        _session.Sent.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem("the result stays");
        _session.Reads.Count.ShouldBe(3);
        Elapsed.TotalSeconds.ShouldBe(1 + 2 + 4);
    }

    [Theory]
    [MemberData(nameof(Rejections))]
    public async Task An_answer_that_is_rejected_because_the_call_is_answered_is_not_sent_again(int status)
    {
        _session.ThenReject(() => _session.History.Add(Answer), status);

        (await SendAsync()).ShouldBe(new AnswerOutcome.Closed(CallClosing.Answered, null));

        _session.Sent.ShouldHaveSingleItem();
        var read = _session.Reads.ShouldHaveSingleItem();
        read.ShouldContain("order=desc");
        foreach (var type in new[] { "agent.custom_tool_use", "agent.tool_use", "agent.mcp_tool_use", "user.custom_tool_result", "user.interrupt", "session.status_idle", "session.status_terminated", "session.thread_status_idle", "session.thread_status_terminated" })
        {
            read.ShouldContain($"types[]={type}");
        }
    }

    [Fact]
    public async Task A_call_that_was_closed_needs_no_answer()
    {
        _session.ThenReject(() => _session.History.Add(Ended));

        (await SendAsync()).ShouldBe(new AnswerOutcome.Closed(CallClosing.TurnEnded, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_history_is_read_as_far_as_the_call_whatever_the_size_of_its_pages(int pageSize)
    {
        _session.PageSize = pageSize;
        _session.ThenReject(() => _session.History.AddRange([Answer, Confirmation("deny", "sevt_9"), Confirmation("deny", "sevt_8")]));

        (await SendAsync()).ShouldBe(new AnswerOutcome.Closed(CallClosing.Answered, null));

        _session.Reads.Count.ShouldBe(4 / pageSize);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_call_in_the_history_only_an_answer_that_names_it_counts(bool isAnswered)
    {
        _session.History.Remove(Call);
        _session.ThenReject(() => _session.History.AddRange(isAnswered ? [Answer] : []));

        (await SendAsync()).ShouldBe(isAnswered ? new AnswerOutcome.Closed(CallClosing.Answered, null) : new AnswerOutcome.Sent(WasReplaced: false));
    }

    [Fact]
    public async Task The_history_is_not_read_without_end()
    {
        _session.History.Remove(Call);
        _session.History.AddRange(Enumerable.Range(0, 3_000).Select(static number => Confirmation("deny", $"sevt_x{number}")));
        _session.Then(Rejected(400));

        await SendAsync();

        _session.Reads.Count.ShouldBe(20);
    }

    [Fact]
    public async Task An_answer_that_is_rejected_until_the_timeout_is_refused()
    {
        _session.Then([.. Enumerable.Repeat(Rejected(400), 50)]);

        var failed = (await SendAsync(timeout: TimeSpan.FromSeconds(10))).ShouldBeOfType<AnswerOutcome.NotSent>();

        (failed.IsRefused, failed.Problem).ShouldBe((true, failed.Problem.ShouldBeOfType<ManagedAgentsApiException>()));
        Elapsed.TotalSeconds.ShouldBe(10);
        _session.Sent.Count.ShouldBe(5, "after 0, 1, 3, 7 and 10 seconds");
    }

    [Fact]
    public async Task The_delay_between_attempts_is_at_most_30_seconds()
    {
        _session.Then([.. Enumerable.Repeat(Rejected(503), 8)]);

        (await SendAsync(timeout: Timeout.InfiniteTimeSpan)).ShouldBe(new AnswerOutcome.Sent(WasReplaced: false));

        Elapsed.TotalSeconds.ShouldBe(1 + 2 + 4 + 8 + 16 + 30 + 30 + 30);
        _session.Reads.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_whose_response_was_lost_is_found_in_the_history()
    {
        _session.Then(async context =>
        {
            _session.History.Add(Answer);
            await Responses.Abort()(context);
        });
        _session.Then(Rejected(400));

        (await SendAsync()).ShouldBe(new AnswerOutcome.Closed(CallClosing.Answered, null));
    }

    [Fact]
    public async Task A_service_that_is_not_available_until_the_timeout_does_not_refuse()
    {
        _session.Then([.. Enumerable.Repeat(Responses.Abort(), 50)]);

        var failed = (await SendAsync(timeout: TimeSpan.FromSeconds(10))).ShouldBeOfType<AnswerOutcome.NotSent>();

        failed.IsRefused.ShouldBeFalse();
        failed.Problem.ShouldBeOfType<ManagedAgentsConnectionException>();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Denied_access_is_reported_immediately(int status)
    {
        _session.Then(Rejected(status));

        (await SendAsync()).ShouldBeOfType<AnswerOutcome.NotSent>().IsRefused.ShouldBeFalse();

        (_session.Sent.Count, _session.Reads.Count, Elapsed).ShouldBe((1, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(0, 1)]
    public async Task The_delay_that_the_service_requests_is_respected(int requested, int expected)
    {
        _session.Then(Responses.Error(429, "rate_limit_error", ("retry-after", $"{requested}")).WriteAsync);

        (await SendAsync()).ShouldBe(new AnswerOutcome.Sent(WasReplaced: false));

        Elapsed.TotalSeconds.ShouldBe(expected);
    }

    [Fact]
    public async Task A_requested_delay_after_the_timeout_is_not_waited_for()
    {
        _session.Then(Responses.Error(429, "rate_limit_error", ("retry-after", "20")).WriteAsync);

        (await SendAsync(timeout: TimeSpan.FromSeconds(10))).ShouldBeOfType<AnswerOutcome.NotSent>().IsRefused.ShouldBeFalse();

        Elapsed.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(503, false)]
    public async Task A_deleted_session_rejects_the_answer_and_the_history(int historyStatus, bool isDeleted)
    {
        _session.HistoryResponse = Rejected(historyStatus);
        _session.Then(Rejected(404));

        (await SendAsync()).ShouldBe(isDeleted ? new AnswerOutcome.Closed(CallClosing.TurnEnded, null) : new AnswerOutcome.Sent(WasReplaced: false));
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_does_not_close_a_call()
    {
        _session.HistoryResponse = Rejected(404);
        _session.Then(Rejected(400));

        (await SendAsync()).ShouldBe(new AnswerOutcome.Sent(WasReplaced: false));
    }

    [Fact]
    public async Task A_wait_can_be_canceled()
    {
        _session.Then(Rejected(503));
        using var stop = new CancellationTokenSource();
        var sending = Sender(TimeSpan.FromMinutes(5)).SendAsync(_call, new UserCustomToolResult("sevt_1", "42"), stop.Token);
        await _clock.WaitForTimersAsync(1);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending.Guarded());
    }

    [Theory]
    [InlineData("allow", nameof(CallClosing.Allowed))]
    [InlineData("deny", nameof(CallClosing.Denied))]
    public async Task The_first_confirmation_counts(string first, string closing)
    {
        _session.ThenReject(() => _session.History.AddRange([Confirmation(first, "sevt_1"), Confirmation("allow", "sevt_1"), Confirmation("deny", "sevt_1")]));

        (await SendAsync(UserToolConfirmation.DenyUse("sevt_1"))).ShouldBe(new AnswerOutcome.Closed(Enum.Parse<CallClosing>(closing), new ToolConfirmationResult(first)));

        _session.Sent.ShouldHaveSingleItem().ShouldBe("""{"type":"user.tool_confirmation","tool_use_id":"sevt_1","result":"deny"}""");
    }

    [Fact]
    public async Task A_confirmation_of_a_call_that_has_ended_decides_nothing()
    {
        _session.ThenReject(() => _session.History.AddRange([Confirmation("allow", "sevt_1"), Answer]));

        (await SendAsync(UserToolConfirmation.AllowUse("sevt_1"))).ShouldBe(new AnswerOutcome.Closed(CallClosing.Answered, null));
    }

    [Fact]
    public async Task A_result_is_sent_although_the_call_was_allowed()
    {
        _session.ThenReject(() => _session.History.Add(Confirmation("allow", "sevt_1")));

        (await SendAsync()).ShouldBe(new AnswerOutcome.Sent(WasReplaced: false));
    }

    private static ResponseWriter Rejected(int status) => Responses.Error(status, "invalid_request_error").WriteAsync;

    private static string Confirmation(string result, string callId) =>
        $$"""{"type":"user.tool_confirmation","id":"sevt_c","tool_use_id":"{{callId}}","result":"{{result}}","processed_at":"2026-11-21T09:00:01Z"}""";

    private TimeSpan Elapsed => _clock.GetUtcNow() - new TestTimeProvider().GetUtcNow();

    private AnswerSender Sender(TimeSpan timeout) => new(_session.Client.Sessions.Events, "sesn_1", timeout, _clock, _logs.CreateLogger("turn"));

    private async Task<AnswerOutcome> SendAsync(SessionInput? answer = null, TimeSpan? timeout = null)
    {
        var sending = Sender(timeout ?? TimeSpan.FromMinutes(5)).SendAsync(_call, answer ?? ToolResult.FromText("42").ToInput(_call), CancellationToken.None);
        await _clock.AdvanceUntilAsync(sending, TimeSpan.FromSeconds(1));
        return await sending;
    }
}
