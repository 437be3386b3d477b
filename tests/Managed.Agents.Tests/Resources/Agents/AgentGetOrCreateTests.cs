using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents;

/// <summary>The agent with a key.</summary>
public sealed class AgentGetOrCreateTests : EmulatorTest
{
    private static readonly AgentCreateRequest Request = new() { Name = "support", Model = "claude-sonnet-5-5", Metadata = new() { ["team"] = "a" } };

    [Fact]
    public async Task The_agent_is_created_on_the_first_call_and_found_on_the_next()
    {
        await CreateAgentAsync();

        var first = await Client.Agents.GetOrCreateAsync("support", Request);
        var second = await Client.Agents.GetOrCreateAsync("support", Request with { Name = "ignored" });

        (first.WasCreated, second.WasCreated).ShouldBe((true, false));
        second.Value.ShouldBe(first.Value);
        first.Value.Metadata[AgentKey.MetadataKey].ShouldBe("support");
        first.Value.Metadata["team"].ShouldBe("a");
        first.Duplicates.ShouldBeEmpty();
        second.Duplicates.ShouldBeEmpty();
        Emulator.Requests.Skip(1).Select(static request => request.Operation).ShouldBe(["agents.list", "agents.create", "agents.list", "agents.list"]);
    }

    [Fact]
    public async Task Keys_are_case_sensitive_and_archived_agents_are_ignored()
    {
        var first = (await Client.Agents.GetOrCreateAsync("support", Request)).Value;
        (await Client.Agents.GetOrCreateAsync("Support", Request)).WasCreated.ShouldBeTrue();
        await Client.Agents.ArchiveAsync(first.Id);

        var second = await Client.Agents.GetOrCreateAsync("support", Request);

        second.WasCreated.ShouldBeTrue();
        second.Value.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task The_oldest_of_several_is_found_on_any_page_and_the_others_are_reported()
    {
        var keyed = Request with { Metadata = new() { [AgentKey.MetadataKey] = "support" } };
        var oldest = await Client.Agents.CreateAsync(keyed);
        var second = await Client.Agents.CreateAsync(keyed);
        Clock.Advance(TimeSpan.FromHours(1));
        var third = await Client.Agents.CreateAsync(keyed);
        for (var i = 0; i < 100; i++)
        {
            await CreateAgentAsync();
        }

        var result = await Client.Agents.GetOrCreateAsync("support", Request);

        (result.Value, result.WasCreated).ShouldBe((oldest, false));
        result.Duplicates.ShouldBe([second, third], "they are not archived: something may use them");
        (await Client.Agents.GetAsync(second.Id)).ArchivedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_lost_response_does_not_create_a_second_agent()
    {
        var clock = new TestTimeProvider();
        using var client = Clients.To(Emulator.BaseAddress, options => options.ApiKey = Emulator.ApiKey, clock);
        Emulator.Faults.OnRequests("agents.create").Once().DropResponse();

        var creating = client.Agents.GetOrCreateAsync("support", Request);
        await clock.AdvanceUntilAsync(creating, TimeSpan.FromSeconds(10));

        var result = await creating;
        result.WasCreated.ShouldBeTrue();
        (await AllAsync(Client.Agents.ListAsync())).ShouldHaveSingleItem().Id.ShouldBe(result.Value.Id);
    }

    [Fact]
    public async Task An_unknown_outcome_is_thrown_and_the_next_call_continues()
    {
        Emulator.Faults.OnRequests("agents.create").Times(2).Fail(500);
        var once = new OnceOptions { SettleDelay = TimeSpan.Zero, MaxRetryAttempts = 1 };

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Client.Agents.GetOrCreateAsync("support", Request, once));

        error.MayHaveTakenEffect.ShouldBeTrue();
        (await Client.Agents.GetOrCreateAsync("support", Request, once)).WasCreated.ShouldBeTrue();
    }

    [Fact]
    public async Task A_rejection_after_an_ambiguous_attempt_may_have_taken_effect()
    {
        Emulator.Faults.OnRequests("agents.create").Once().Fail(500);
        Emulator.Faults.OnRequests("agents.create").Once().Fail(400);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Client.Agents.GetOrCreateAsync("support", Request, new OnceOptions { SettleDelay = TimeSpan.Zero }));

        (error.StatusCode, error.MayHaveTakenEffect).ShouldBe((HttpStatusCode.BadRequest, true));
    }

    [Fact]
    public async Task A_rejection_is_thrown()
    {
        Emulator.Faults.OnRequests("agents.create").Once().Fail(400);
        (await Should.ThrowAsync<ManagedAgentsApiException>(() => Client.Agents.GetOrCreateAsync("support", Request))).MayHaveTakenEffect.ShouldBeFalse();
    }

    [Fact]
    public void Invalid_keys_are_rejected_before_a_request_is_sent()
    {
        Should.Throw<ArgumentException>(() => { _ = Client.Agents.GetOrCreateAsync("", Request); });
        Should.Throw<ArgumentException>(() => { _ = Client.Agents.GetOrCreateAsync(new string('k', 513), Request); }).Message.ShouldContain("513");
        Should.Throw<ArgumentNullException>(() => { _ = Client.Agents.GetOrCreateAsync("k", null!); }).ParamName.ShouldBe("request");
        Should.Throw<ArgumentException>(() => { _ = Client.Agents.GetOrCreateAsync("k", Request with { Metadata = new() { [AgentKey.MetadataKey] = "x" } }); }).Message.ShouldContain(AgentKey.MetadataKey);
        Emulator.Requests.ShouldBeEmpty();
    }
}
