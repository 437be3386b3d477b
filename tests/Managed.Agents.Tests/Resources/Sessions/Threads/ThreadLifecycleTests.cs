using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Threads;

public sealed class ThreadLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_thread_is_created_by_delegation_read_followed_and_archived()
    {
        var session = await CreateTeamSessionAsync();
        Emulator.OnUserMessage("go").Delegate("writer", "Write it.", static work => work.Reply("It is written.")).Reply("Done.");

        var events = await TurnAsync(session.Id, "go");

        var created = events.OfType<SessionThreadCreatedEvent>().ShouldHaveSingleItem();
        created.AgentName.ShouldBe("writer");
        var threadId = created.SessionThreadId.ShouldNotBeNull();
        events.OfType<AgentThreadMessageReceivedEvent>().ShouldHaveSingleItem().FromSessionThreadId.ShouldBe(threadId);

        var threads = await AllAsync(Client.Sessions.Threads.ListAsync(session.Id));
        var child = threads.Single(thread => thread.Id == threadId);
        var primary = threads.Single(thread => thread.Id != threadId);
        primary.ParentThreadId.ShouldBeNull();
        child.ParentThreadId.ShouldBe(primary.Id);
        child.Agent.ShouldBeOfType<SessionAgent>().Name.ShouldBe("writer");
        child.Status.ShouldBe(SessionStatus.Idle);
        (await Client.Sessions.Threads.GetAsync(session.Id, threadId)).ShouldBe(child);
        (await AllAsync(Client.Sessions.Threads.ListAsync(session.Id, new() { Statuses = [SessionStatus.Running] }))).ShouldBeEmpty();

        // The child's own message is in its own history, and not in the session's condensed view.
        (await AllAsync(Client.Sessions.Threads.Events.ListAsync(session.Id, threadId))).OfType<AgentMessageEvent>().ShouldHaveSingleItem().Text.ShouldBe("It is written.");
        events.OfType<AgentMessageEvent>().ShouldHaveSingleItem().Text.ShouldBe("Done.");

        await using var stream = await Client.Sessions.Threads.Events.StreamAsync(session.Id, threadId);
        var archived = await Client.Sessions.Threads.ArchiveAsync(session.Id, threadId);
        archived.ArchivedAt.ShouldNotBeNull();
        (await AllAsync(stream))[^1].ShouldBeOfType<SessionThreadStatusTerminatedEvent>();
    }

    [Fact]
    public async Task The_primary_thread_cannot_be_archived()
    {
        var session = await CreateTeamSessionAsync();
        var primary = (await AllAsync(Client.Sessions.Threads.ListAsync(session.Id))).ShouldHaveSingleItem();

        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Sessions.Threads.ArchiveAsync(session.Id, primary.Id));
    }

    [Fact]
    public async Task A_thread_that_does_not_exist_is_not_found()
    {
        var session = await CreateTeamSessionAsync();

        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.Threads.GetAsync(session.Id, "sthr_01nobody"));
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.Threads.ArchiveAsync(session.Id, "sthr_01nobody"));
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.Threads.Events.StreamAsync(session.Id, "sthr_01nobody"));
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => AllAsync(Client.Sessions.Threads.Events.ListAsync(session.Id, "sthr_01nobody")));
    }

    [Fact]
    public async Task An_archived_thread_cannot_be_interrupted()
    {
        var session = await CreateTeamSessionAsync();
        Emulator.OnUserMessage("go").Delegate("writer", "Write it.", static work => work.Reply("It is written.")).Reply("Done.");
        var threadId = (await TurnAsync(session.Id, "go")).OfType<SessionThreadCreatedEvent>().Single().SessionThreadId!;
        await Client.Sessions.Threads.ArchiveAsync(session.Id, threadId);

        await FailsAsync(
            HttpStatusCode.BadRequest,
            ApiErrorType.InvalidRequest,
            () => Client.Sessions.Events.SendAsync(session.Id, new UserInterrupt { SessionThreadId = threadId }));
    }

    private async Task<Session> CreateTeamSessionAsync()
    {
        var writer = await Client.Agents.CreateAsync(new() { Name = "writer", Model = "claude-haiku-5-5", Tools = [new AgentToolset()] });
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
