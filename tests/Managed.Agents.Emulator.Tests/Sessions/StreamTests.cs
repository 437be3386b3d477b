using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The live stream: its events, its end, and previews.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Past_events_are_not_replayed()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var early = await api.StreamAsync(session);
        await api.SayAsync(session, "first");
        await early.UntilIdleAsync();

        var late = await api.StreamAsync(session);
        await api.SayAsync(session, "second");

        (await late.UntilIdleAsync())[0].Text().ShouldBe("second");
    }

    [Fact]
    public async Task Every_stream_receives_every_event_in_the_same_order()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var streams = new List<SseReader>();
        for (var i = 0; i < 20; i++)
        {
            streams.Add(await api.StreamAsync(session));
        }

        await api.SayAsync(session, "Hello");

        var expected = (await streams[0].UntilIdleAsync()).Select(Events.Id).ToList();
        foreach (var stream in streams.Skip(1))
        {
            (await stream.UntilIdleAsync()).Select(Events.Id).ShouldBe(expected);
        }

        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Select(Events.Id).ShouldBe(expected);
    }

    [Fact]
    public async Task Keep_alives_are_sent_on_the_emulator_clock_as_a_comment_and_a_ping()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.KeepAliveInterval = TimeSpan.FromSeconds(30);
        });
        var stream = await api.StreamAsync(await api.CreateSessionAsync());

        await clock.WaitForTimersAsync(1);
        clock.Advance(TimeSpan.FromSeconds(30));

        (await stream.ReadFrameAsync()).ShouldBe(("ping", """{"type":"ping"}"""));
        stream.Comments.ShouldBe([": keep-alive"]);
    }

    [Fact]
    public async Task Stopping_the_emulator_ends_open_streams()
    {
        await using var api = await TestApi.StartAsync();
        var stream = await api.StreamAsync(await api.CreateSessionAsync());

        await api.Emulator.DisposeAsync();

        // The stream is cut or ends cleanly; in both cases the reader stops waiting.
        await Record.ExceptionAsync(stream.ToEndAsync).WaitAsync(api.Cancellation);
    }

    [Fact]
    public async Task A_slow_reader_loses_only_its_own_stream()
    {
        var log = new EventLog();
        using var slow = log.Subscribe(new HashSet<string>(), capacity: 2, new object());
        using var quick = log.Subscribe(new HashSet<string>(), capacity: 100, new object());
        for (var i = 0; i < 5; i++)
        {
            log.Add(new StoredEvent(new JsonObject { ["type"] = "agent.thinking", ["id"] = $"sevt_{i}" }, DateTimeOffset.UnixEpoch));
        }

        log.Complete();
        (await slow.Frames.ReadAllAsync().ToListAsync()).Count.ShouldBe(2);
        slow.FinalFrame!.Value.Event.ShouldBe("error");
        (await quick.Frames.ReadAllAsync().ToListAsync()).Count.ShouldBe(5);
        quick.FinalFrame.ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_subscription_is_released()
    {
        var log = new EventLog();
        var subscription = Subscribe(log);
        GC.Collect();
        subscription.IsAlive.ShouldBeTrue();

        await CloseAsync(subscription);
        GC.Collect();

        subscription.IsAlive.ShouldBeFalse();
        GC.KeepAlive(log);
    }

    [Fact]
    public async Task Previews_precede_the_message_with_the_same_id()
    {
        await using var api = await TestApi.StartAsync();
        const string Said = "A sentence that is long enough to be sent in several pieces. 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉";
        api.Emulator.OnUserMessage("Hello").Think().Reply(Said);
        var session = await api.CreateSessionAsync();
        var plain = await api.StreamAsync(session);
        var previewed = await api.StreamAsync(session, "?event_deltas[]=agent.message&event_deltas[]=agent.thinking");

        await api.SayAsync(session, "Hello");

        (await plain.UntilIdleAsync()).Types().ShouldNotContain("event_start");
        var events = await previewed.UntilIdleAsync();
        var message = events.Only("agent.message");
        var starts = events.Where(static e => e.Type() == "event_start").Select(static e => e["event"]!.ToJsonString()).ToList();
        starts.ShouldBe([$$"""{"type":"agent.thinking","id":"{{events.Only("agent.thinking").Id()}}"}""", $$"""{"type":"agent.message","id":"{{message.Id()}}"}"""]);
        var deltas = events.Where(static e => e.Type() == "event_delta").ToList();
        deltas.Count.ShouldBeGreaterThan(3);
        deltas.ShouldAllBe(delta => delta["event_id"]!.GetValue<string>() == message.Id());
        string.Concat(deltas.Select(static delta => delta["delta"]!["content"]!["text"]!.GetValue<string>())).ShouldBe(Said);
        events.IndexOf(message).ShouldBeGreaterThan(events.IndexOf(deltas[^1]));
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Types().ShouldNotContain("event_delta");
    }

    [Fact]
    public async Task A_stream_opened_during_a_model_request_receives_no_previews_of_it()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("Hello").Delay(TimeSpan.FromMinutes(1)).Reply("Hi!");
        var session = await api.CreateSessionAsync();
        var early = await api.StreamAsync(session, "?event_deltas[]=agent.message");
        await api.SayAsync(session, "Hello");
        await early.UntilAsync("span.model_request_start");

        var late = await api.StreamAsync(session, "?event_deltas[]=agent.message");
        await clock.WaitForTimersAsync(3);
        clock.Advance(TimeSpan.FromMinutes(1));

        (await early.UntilIdleAsync()).Types().ShouldContain("event_start");
        (await late.UntilIdleAsync()).Types().ShouldBe(["agent.message", "span.model_request_end", "session.usage", "session.status_idle"]);
    }

    [Fact]
    public async Task An_interrupted_preview_is_not_followed_by_its_message()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("Hello").Reply("A sentence in several pieces.", duration: TimeSpan.FromMinutes(1));
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session, "?event_deltas[]=agent.message");
        await api.SayAsync(session, "Hello");
        await stream.UntilAsync("event_delta");

        await api.SendEventsAsync(session, Inputs.Interrupt());

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe(["span.model_request_end", "user.interrupt", "session.usage", "session.status_idle"]);
    }

    [Fact]
    public async Task A_reply_can_be_streamed_over_time()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("Hello").Reply("Two pieces, in 20 s.", duration: TimeSpan.FromSeconds(20));
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session, "?event_deltas[]=agent.message");
        await api.SayAsync(session, "Hello");

        for (var piece = 0; piece < 2; piece++)
        {
            await stream.UntilAsync("event_delta");
            await clock.WaitForTimersAsync(2);
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        (await stream.UntilIdleAsync()).Only("agent.message").Text().ShouldBe("Two pieces, in 20 s.");
    }

    [Theory]
    [InlineData("event_deltas[]=agent.tool_use")]
    [InlineData("after=sevt_1")]
    public async Task Unknown_stream_parameters_are_rejected(string query)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.SendAsync(HttpMethod.Get, $"/v1/sessions/{await api.CreateSessionAsync()}/events/stream?{query}");

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(query.Split('=')[0]);
    }

    [Fact]
    public async Task More_than_100_preview_types_are_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        string Query(int count) => string.Join('&', Enumerable.Repeat("event_deltas[]=agent.message", count));

        (await api.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}/events/stream?{Query(101)}")).Message.ShouldContain("event_deltas[]");
        await api.StreamAsync(session, $"?{Query(100)}");
    }

    // Not inlined, so that no frame of the test keeps the subscription alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Subscribe(EventLog log) => new(log.Subscribe(new HashSet<string>(), capacity: 2, new object()));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task CloseAsync(WeakReference subscription)
    {
        var open = (EventSubscription)subscription.Target!;
        open.Dispose();
        return open.Frames.Completion;
    }
}
