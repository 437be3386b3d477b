using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents;

/// <summary>Several callers look for the agent with the same key at the same time.</summary>
public sealed class AgentKeyRaceTests : EmulatorTest
{
    private static readonly AgentCreateRequest Request = new() { Name = "support", Model = "claude-sonnet-5-5" };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_younger_agent_is_archived_by_its_creator(int secondsLater)
    {
        // Both callers find nothing. Then one creates its agent and looks again, then the other.
        using var slow = new PausedAgents(Client.Agents);
        var creating = slow.GetOrCreateAsync("support", Request);
        await slow.Listed.Guarded();
        var fast = await Client.Agents.GetOrCreateAsync("support", Request);
        Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        slow.Continue();

        var result = await creating.Guarded();

        (fast.WasCreated, result.WasCreated).ShouldBe((true, false));
        result.Value.ShouldBe(fast.Value);
        result.Duplicates.ShouldBeEmpty();
        (await AllAsync(Client.Agents.ListAsync())).ShouldHaveSingleItem().Id.ShouldBe(fast.Value.Id);
        (await AllAsync(Client.Agents.ListAsync(new() { IncludeArchived = true }))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_younger_agent_of_another_caller_is_reported_and_not_archived()
    {
        using var slow = new PausedAgents(Client.Agents) { PausesAfterCreate = true };
        var creating = slow.GetOrCreateAsync("support", Request);
        await slow.Listed.Guarded();
        Clock.Advance(TimeSpan.FromSeconds(1));
        var younger = await Client.Agents.CreateAsync(Request with { Metadata = new() { [AgentKey.MetadataKey] = "support" } });
        slow.Continue();

        var result = await creating.Guarded();

        result.WasCreated.ShouldBeTrue();
        result.Duplicates.ShouldBe([younger]);
        (await Client.Agents.GetAsync(younger.Id)).ArchivedAt.ShouldBeNull();
    }

    [Fact]
    public async Task An_agent_that_cannot_be_archived_is_reported()
    {
        using var slow = new PausedAgents(Client.Agents);
        var creating = slow.GetOrCreateAsync("support", Request);
        await slow.Listed.Guarded();
        var fast = await Client.Agents.GetOrCreateAsync("support", Request);
        Emulator.Faults.OnRequests("agents.archive").Once().Fail(400);
        slow.Continue();

        var result = await creating.Guarded();

        (result.Value, result.WasCreated).ShouldBe((fast.Value, false));
        result.Duplicates.ShouldHaveSingleItem().Id.ShouldNotBe(fast.Value.Id);
    }

    [Fact]
    public async Task A_list_that_does_not_show_the_new_agent_yet_does_not_matter()
    {
        using var server = MockServer.Start(
            Responses.Json(Lists.Empty),
            Responses.Json("""{"type":"agent","id":"agent_1","name":"support","version":1,"created_at":"2026-11-20T12:00:00Z"}"""),
            Responses.Json(Lists.Empty));
        using var client = Clients.To(server);

        var result = await client.Agents.GetOrCreateAsync("support", Request).Guarded();

        (result.Value.Id, result.WasCreated).ShouldBe(("agent_1", true));
    }

    [Fact]
    public async Task Many_callers_get_the_same_agent()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Client.Agents.GetOrCreateAsync("support", Request)))).Guarded();

        results.Select(static result => result.Value.Id).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        results.Count(static result => result.WasCreated).ShouldBe(1);
        (await AllAsync(Client.Agents.ListAsync())).ShouldHaveSingleItem().Id.ShouldBe(results[0].Value.Id);
    }

    /// <summary>A client that waits before or after its create.</summary>
    private sealed class PausedAgents(AgentsClient inner) : AgentsClient, IDisposable
    {
        private readonly TaskCompletionSource _listed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _continued = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool PausesAfterCreate { get; init; }

        public Task Listed => _listed.Task;

        public void Continue() => _continued.TrySetResult();

        public void Dispose() => Continue();

        public override async Task<Agent> CreateAsync(AgentCreateRequest request, CancellationToken cancellationToken = default)
        {
            var created = PausesAfterCreate ? await inner.CreateAsync(request, cancellationToken) : null;
            _listed.TrySetResult();
            await _continued.Task.WaitAsync(cancellationToken);
            return created ?? await inner.CreateAsync(request, cancellationToken);
        }

        public override AsyncPageable<Agent> ListAsync(AgentListOptions? options = null, CancellationToken cancellationToken = default) => inner.ListAsync(options, cancellationToken);

        public override Task<Agent> ArchiveAsync(string agentId, CancellationToken cancellationToken = default) => inner.ArchiveAsync(agentId, cancellationToken);
    }
}
