using Managed.Agents.Webhooks;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The webhooks that the emulator sends, and their endpoints.</summary>
public sealed class WebhookDeliveryTests : WebhookDeliveryTestBase
{
    [Fact]
    public async Task A_turn_sends_signed_webhooks_when_it_starts_and_ends()
    {
        await using var listener = await WebhookListener.StartAsync();
        var session = await SessionAsync();
        var endpoint = Emulator.Webhooks.AddEndpoint(listener.Address);

        await TurnAsync(session, "hello");

        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.Types.Order().ShouldBe(["session.status_idled", "session.status_run_started"]);
        foreach (var received in listener.All)
        {
            var delivery = received.Unwrap(endpoint.SigningKey, Clock);
            delivery.Id.ShouldStartWith("whe_01");
            delivery.CreatedAt.ShouldBe(Clock.GetUtcNow());
            delivery.AdditionalFields.ShouldBeEmpty();
            delivery.Event.ShouldNotBeOfType<UnknownWebhook>();
            delivery.Event.AdditionalFields.ShouldBeEmpty();
            delivery.Event.Id.ShouldBe(session);
            delivery.Event.OrganizationId.ShouldStartWith("org_01");
            delivery.Event.WorkspaceId.ShouldNotBeNull().ShouldStartWith("wrkspc_01");
            received.Json["id"]!.GetValue<string>().ShouldBe(received.Headers.Id);
        }

        Emulator.Webhooks.Attempts.Select(static attempt => (attempt.Number, attempt.Status)).ShouldBe([(1, 200), (1, 200)]);
    }

    [Fact]
    public async Task Changes_of_every_resource_kind_send_webhooks()
    {
        await using var listener = await WebhookListener.StartAsync();
        var endpoint = Emulator.Webhooks.AddEndpoint(listener.Address);

        var agent = await Client.Agents.CreateAsync(new() { Name = "a", Model = "claude-sonnet-5-5" });
        await Client.Agents.UpdateAsync(agent.Id, new() { Name = "b", Version = agent.Version });
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        await Client.Environments.UpdateAsync(environment.Id, new() { Description = "d" });
        var session = await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        await Client.Sessions.UpdateAsync(session.Id, new() { Title = "t" });
        await Client.Sessions.ArchiveAsync(session.Id);
        await Client.Sessions.DeleteAsync(session.Id);
        await Client.Environments.ArchiveAsync(environment.Id);
        await Client.Environments.DeleteAsync(environment.Id);
        await Client.Agents.ArchiveAsync(agent.Id);
        var vault = await Client.Vaults.CreateAsync(new() { DisplayName = "v" });
        var credential = await Client.Vaults.Credentials.CreateAsync(vault.Id, new() { Auth = new StaticBearerAuth { McpServerUrl = new("https://mcp.example.com"), Token = "t" } });
        await Client.Vaults.ArchiveAsync(vault.Id);
        await Client.Vaults.DeleteAsync(vault.Id);
        var store = await Client.MemoryStores.CreateAsync(new() { Name = "m" });
        await Client.MemoryStores.ArchiveAsync(store.Id);
        await Client.MemoryStores.DeleteAsync(store.Id);

        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.Types.Order(StringComparer.Ordinal).ShouldBe(
        [
            "agent.archived", "agent.created", "agent.updated",
            "environment.archived", "environment.created", "environment.deleted", "environment.updated",
            "memory_store.archived", "memory_store.created", "memory_store.deleted",
            "session.archived", "session.created", "session.deleted", "session.status_terminated", "session.updated",
            "vault.archived", "vault.created", "vault.deleted",
            "vault_credential.archived", "vault_credential.created", "vault_credential.deleted",
        ]);
        var events = listener.All.Select(received => received.Unwrap(endpoint.SigningKey, Clock).Event).ToList();
        events.ShouldAllBe(static webhook => webhook.AdditionalFields.Count == 0 && !(webhook is UnknownWebhook));
        events.OfType<VaultCredentialArchivedWebhook>().Single().ShouldSatisfyAllConditions(
            archived => archived.Id.ShouldBe(credential.Id),
            archived => archived.VaultId.ShouldBe(vault.Id));
    }

    [Fact]
    public async Task A_waiting_session_sends_requires_action_in_addition_to_idled()
    {
        await using var listener = await WebhookListener.StartAsync();
        var endpoint = Emulator.Webhooks.AddEndpoint(listener.Address, null, "session.status_idled", "session.requires_action", "session.thread_created", "session.thread_idled", "session.outcome_evaluation_ended");
        Emulator.OnUserMessage("call").CallCustomTool("deploy", "{}").Reply("done");
        var session = await SessionAsync(new CustomTool { Name = "deploy", Description = "d", InputSchema = System.Text.Json.JsonElement.Parse("""{"type":"object"}""") });

        await TurnAsync(session, "call");

        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.Types.Order().ShouldBe(["session.requires_action", "session.status_idled"]);
        endpoint.EventTypes.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Scheduled_runs_send_webhooks_and_manual_runs_do_not()
    {
        await using var listener = await WebhookListener.StartAsync();
        var agent = await Client.Agents.CreateAsync(new() { Name = "a", Model = "claude-sonnet-5-5" });
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        Emulator.Webhooks.AddEndpoint(listener.Address, null, "deployment_run.started", "deployment_run.succeeded", "deployment_run.failed");
        var deployment = await Client.Deployments.CreateAsync(new()
        {
            Name = "nightly",
            Agent = agent.Id,
            EnvironmentId = environment.Id,
            InitialEvents = [new UserMessage("go")],
            Schedule = new Managed.Agents.CronSchedule { Expression = "0 * * * *", Timezone = "UTC" },
        });
        await Client.Deployments.RunAsync(deployment.Id);
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.ShouldBeEmpty();

        Clock.Advance(TimeSpan.FromHours(1));

        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.Types.Order().ShouldBe(["deployment_run.started", "deployment_run.succeeded"]);
    }

    [Fact]
    public async Task An_organization_endpoint_receives_its_events_at_the_resolved_address()
    {
        await using var listener = await WebhookListener.StartAsync(200, 302);
        var asked = new List<Uri>();
        Emulator.Webhooks.AddressResolver = address =>
        {
            asked.Add(address);
            return listener.Address;
        };
        var endpoint = await Client.Webhooks.Endpoints.CreateAsync(new()
        {
            Url = new("https://hooks.example.com/claude"),
            EnabledEvents = [WebhookEndpointEventType.UserProfileEnforcementActionOpened, WebhookEndpointEventType.UserProfileEnforcementActionResolved],
        });
        var profile = await Client.UserProfiles.CreateAsync(new() { Name = "u1" });

        var action = Emulator.OpenEnforcementAction(profile.Id);
        Emulator.Webhooks.Send("external_key.failed", "ekey_1");
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        Emulator.ResolveEnforcementAction(profile.Id, action);
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        asked.ShouldAllBe(static address => address == new Uri("https://hooks.example.com/claude"));
        var opened = listener.All[0].Unwrap(endpoint.SigningSecret!.Reveal(), Clock).Event.ShouldBeOfType<UserProfileEnforcementActionOpenedWebhook>();
        opened.Id.ShouldBe(profile.Id);
        opened.EnforcementActionId.ShouldBe(action);
        opened.WorkspaceId.ShouldBeNull();
        listener.Types.ShouldBe(["user_profile.enforcement_action_opened", "user_profile.enforcement_action_resolved"]);
        var disabled = await Client.Webhooks.Endpoints.GetAsync(endpoint.Id);
        disabled.State.ShouldBe(Managed.Agents.Webhooks.WebhookEndpointState.Disabled);
        disabled.DisabledReason.ShouldContain("redirect");
    }

    [Fact]
    public async Task Public_addresses_are_not_called_by_default()
    {
        await Client.Webhooks.Endpoints.CreateAsync(new() { Url = new("https://hooks.example.com/claude"), EnabledEvents = [WebhookEndpointEventType.ExternalKeyFailed] });

        Emulator.Webhooks.Send("external_key.failed", "ekey_1");
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        Emulator.Webhooks.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public void An_invalid_endpoint_is_refused()
    {
        Should.Throw<ArgumentException>(() => Emulator.Webhooks.AddEndpoint(new Uri("/hook", UriKind.Relative)));
        Should.Throw<ArgumentException>(() => Emulator.Webhooks.AddEndpoint(new Uri("ftp://example.com/hook")));
        Should.Throw<ArgumentException>(() => Emulator.Webhooks.AddEndpoint(new Uri("http://example.com/hook"), "not a key!")).Message.ShouldNotContain("not a key!");
    }
}
