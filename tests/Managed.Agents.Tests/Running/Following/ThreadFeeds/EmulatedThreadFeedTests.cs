using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following.ThreadFeeds;

/// <summary>A feed with the threads of a session of several agents, live.</summary>
public sealed class EmulatedThreadFeedTests : EmulatorTest
{
    [Fact]
    public async Task The_events_of_a_thread_arrive_while_the_session_waits_for_it()
    {
        var gate = new TaskCompletionSource();
        Emulator.OnUserMessage("go").Delegate("writer", "Write it.", work => work.Reply("First.").WaitFor(token => gate.Task.WaitAsync(token)).Reply("Second.")).Reply("Done.");
        var session = await CreateTeamSessionAsync();
        var received = new List<SessionEvent>();
        await using var events = Follow(session.Id).GetAsyncEnumerator();
        await Client.Sessions.Events.SendAsync(session.Id, "go");

        await ReadUntilAsync(events, received, static one => one is AgentMessageEvent { Text: "First." });
        received.OfType<SessionStatusIdleEvent>().ShouldBeEmpty();
        gate.SetResult();
        await ReadUntilAsync(events, received, static one => one is SessionStatusIdleEvent);
        await Client.Sessions.WaitUntilIdleAsync(session.Id);
        await Client.Sessions.ArchiveAsync(session.Id);
        await ReadUntilAsync(events, received, static one => one is SessionStatusTerminatedEvent);

        (await events.MoveNextAsync().Guarded()).ShouldBeFalse();
        await ShouldBeCompleteAsync(session.Id, received);
        received.OfType<AgentMessageEvent>().Select(static one => one.Text).ShouldBe(["First.", "Second.", "Done."]);
    }

    [Fact]
    public async Task A_call_of_a_thread_and_its_answer_are_delivered_once()
    {
        Emulator.OnUserMessage("go").Delegate("writer", "Look.", static work => work.CallCustomTool("look").Reply(static turn => turn.LastResultText)).Reply("Done.");
        var session = await CreateTeamSessionAsync();
        var received = new List<SessionEvent>();
        var feed = Follow(session.Id);
        await using var events = feed.GetAsyncEnumerator();
        await Client.Sessions.Events.SendAsync(session.Id, "go");
        await ReadUntilAsync(events, received, static one => one is SessionStatusIdleEvent);
        var call = received.OfType<AgentCustomToolUseEvent>().ShouldHaveSingleItem();
        await Client.Sessions.Events.SendAsync(session.Id, new UserCustomToolResult { CustomToolUseId = call.Id, Content = ["seen"] });
        await ReadUntilAsync(events, received, static one => one is SessionStatusIdleEvent { StopReason: EndTurn });
        await Client.Sessions.WaitUntilIdleAsync(session.Id);
        await Client.Sessions.ArchiveAsync(session.Id);
        await ReadUntilAsync(events, received, static one => one is SessionStatusTerminatedEvent);

        received.OfType<UserCustomToolResultEvent>().ShouldHaveSingleItem();
        await ShouldBeCompleteAsync(session.Id, received);
    }

    [Fact]
    public async Task A_feed_can_be_continued_after_every_event()
    {
        Emulator.OnUserMessage("go").DelegateAll(static tasks => tasks
            .To("writer", "a", static work => work.UseTool("bash", """{"command":"ls"}""").Reply("A"))
            .To("writer", "b", static work => work.Reply("B"))).Reply("Done.");
        var session = await CreateTeamSessionAsync();
        await TurnAsync(session.Id, "go");
        await SettledAsync(session.Id);
        await Client.Sessions.ArchiveAsync(session.Id);
        var received = new List<SessionEvent>();
        SessionPosition? position = null;
        while (received is not [.., SessionStatusTerminatedEvent])
        {
            var feed = Follow(session.Id, position);
            await using var events = feed.GetAsyncEnumerator();
            (await events.MoveNextAsync().Guarded()).ShouldBeTrue();
            received.Add(events.Current);
            var next = events.MoveNextAsync().AsTask();
            position = SessionPosition.Parse(feed.Position.ToString());
            received.Count.ShouldBeLessThan(100);
            await events.DisposeAsync();
            await Task.WhenAny(next);
        }

        await ShouldBeCompleteAsync(session.Id, received);
    }

    private static async Task ReadUntilAsync(IAsyncEnumerator<SessionEvent> events, List<SessionEvent> received, Func<SessionEvent, bool> isLast)
    {
        do
        {
            (await events.MoveNextAsync().Guarded()).ShouldBeTrue();
            received.Add(events.Current);
        }
        while (!isLast(events.Current));
    }

    private SessionEventFeed Follow(string sessionId, SessionPosition? from = null) =>
        Client.Sessions.Events.FollowAsync(sessionId, new() { From = from, IncludeThreads = new(), HistoryDelay = TimeSpan.Zero });

    /// <summary>Verifies that each event of the session and of its threads was received once.</summary>
    private async Task ShouldBeCompleteAsync(string sessionId, List<SessionEvent> received)
    {
        var stored = await AllAsync(Client.Sessions.Events.ListAsync(sessionId));
        foreach (var threadId in stored.OfType<SessionThreadCreatedEvent>().Select(static created => created.SessionThreadId!).ToList())
        {
            stored.AddRange(await AllAsync(Client.Sessions.Threads.Events.ListAsync(sessionId, threadId)));
        }

        received.Where(static one => one.ProcessedAt is not null).Select(EventIdentity.KeyOf).Order().ShouldBe(stored.Select(EventIdentity.KeyOf).Distinct().Order());
    }

    private async Task<Session> CreateTeamSessionAsync()
    {
        var writer = await Client.Agents.CreateAsync(new() { Name = "writer", Model = "claude-haiku-5-5", Tools = [new AgentToolset(), new CustomTool { Name = "look", Description = "Looks.", InputSchema = System.Text.Json.JsonElement.Parse("""{"type":"object"}""") }] });
        var lead = await Client.Agents.CreateAsync(new()
        {
            Name = "lead",
            Model = "claude-opus-5-5",
            Tools = [new AgentToolset()],
            Multiagent = new MultiagentCoordinator { Agents = [new AgentReference { Id = writer.Id }] },
        });
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        return await Client.Sessions.CreateAsync(new() { Agent = lead.Id, EnvironmentId = environment.Id });
    }
}
