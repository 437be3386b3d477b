using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions;

public sealed class SessionLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_session_is_created_updated_listed_archived_and_deleted()
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        var created = await Client.Sessions.CreateAsync(new()
        {
            Agent = agent.Id,
            EnvironmentId = environment.Id,
            Title = "first",
            Metadata = new Dictionary<string, string> { ["channel"] = "C1", ["thread"] = "T1" },
            Budget = new BudgetLimit { MaxListCost = new MonetaryAmount { Amount = "500", Currency = Currency.Usd } },
        });
        created.Status.ShouldBe(SessionStatus.Idle);
        created.Agent.Id.ShouldBe(agent.Id);
        created.Agent.Version.ShouldBe(1);
        created.Budget.ShouldNotBeNull().MaxListCost.Amount.ShouldBe("500");
        created.AdditionalFields.ShouldBeEmpty();

        var changed = await Client.Sessions.UpdateAsync(created.Id, new() { Title = "second", Metadata = new Dictionary<string, string?> { ["channel"] = null } });
        changed.Title.ShouldBe("second");
        changed.Metadata.ShouldBe(new Dictionary<string, string> { ["thread"] = "T1" });
        (await Client.Sessions.GetAsync(created.Id)).ShouldBe(changed);

        (await AllAsync(Client.Sessions.ListAsync(new() { AgentId = agent.Id, Statuses = [SessionStatus.Idle] }))).ShouldBe([changed]);
        (await AllAsync(Client.Sessions.ListAsync(new() { Statuses = [SessionStatus.Running] }))).ShouldBeEmpty();

        var archived = await Client.Sessions.ArchiveAsync(created.Id);
        archived.Status.ShouldBe(SessionStatus.Terminated);
        archived.ArchivedAt.ShouldNotBeNull();

        (await Client.Sessions.DeleteAsync(created.Id)).Id.ShouldBe(created.Id);
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.GetAsync(created.Id));
    }

    [Fact]
    public async Task A_session_pins_the_version_of_its_agent()
    {
        var agent = await CreateAgentAsync();
        await Client.Agents.UpdateAsync(agent.Id, new() { System = "new" });
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });

        var newest = await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        var pinned = await Client.Sessions.CreateAsync(new() { Agent = new AgentReference { Id = agent.Id, Version = 1 }, EnvironmentId = environment.Id });
        var overridden = await Client.Sessions.CreateAsync(new()
        {
            Agent = new SessionAgentWithOverrides { Id = agent.Id, System = null, Model = "claude-haiku-5-5" },
            EnvironmentId = environment.Id,
        });

        newest.Agent.System.ShouldBe("new");
        pinned.Agent.Version.ShouldBe(1);
        pinned.Agent.System.ShouldBeNull();
        overridden.Agent.System.ShouldBeNull();
        overridden.Agent.Model.Id.ShouldBe("claude-haiku-5-5");
        overridden.Agent.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Initial_events_start_the_session_immediately()
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        Emulator.OnUserMessage("work").Delay(TimeSpan.FromHours(1)).Reply("done");

        var session = await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, InitialEvents = ["work"] });

        session.Status.ShouldBe(SessionStatus.Running);
        (await AllAsync(Client.Sessions.Events.ListAsync(session.Id, new() { Types = [new("user.message")] }))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_running_session_cannot_be_archived_or_deleted()
    {
        var session = await CreateSessionAsync();
        Emulator.OnUserMessage("work").Delay(TimeSpan.FromHours(1)).Reply("done");
        await using var stream = await Client.Sessions.Events.StreamAsync(session.Id);
        await Client.Sessions.Events.SendAsync(session.Id, "work");
        await foreach (var received in stream)
        {
            if (received is SessionStatusRunningEvent)
            {
                break;
            }
        }

        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Sessions.ArchiveAsync(session.Id));
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Sessions.DeleteAsync(session.Id));
    }

    [Fact]
    public async Task Sessions_are_paged_in_both_directions()
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        for (var i = 0; i < 5; i++)
        {
            await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        }

        var pages = await AllAsync(Client.Sessions.ListAsync().AsPages(pageSize: 2));
        pages.Select(page => page.Items.Count).ShouldBe([2, 2, 1]);
        var back = pages[^1].PreviousCursor.ShouldNotBeNull();
        var before = (await AllAsync(Client.Sessions.ListAsync().AsPages(back, pageSize: 2)))[0];
        before.Items.ShouldBe(pages[1].Items);
    }

    [Fact]
    public async Task A_cursor_is_rejected_with_a_different_order()
    {
        await CreateSessionAsync();
        await CreateSessionAsync();
        var first = (await AllAsync(Client.Sessions.ListAsync().AsPages(pageSize: 1)))[0];

        await FailsAsync(
            HttpStatusCode.BadRequest,
            ApiErrorType.InvalidRequest,
            () => AllAsync(Client.Sessions.ListAsync(new() { Order = SortOrder.Ascending }).AsPages(first.NextCursor, pageSize: 1)));
    }
}
