using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults that affect message previews.</summary>
public sealed class PreviewFaultTests
{
    private const string Text = "A text that is long enough for several deltas, one after the other.";

    [Fact]
    public async Task Deltas_stop_early_and_the_message_is_complete()
    {
        await using var api = await StartAsync();
        api.Emulator.Faults.OnPreviews().AfterDeltas(2).Once().Stop();

        var first = await TurnAsync(api);
        var second = await TurnAsync(api);

        first.Types().Count(static type => type == "event_delta").ShouldBe(2);
        first.Only("agent.message").Text().ShouldBe(Text);
        second.Types().Count(static type => type == "event_delta").ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task An_abandoned_message_is_never_sent_or_stored()
    {
        await using var api = await StartAsync();
        api.Emulator.Faults.OnPreviews().AfterDeltas(1).Once().Abandon();

        var (session, events) = await TurnOfAsync(api);

        events.Types().Where(static type => type is "event_start" or "event_delta" or "agent.message").ShouldBe(["event_start", "event_delta"]);
        events.Only("span.model_request_end")["is_error"]!.GetValue<bool>().ShouldBeTrue();
        events[^1].StopReason().ShouldBe("end_turn");
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Types().ShouldNotContain("agent.message");
    }

    [Fact]
    public async Task The_number_of_deltas_is_drawn_for_each_message_from_the_seed()
    {
        var first = await CountsAsync(seed: 3);

        first.ShouldAllBe(static count => count >= 0 && count <= 4);
        first.Distinct().Count().ShouldBeGreaterThan(1);
        (await CountsAsync(seed: 3)).ShouldBe(first);
    }

    [Fact]
    public async Task A_fault_applies_to_a_message_sent_in_pieces()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnAnyUserMessage().Reply(Text, duration: TimeSpan.FromMilliseconds(1));
        api.Emulator.Faults.OnPreviews().Abandon();

        var (_, events) = await TurnOfAsync(api);

        events.Types().ShouldContain("event_start");
        events.Types().ShouldNotContain("event_delta");
        events.Types().ShouldNotContain("agent.message");
    }

    [Fact]
    public async Task An_invalid_number_of_deltas_is_refused()
    {
        await using var api = await TestApi.StartAsync();

        Should.Throw<ArgumentOutOfRangeException>(() => api.Emulator.Faults.OnPreviews().AfterDeltas(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => api.Emulator.Faults.OnPreviews().AfterDeltas(2, 1));
    }

    private static async Task<TestApi> StartAsync()
    {
        var api = await TestApi.StartAsync();
        api.Emulator.OnAnyUserMessage().Reply(Text);
        return api;
    }

    private static async Task<List<JsonObject>> TurnAsync(TestApi api) => (await TurnOfAsync(api)).Events;

    private static async Task<(string Session, List<JsonObject> Events)> TurnOfAsync(TestApi api)
    {
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session, "?event_deltas[]=agent.message");
        await api.SayAsync(session, "Hello");
        return (session, await stream.UntilIdleAsync());
    }

    private static async Task<List<int>> CountsAsync(int seed)
    {
        await using var api = await StartAsync();
        api.Emulator.Faults.OnPreviews().AfterDeltas(0, 4).Seed(seed).Stop();
        List<int> counts = [];
        for (var i = 0; i < 6; i++)
        {
            counts.Add((await TurnAsync(api)).Types().Count(static type => type == "event_delta"));
        }

        return counts;
    }
}
