using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following.ThreadFeeds;

/// <summary>A feed with threads over stored histories: each event once, whatever the position, the order and the number of open threads.</summary>
public sealed class ThreadFeedTests : IDisposable
{
    private readonly StoredThreads _session = new();
    private readonly TestTimeProvider _clock = new();
    private readonly ManagedAgentsClient _client;
    private readonly List<SessionFollowNotice> _notices = [];

    public ThreadFeedTests() => _client = Clients.Over(_session, static options => options.Resilience = null, _clock);

    public void Dispose()
    {
        _client.Dispose();
        _session.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Every_event_is_delivered_once_relative_to_the_stored_position(int seed)
    {
        var expected = CreateSession(new Random(seed));
        var random = new Random(seed);
        var handled = new List<SessionEvent>();
        string? position = null;
        var hasEnded = false;
        for (var runs = 0; !hasEnded; runs++)
        {
            runs.ShouldBeLessThan(1000);
            (position, hasEnded) = await ReadAsync(position, handled, random.Next(0, 20), random.Next(1, 4));
        }

        handled.Select(static one => EventIdentity.KeyOf(one)).Order().ShouldBe(expected.Order(), $"seed {seed}");
        handled[^1].ShouldBeOfType<SessionStatusTerminatedEvent>();
    }

    [Fact]
    public async Task Events_of_a_thread_name_their_thread_and_keep_their_order()
    {
        _session.Create("sthr_1");
        var ids = Enumerable.Range(0, 300).Select(_ => _session.Add("agent.message", "\"content\":[]", "sthr_1")).ToList();
        _session.End("sthr_1");
        _session.Add("session.status_terminated", "", "");
        var handled = new List<SessionEvent>();

        await ReadAsync(null, handled, int.MaxValue);

        handled.OfType<AgentMessageEvent>().Select(static one => one.Id).ShouldBe(ids);
        handled.OfType<AgentMessageEvent>().ShouldAllBe(static one => one.SessionThreadId == "sthr_1");
        handled.Select(static one => one.GetType()).Where(static type => type != typeof(AgentMessageEvent)).ShouldBe([typeof(SessionThreadCreatedEvent), typeof(SessionThreadStatusTerminatedEvent), typeof(SessionStatusTerminatedEvent)]);
        _notices.OfType<SessionFollowThreadOpened>().ShouldHaveSingleItem().ThreadId.ShouldBe("sthr_1");
        _notices.OfType<SessionFollowThreadEnded>().ShouldHaveSingleItem().ShouldBe(new SessionFollowThreadEnded("sthr_1", null));
    }

    [Fact]
    public async Task Threads_beyond_the_maximum_wait_until_one_ends()
    {
        for (var i = 0; i < 5; i++)
        {
            _session.Create($"sthr_{i}");
            _session.Add("agent.message", "\"content\":[]", $"sthr_{i}");
        }

        for (var i = 0; i < 5; i++)
        {
            _session.End($"sthr_{i}");
        }

        _session.Add("session.status_terminated", "", "");
        var handled = new List<SessionEvent>();

        await ReadAsync(null, handled, int.MaxValue, maxOpenThreads: 2);

        handled.OfType<AgentMessageEvent>().Select(static one => one.SessionThreadId).Order().ShouldBe(_session.Threads.Order());
        _session.MostOpenThreads.ShouldBe(2);
        _notices.OfType<SessionFollowThreadWaiting>().Select(static notice => notice.ThreadId).ShouldBe(["sthr_2", "sthr_3", "sthr_4"]);
        _notices.OfType<SessionFollowThreadWaiting>().ShouldAllBe(static notice => notice.OpenThreads == 2);
    }

    [Fact]
    public async Task The_rest_of_a_thread_that_never_ends_is_read_before_the_last_event()
    {
        _session.Create("sthr_1");
        _session.Create("sthr_2");
        _session.Add("agent.message", "\"content\":[]", "sthr_2");
        _session.Add("session.status_terminated", "", "");
        var failures = 3;
        _session.Override = request => request.RequestUri!.AbsolutePath.EndsWith("sthr_2/events", StringComparison.Ordinal) && failures-- > 0
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("") }
            : null;
        var handled = new List<SessionEvent>();

        var (_, hasEnded) = await ReadAsync(null, handled, int.MaxValue, maxOpenThreads: 1);

        hasEnded.ShouldBeTrue();
        handled.Select(static one => one.Type).ShouldBe(["session.thread_created", "session.thread_created", "agent.message", "session.status_terminated"]);
        failures.ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task A_thread_that_cannot_be_read_does_not_end_the_feed()
    {
        _session.Create("sthr_1");
        _session.Create("sthr_2");
        _session.Add("agent.message", "\"content\":[]", "sthr_2");
        _session.Add("session.status_terminated", "", "");
        _session.Override = static request => request.RequestUri!.AbsolutePath.Contains("sthr_1", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("") }
            : null;
        var handled = new List<SessionEvent>();

        await ReadAsync(null, handled, int.MaxValue);

        handled.Select(static one => one.Type).ShouldBe(["session.thread_created", "session.thread_created", "agent.message", "session.status_terminated"]);
        _notices.OfType<SessionFollowThreadEnded>().Single(static notice => notice.ThreadId == "sthr_1").Reason.ShouldBeOfType<ManagedAgentsApiException>();
    }

    [Fact]
    public async Task A_position_without_threads_continues_with_the_later_events_of_all_threads()
    {
        _session.Create("sthr_old");
        _session.Add("agent.message", "\"content\":[]", "sthr_old");
        _session.End("sthr_old");
        _session.Create("sthr_1");
        for (var i = 0; i < 100; i++)
        {
            _session.Add("agent.message", "\"content\":[]", "sthr_1");
        }

        _session.Add("session.status_running", "", "");
        var position = await _client.Sessions.Events.GetPositionAsync("sesn_1");
        var later = Enumerable.Range(0, 100).Select(_ => _session.Add("agent.message", "\"content\":[]", "sthr_1")).ToList();
        _session.Create("sthr_2");
        var last = _session.Add("agent.message", "\"content\":[]", "sthr_2");
        _session.Add("session.status_terminated", "", "");
        var handled = new List<SessionEvent>();

        var (middle, _) = await ReadAsync(position.ToString(), handled, 10);
        handled.Count.ShouldBe(10);
        _session.ThreadLists.ShouldBe(1);
        await ReadAsync(middle, handled, int.MaxValue);

        handled.OfType<AgentMessageEvent>().Where(static one => one.SessionThreadId == "sthr_1").Select(static one => one.Id).ShouldBe(later);
        handled.OfType<AgentMessageEvent>().Where(static one => one.SessionThreadId == "sthr_2").Select(static one => one.Id).ShouldBe([last]);
        handled.Select(static one => one.SessionThreadId).ShouldNotContain("sthr_old");
        _session.ThreadLists.ShouldBe(1, "the position now contains the threads");
    }

    [Fact]
    public async Task Disposing_a_feed_that_is_moving_ends_the_move_with_an_explanation()
    {
        _session.Create("sthr_1");
        var events = Follow(null).GetAsyncEnumerator();
        (await events.MoveNextAsync()).ShouldBeTrue();
        var moving = events.MoveNextAsync().AsTask();
        await events.DisposeAsync();

        (await Should.ThrowAsync<ObjectDisposedException>(() => moving.Guarded())).Message.ShouldContain("disposed while it waited");
        (await events.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancellation_has_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();
        _session.Create("sthr_1");
        await using var events = Follow(null, cancellationToken: source.Token).GetAsyncEnumerator();
        (await events.MoveNextAsync()).ShouldBeTrue();
        var moving = events.MoveNextAsync().AsTask();
        await source.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => moving.Guarded())).CancellationToken.ShouldBe(source.Token);
    }

    [Fact]
    public void A_feed_of_a_thread_cannot_include_threads() =>
        Should.Throw<ArgumentException>(() => _client.Sessions.Threads.Events.FollowAsync("sesn_1", "sthr_1", new() { IncludeThreads = new() })).Message.ShouldContain("IncludeThreads");

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void The_maximum_of_open_threads_has_a_range(int maximum) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SessionThreadFollowOptions { MaxOpenThreads = maximum });

    /// <summary>Creates a session with threads of random length and copies on both views, and returns the keys of its events.</summary>
    private List<string> CreateSession(Random random)
    {
        var open = new List<string>();
        var calls = new List<(string Id, string ThreadId)>();
        for (var i = 0; i < 800; i++)
        {
            var threadId = open.Count == 0 ? null : open[random.Next(open.Count)];
            switch (random.Next(20))
            {
                case 0 when _session.Threads.Count() < 8:
                    open.Add($"sthr_{i}");
                    _session.Create(open[^1]);
                    break;
                case 1 when threadId is not null && random.Next(5) == 0:
                    open.Remove(threadId);
                    _session.End(threadId);
                    break;
                case 2 or 3 when threadId is not null:
                    calls.Add((_session.Add("agent.custom_tool_use", $"\"name\":\"t\",\"input\":{{}},\"session_thread_id\":\"{threadId}\"", "", threadId), threadId));
                    break;
                case 4 or 5 when calls.Count > 0:
                    _session.AddAnswer(calls[0].Id, calls[0].ThreadId);
                    calls.RemoveAt(0);
                    break;
                case 6:
                    _session.Add("agent.message", "\"content\":[]", "");
                    break;
                case < 15 when threadId is not null:
                    _session.Add("agent.message", "\"content\":[]", threadId);
                    break;
                default:
                    _session.Add("session.status_running", "", "");
                    break;
            }
        }

        _session.Add("session.status_terminated", "", "");
        return [.. _session.AllKeys()];
    }

    private SessionEventFeed Follow(string? position, int maxOpenThreads = 25, CancellationToken cancellationToken = default) => _client.Sessions.Events.FollowAsync(
        "sesn_1",
        new()
        {
            From = position is null ? null : SessionPosition.Parse(position),
            OnNotice = _notices.Add,
            IncludeThreads = new() { MaxOpenThreads = maxOpenThreads },
        },
        cancellationToken);

    /// <summary>Reads events until the feed ends or the consumer crashes.</summary>
    private async Task<(string Position, bool HasEnded)> ReadAsync(string? position, List<SessionEvent> handled, int maximum, int maxOpenThreads = 25)
    {
        var feed = Follow(position, maxOpenThreads);
        var reading = Task.Run(async () =>
        {
            await foreach (var received in feed)
            {
                if (maximum-- == 0)
                {
                    return false;
                }

                handled.Add(received);
            }

            return true;
        });
        await _clock.AdvanceUntilAsync(reading, TimeSpan.FromSeconds(1));
        return (feed.Position.ToString(), await reading);
    }
}
