using System.Text;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults that affect whole event streams.</summary>
public sealed class StreamFaultTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(333)]
    public async Task A_stream_is_cut_after_an_exact_number_of_bytes(int bytes)
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var complete = await RawStream.OpenAsync(api, session);
        var fault = api.Emulator.Faults.OnStreams().AfterBytes(bytes).Once().Cut();
        var cut = await RawStream.OpenAsync(api, session);
        var after = await RawStream.OpenAsync(api, session);

        await api.SayAsync(session, "Hello");

        (await cut.ReadAsync()).Error.ShouldBeAssignableTo<IOException>();
        await api.ArchiveWhenIdleAsync(session);
        var all = await complete.ReadAsync();
        all.Error.ShouldBeNull();
        cut.Bytes.ShouldBe(all.Bytes[..bytes]);
        (await after.ReadAsync()).Bytes.ShouldBe(all.Bytes);
        fault.Hits.ShouldBe(1);
        fault.IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task A_stream_can_be_cut_inside_a_character()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var complete = await RawStream.OpenAsync(api, session);
        await api.SayAsync(session, "Grüße");
        await api.ArchiveWhenIdleAsync(session);
        var inside = (await complete.ReadAsync()).Bytes.AsSpan().IndexOf("ü"u8) + 1;

        api.Emulator.OnUserMessage("Grüße").Reply("Hello");
        var other = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().ForSession(other).AfterBytes(inside).Cut();
        var cut = await RawStream.OpenAsync(api, other);
        await api.SayAsync(other, "Grüße");

        (await cut.ReadAsync()).Bytes[^1].ShouldBe("ü"u8[0]);
    }

    [Fact]
    public async Task Positions_are_drawn_for_each_stream_and_depend_on_the_seed()
    {
        var first = await CutLengthsAsync(seed: 7);
        var again = await CutLengthsAsync(seed: 7);
        var other = await CutLengthsAsync(seed: 8);

        first.ShouldAllBe(length => length >= 10 && length <= 500);
        first.Distinct().Count().ShouldBeGreaterThan(1);
        again.ShouldBe(first);
        other.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_stream_is_cut_after_a_number_of_events()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().AfterEvents(2).Cut();
        var cut = await RawStream.OpenAsync(api, session);

        await api.SayAsync(session, "Hello");

        var text = Encoding.UTF8.GetString((await cut.ReadAsync()).Bytes);
        cut.Error.ShouldBeAssignableTo<IOException>();
        text.Split("\n\n").Length.ShouldBe(3);
        text.ShouldEndWith("\n\n");
    }

    [Fact]
    public async Task A_stream_can_end_cleanly_while_the_session_continues()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().AfterEvents(1).Once().End();
        var ended = await api.StreamAsync(session);
        var open = await api.StreamAsync(session);

        await api.SayAsync(session, "Hello");

        (await ended.ToEndAsync()).ShouldHaveSingleItem();
        (await open.UntilIdleAsync()).Types().ShouldContain("agent.message");
    }

    [Fact]
    public async Task A_stream_can_fail_after_a_complete_frame()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().AfterBytes(10).Fail("overloaded_error");
        var failing = await api.StreamAsync(session);

        await api.SayAsync(session, "Hello");

        var read = await failing.ToEndAsync();
        read.Count.ShouldBe(2);
        read[1].Type().ShouldBe("error");
        read[1]["error"]!["type"]!.GetValue<string>().ShouldBe("overloaded_error");
    }

    [Fact]
    public async Task A_stalled_stream_stays_open_and_sends_nothing_even_when_the_session_ends()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().AfterBytes(100).Once().Stall();
        var stalled = await RawStream.OpenAsync(api, session);
        var other = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await other.UntilIdleAsync();
        await stalled.ReadAsync(100);
        clock.Advance(TimeSpan.FromHours(1));
        await api.ArchiveWhenIdleAsync(session);
        await other.ToEndAsync();

        // The read ends when the stream is cut. Any further bytes would arrive before that.
        api.Emulator.Faults.CutStreams();

        (await stalled.ReadAsync()).Error.ShouldBeAssignableTo<IOException>();
        stalled.Bytes.Length.ShouldBe(100);
    }

    [Fact]
    public async Task Keep_alives_can_be_omitted()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.CreateSessionAsync();
        var fault = api.Emulator.Faults.OnStreams().Once().OmitKeepAlives();
        var quiet = await api.StreamAsync(session);
        var usual = await api.StreamAsync(session);
        clock.Advance(TimeSpan.FromMinutes(1));
        (await usual.ReadFrameAsync())!.Value.Event.ShouldBe("ping");

        await api.SayAsync(session, "Hello");

        (await quiet.ReadFrameAsync())!.Value.Event.ShouldBe("user.message");
        fault.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task A_split_stream_has_the_same_content()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var complete = await RawStream.OpenAsync(api, session);
        api.Emulator.Faults.OnStreams().Split(1, 3);
        var split = await RawStream.OpenAsync(api, session);

        await api.SayAsync(session, "Grüße");
        await api.ArchiveWhenIdleAsync(session);

        (await split.ReadAsync()).Error.ShouldBeNull();
        split.Bytes.ShouldBe((await complete.ReadAsync()).Bytes);
    }

    [Fact]
    public async Task A_split_stream_is_cut_at_the_exact_byte()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().Split(1, 5);
        api.Emulator.Faults.OnStreams().AfterBytes(77).Cut();
        var stream = await RawStream.OpenAsync(api, session);

        await api.SayAsync(session, "Hello");

        (await stream.ReadAsync()).Bytes.Length.ShouldBe(77);
        stream.Error.ShouldBeAssignableTo<IOException>();
    }

    [Fact]
    public async Task When_a_stream_ends_before_its_fault_the_fault_applies_to_the_next_stream()
    {
        await using var api = await TestApi.StartAsync();
        var (brief, other) = (await api.CreateSessionAsync(), await api.CreateSessionAsync());
        var fault = api.Emulator.Faults.OnStreams().AfterEvents(2).Once().Cut();
        var ended = await api.StreamAsync(brief);
        var unaffected = await api.StreamAsync(other);
        await api.DeleteAsync($"/v1/sessions/{brief}");
        (await ended.ToEndAsync()).Types().ShouldBe(["session.deleted"]);
        var affected = await api.StreamAsync(other);

        await api.SayAsync(other, "Hello");

        await Should.ThrowAsync<IOException>(affected.ToEndAsync);
        (await unaffected.UntilIdleAsync()).Types().ShouldContain("agent.message");
        fault.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task A_fault_applies_only_to_its_session_and_a_removed_fault_has_no_effect()
    {
        await using var api = await TestApi.StartAsync();
        var (affected, unaffected) = (await api.CreateSessionAsync(), await api.CreateSessionAsync());
        var fault = api.Emulator.Faults.OnStreams().ForSession(affected).AfterEvents(1).Cut();
        var cut = await api.StreamAsync(affected);
        var open = await api.StreamAsync(unaffected);
        await api.SayAsync(affected, "Hello");
        await api.SayAsync(unaffected, "Hello");
        await Should.ThrowAsync<IOException>(cut.ToEndAsync);
        await open.UntilIdleAsync();

        fault.Remove();
        var next = await api.StreamAsync(affected);
        await api.SayAsync(affected, "Hello again");

        (await next.UntilIdleAsync()).ShouldNotBeEmpty();
        api.Emulator.Faults.Active.ShouldBeEmpty();
    }

    [Fact]
    public async Task Invalid_stream_faults_are_refused()
    {
        await using var api = await TestApi.StartAsync();
        var faults = api.Emulator.Faults;

        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnStreams().AfterBytes(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnStreams().AfterEvents(5, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnStreams().Times(0));
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnStreams().Rate(0)).Message.ShouldContain("probability");
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnStreams().Rate(double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnStreams().Split(0));
        Should.Throw<ArgumentException>(() => faults.OnStreams().ForSession(""));
        Should.Throw<ArgumentException>(() => faults.OnStreams().Fail(" "));
        Should.Throw<InvalidOperationException>(() => faults.OnStreams().AfterBytes(5).Split());
        Should.Throw<InvalidOperationException>(() => faults.OnStreams().AfterEvents(5).OmitKeepAlives());
        faults.Active.ShouldBeEmpty();
    }

    private static async Task<List<int>> CutLengthsAsync(int seed)
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().AfterBytes(10, 500).Seed(seed).Times(5).Cut();
        var streams = new List<RawStream>();
        for (var i = 0; i < 5; i++)
        {
            streams.Add(await RawStream.OpenAsync(api, session));
        }

        await api.SayAsync(session, "Hello");
        var lengths = new List<int>();
        foreach (var stream in streams)
        {
            lengths.Add((await stream.ReadAsync()).Bytes.Length);
        }

        return lengths;
    }
}
