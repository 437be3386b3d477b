using System.Text;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults of whole event streams.</summary>
public sealed class StreamFaultTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(333)]
    public async Task A_stream_is_cut_after_exactly_so_many_bytes(int bytes)
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var whole = await RawStream.OpenAsync(api, session);
        var fault = api.Emulator.Faults.OnStreams().AfterBytes(bytes).Once().Cut();
        var cut = await RawStream.OpenAsync(api, session);
        var after = await RawStream.OpenAsync(api, session);

        await api.SayAsync(session, "Hello");

        (await cut.ReadAsync()).Error.ShouldBeAssignableTo<IOException>();
        await api.ArchiveWhenIdleAsync(session);
        var all = await whole.ReadAsync();
        all.Error.ShouldBeNull();
        cut.Bytes.ShouldBe(all.Bytes[..bytes]);
        (await after.ReadAsync()).Bytes.ShouldBe(all.Bytes);
        fault.Hits.ShouldBe(1);
        fault.IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task A_cut_can_fall_inside_a_character()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var whole = await RawStream.OpenAsync(api, session);
        await api.SayAsync(session, "Grüße");
        await api.ArchiveWhenIdleAsync(session);
        var inside = (await whole.ReadAsync()).Bytes.AsSpan().IndexOf("ü"u8) + 1;

        api.Emulator.OnUserMessage("Grüße").Reply("Hello");
        var other = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().ForSession(other).AfterBytes(inside).Cut();
        var cut = await RawStream.OpenAsync(api, other);
        await api.SayAsync(other, "Grüße");

        (await cut.ReadAsync()).Bytes[^1].ShouldBe("ü"u8[0]);
    }

    [Fact]
    public async Task Positions_are_drawn_from_a_range_anew_for_each_stream_and_the_same_for_the_same_seed()
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
    public async Task A_stream_is_cut_right_behind_so_many_events()
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
    public async Task A_stream_can_end_in_good_order_while_the_session_goes_on()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().AfterEvents(1).Once().End();
        var ended = await api.StreamAsync(session);
        var going = await api.StreamAsync(session);

        await api.SayAsync(session, "Hello");

        (await ended.ToEndAsync()).ShouldHaveSingleItem();
        (await going.UntilIdleAsync()).Types().ShouldContain("agent.message");
    }

    [Fact]
    public async Task A_stream_can_fail_behind_a_whole_frame()
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
    public async Task A_silent_stream_stays_open_and_says_nothing_not_even_that_the_session_is_over()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnStreams().AfterBytes(100).Once().Silence();
        var silent = await RawStream.OpenAsync(api, session);
        var other = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await other.UntilIdleAsync();
        await silent.ReadAsync(100);
        clock.Advance(TimeSpan.FromHours(1));
        await api.ArchiveWhenIdleAsync(session);
        await other.ToEndAsync();

        // Whatever else it had to say would have come before its end.
        api.Emulator.Faults.CutStreams();

        (await silent.ReadAsync()).Error.ShouldBeAssignableTo<IOException>();
        silent.Bytes.Length.ShouldBe(100);
    }

    [Fact]
    public async Task Keep_alives_can_be_left_out()
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
    public async Task A_stream_in_pieces_says_the_same()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var whole = await RawStream.OpenAsync(api, session);
        api.Emulator.Faults.OnStreams().Split(1, 3);
        var split = await RawStream.OpenAsync(api, session);

        await api.SayAsync(session, "Grüße");
        await api.ArchiveWhenIdleAsync(session);

        (await split.ReadAsync()).Error.ShouldBeNull();
        split.Bytes.ShouldBe((await whole.ReadAsync()).Bytes);
    }

    [Fact]
    public async Task A_stream_in_pieces_is_cut_at_its_byte_all_the_same()
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
    public async Task A_stream_that_ends_before_its_fault_leaves_it_to_the_next_one()
    {
        await using var api = await TestApi.StartAsync();
        var (brief, other) = (await api.CreateSessionAsync(), await api.CreateSessionAsync());
        var fault = api.Emulator.Faults.OnStreams().AfterEvents(2).Once().Cut();
        var ended = await api.StreamAsync(brief);
        var spared = await api.StreamAsync(other);
        await api.DeleteAsync($"/v1/sessions/{brief}");
        (await ended.ToEndAsync()).Types().ShouldBe(["session.deleted"]);
        var struck = await api.StreamAsync(other);

        await api.SayAsync(other, "Hello");

        await Should.ThrowAsync<IOException>(struck.ToEndAsync);
        (await spared.UntilIdleAsync()).Types().ShouldContain("agent.message");
        fault.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task A_fault_for_one_session_spares_the_others_and_a_removed_one_spares_all()
    {
        await using var api = await TestApi.StartAsync();
        var (struck, spared) = (await api.CreateSessionAsync(), await api.CreateSessionAsync());
        var fault = api.Emulator.Faults.OnStreams().ForSession(struck).AfterEvents(1).Cut();
        var cut = await api.StreamAsync(struck);
        var going = await api.StreamAsync(spared);
        await api.SayAsync(struck, "Hello");
        await api.SayAsync(spared, "Hello");
        await Should.ThrowAsync<IOException>(cut.ToEndAsync);
        await going.UntilIdleAsync();

        fault.Remove();
        var next = await api.StreamAsync(struck);
        await api.SayAsync(struck, "Hello again");

        (await next.UntilIdleAsync()).ShouldNotBeEmpty();
        api.Emulator.Faults.Active.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_can_never_strike_is_refused()
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
