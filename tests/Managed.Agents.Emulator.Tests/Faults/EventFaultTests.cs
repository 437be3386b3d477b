using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults of single events on streams.</summary>
public sealed class EventFaultTests
{
    [Fact]
    public async Task An_event_comes_twice_with_the_same_id()
    {
        var (struck, whole, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").Duplicate());

        Types(struck).ShouldBe([.. Types(whole).SelectMany(static type => type == "agent.message" ? new[] { type, type } : [type])]);
        struck.Where(static frame => frame.Event == "agent.message").Select(static frame => frame.Data).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_event_comes_a_second_time_under_another_id()
    {
        var (struck, whole, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").Copy());

        var messages = struck.Where(static frame => frame.Event == "agent.message").Select(static frame => JsonNode.Parse(frame.Data)!.AsObject()).ToList();
        messages.Count.ShouldBe(2);
        messages[0].Id().ShouldBe(JsonNode.Parse(whole.Single(static frame => frame.Event == "agent.message").Data)!.AsObject().Id());
        messages[1].Id().ShouldNotBe(messages[0].Id());
        messages[1].Id().ShouldStartWith("sevt_01");
        messages[1].Text().ShouldBe(messages[0].Text());
    }

    [Fact]
    public async Task An_input_comes_first_as_it_was_queued()
    {
        var (struck, whole, fault) = await TurnAsync(static faults => faults.OnEvents().ShowQueued());

        struck[0].Event.ShouldBe("user.message");
        JsonNode.Parse(struck[0].Data)!["processed_at"].ShouldBeNull();
        struck.Skip(1).ShouldBe(whole);
        fault.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_event_comes_before_an_event()
    {
        var (struck, whole, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").InsertUnknown("agent.dreaming"));

        var place = struck.FindIndex(static frame => frame.Event == "agent.dreaming");
        var unknown = JsonNode.Parse(struck[place].Data)!.AsObject();
        unknown.Type().ShouldBe("agent.dreaming");
        unknown.Id().ShouldStartWith("sevt_01");
        struck[place + 1].Event.ShouldBe("agent.message");
        struck.Where((_, index) => index != place).ShouldBe(whole);
    }

    [Fact]
    public async Task An_event_gets_an_unknown_field()
    {
        var (struck, _, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").AddField("mood", new JsonObject { ["is"] = "good" }));

        JsonNode.Parse(struck.Single(static frame => frame.Event == "agent.message").Data)!["mood"]!["is"]!.GetValue<string>().ShouldBe("good");
    }

    [Fact]
    public async Task An_event_is_broken_JSON_in_a_whole_frame()
    {
        var (struck, whole, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").Malform());

        Types(struck).ShouldBe(Types(whole));
        var broken = struck.Single(static frame => frame.Event == "agent.message").Data;
        Should.Throw<JsonException>(() => JsonNode.Parse(broken));
        whole.Single(static frame => frame.Event == "agent.message").Data.ShouldStartWith(broken);
    }

    [Fact]
    public async Task An_event_has_an_empty_id()
    {
        var (struck, _, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").BlankId());

        JsonNode.Parse(struck.Single(static frame => frame.Event == "agent.message").Data)!.AsObject().Id().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_is_missing_on_the_stream_but_not_in_the_history()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnEvents("agent.message").Drop();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");

        (await stream.UntilIdleAsync()).Types().ShouldNotContain("agent.message");
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Types().ShouldContain("agent.message");
    }

    [Fact]
    public async Task A_stop_reason_can_be_one_that_nobody_knows()
    {
        var (struck, whole, fault) = await TurnAsync(static faults => faults.OnEvents().ChangeStopReason("tired"));

        Types(struck).ShouldBe(Types(whole));
        JsonNode.Parse(struck[^1].Data)!.AsObject().StopReason().ShouldBe("tired");
        fault.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task Which_events_are_struck_depends_on_the_seed_only()
    {
        var first = await StruckAsync(seed: 7);

        first.Count.ShouldBeInRange(1, 39);
        (await StruckAsync(seed: 7)).ShouldBe(first);
        (await StruckAsync(seed: 8)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Several_faults_add_up()
    {
        var (struck, whole, _) = await TurnAsync(static faults =>
        {
            faults.OnEvents("agent.message").AddField("mood");
            return faults.OnEvents("agent.message").Duplicate();
        });

        struck.Count.ShouldBe(whole.Count + 1);
        struck.Where(static frame => frame.Event == "agent.message").ShouldAllBe(static frame => frame.Data.Contains("\"mood\":null", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Types(IEnumerable<(string Event, string Data)> frames) => frames.Select(static frame => frame.Event);

    // The same turn on two streams, one opened before the fault was set up and one after.
    private static async Task<(List<(string Event, string Data)> Struck, List<(string Event, string Data)> Whole, Fault Fault)> TurnAsync(Func<EmulatorFaults, Fault> fault)
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var before = await api.StreamAsync(session);
        var made = fault(api.Emulator.Faults);
        var after = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        return (await FramesAsync(after), await FramesAsync(before), made);
    }

    private static async Task<List<(string Event, string Data)>> FramesAsync(SseReader stream)
    {
        List<(string Event, string Data)> frames = [];
        while (await stream.ReadFrameAsync() is { } frame)
        {
            frames.Add(frame);
            if (frame.Event == "session.status_idle")
            {
                return frames;
            }
        }

        throw new InvalidOperationException("The stream ended before the session was idle.");
    }

    private static async Task<List<int>> StruckAsync(int seed)
    {
        await using var api = await TestApi.StartAsync();
        var script = api.Emulator.OnUserMessage("count");
        for (var i = 0; i < 40; i++)
        {
            script.Reply("next");
        }

        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnEvents("agent.message").Rate(0.3).Seed(seed).AddField("struck");
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "count");
        var messages = (await FramesAsync(stream)).Where(static frame => frame.Event == "agent.message").ToList();
        return [.. Enumerable.Range(0, messages.Count).Where(index => messages[index].Data.Contains("\"struck\"", StringComparison.Ordinal))];
    }
}
