using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults that affect single events on streams.</summary>
public sealed class EventFaultTests
{
    [Fact]
    public async Task An_event_is_sent_twice_with_the_same_id()
    {
        var (affected, complete, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").Duplicate());

        Types(affected).ShouldBe([.. Types(complete).SelectMany(static type => type == "agent.message" ? new[] { type, type } : [type])]);
        affected.Where(static frame => frame.Event == "agent.message").Select(static frame => frame.Data).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_event_is_sent_again_with_a_new_id()
    {
        var (affected, complete, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").DuplicateWithNewId());

        var messages = affected.Where(static frame => frame.Event == "agent.message").Select(static frame => JsonNode.Parse(frame.Data)!.AsObject()).ToList();
        messages.Count.ShouldBe(2);
        messages[0].Id().ShouldBe(JsonNode.Parse(complete.Single(static frame => frame.Event == "agent.message").Data)!.AsObject().Id());
        messages[1].Id().ShouldNotBe(messages[0].Id());
        messages[1].Id().ShouldStartWith("sevt_01");
        messages[1].Text().ShouldBe(messages[0].Text());
    }

    [Fact]
    public async Task An_input_is_sent_first_as_queued()
    {
        var (affected, complete, fault) = await TurnAsync(static faults => faults.OnEvents().ShowQueued());

        affected[0].Event.ShouldBe("user.message");
        JsonNode.Parse(affected[0].Data)!["processed_at"].ShouldBeNull();
        affected.Skip(1).ShouldBe(complete);
        fault.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_event_is_inserted_before_an_event()
    {
        var (affected, complete, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").InsertUnknown("agent.dreaming"));

        var place = affected.FindIndex(static frame => frame.Event == "agent.dreaming");
        var unknown = JsonNode.Parse(affected[place].Data)!.AsObject();
        unknown.Type().ShouldBe("agent.dreaming");
        unknown.Id().ShouldStartWith("sevt_01");
        affected[place + 1].Event.ShouldBe("agent.message");
        affected.Where((_, index) => index != place).ShouldBe(complete);
    }

    [Fact]
    public async Task An_unknown_field_is_added_to_an_event()
    {
        var (affected, _, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").AddField("mood", new JsonObject { ["is"] = "good" }));

        JsonNode.Parse(affected.Single(static frame => frame.Event == "agent.message").Data)!["mood"]!["is"]!.GetValue<string>().ShouldBe("good");
    }

    [Fact]
    public async Task An_event_has_invalid_JSON_in_a_complete_frame()
    {
        var (affected, complete, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").CorruptJson());

        Types(affected).ShouldBe(Types(complete));
        var broken = affected.Single(static frame => frame.Event == "agent.message").Data;
        Should.Throw<JsonException>(() => JsonNode.Parse(broken));
        complete.Single(static frame => frame.Event == "agent.message").Data.ShouldStartWith(broken);
    }

    [Fact]
    public async Task An_event_has_an_empty_id()
    {
        var (affected, _, _) = await TurnAsync(static faults => faults.OnEvents("agent.message").ClearId());

        JsonNode.Parse(affected.Single(static frame => frame.Event == "agent.message").Data)!.AsObject().Id().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_is_dropped_on_the_stream_but_not_in_the_history()
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
    public async Task A_stop_reason_can_be_unknown()
    {
        var (affected, complete, fault) = await TurnAsync(static faults => faults.OnEvents().ChangeStopReason("tired"));

        Types(affected).ShouldBe(Types(complete));
        JsonNode.Parse(affected[^1].Data)!.AsObject().StopReason().ShouldBe("tired");
        fault.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task The_affected_events_depend_on_the_seed_only()
    {
        var first = await AffectedAsync(seed: 7);

        first.Count.ShouldBeInRange(1, 39);
        (await AffectedAsync(seed: 7)).ShouldBe(first);
        (await AffectedAsync(seed: 8)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Several_faults_apply_together()
    {
        var (affected, complete, _) = await TurnAsync(static faults =>
        {
            faults.OnEvents("agent.message").AddField("mood");
            return faults.OnEvents("agent.message").Duplicate();
        });

        affected.Count.ShouldBe(complete.Count + 1);
        affected.Where(static frame => frame.Event == "agent.message").ShouldAllBe(static frame => frame.Data.Contains("\"mood\":null", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Types(IEnumerable<(string Event, string Data)> frames) => frames.Select(static frame => frame.Event);

    // The same turn on two streams: one opened before the fault was added, one after.
    private static async Task<(List<(string Event, string Data)> Affected, List<(string Event, string Data)> Complete, Fault Fault)> TurnAsync(Func<EmulatorFaults, Fault> fault)
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

    private static async Task<List<int>> AffectedAsync(int seed)
    {
        await using var api = await TestApi.StartAsync();
        var script = api.Emulator.OnUserMessage("count");
        for (var i = 0; i < 40; i++)
        {
            script.Reply("next");
        }

        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnEvents("agent.message").Rate(0.3).Seed(seed).AddField("marked");
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "count");
        var messages = (await FramesAsync(stream)).Where(static frame => frame.Event == "agent.message").ToList();
        return [.. Enumerable.Range(0, messages.Count).Where(index => messages[index].Data.Contains("\"marked\"", StringComparison.Ordinal))];
    }
}
