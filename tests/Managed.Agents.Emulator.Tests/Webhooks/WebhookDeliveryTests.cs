using Managed.Agents.Testing;
using Managed.Agents.Webhooks;

namespace Managed.Agents.Emulator.Tests;

public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    // Turns a hang into a failure.
    private static readonly TimeSpan TestTimeout = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();
    private AgentsEmulator _emulator = null!;
    private ManagedAgentsClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await AgentsEmulator.StartAsync(new AgentsEmulatorOptions { TimeProvider = _clock });
        _client = _emulator.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_turn_sends_signed_webhooks_when_it_starts_and_ends()
    {
        await using var listener = await WebhookListener.StartAsync();
        var session = await SessionAsync();
        var endpoint = _emulator.Webhooks.AddEndpoint(listener.Address);

        await TurnAsync(session, "hello");

        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.Types.Order().ShouldBe(["session.status_idled", "session.status_run_started"]);
        foreach (var received in listener.All)
        {
            var delivery = received.Unwrap(endpoint.SigningKey, _clock);
            delivery.Id.ShouldStartWith("whe_01");
            delivery.CreatedAt.ShouldBe(_clock.GetUtcNow());
            delivery.AdditionalFields.ShouldBeEmpty();
            delivery.Event.ShouldNotBeOfType<UnknownWebhook>();
            delivery.Event.AdditionalFields.ShouldBeEmpty();
            delivery.Event.Id.ShouldBe(session);
            delivery.Event.OrganizationId.ShouldStartWith("org_01");
            delivery.Event.WorkspaceId.ShouldNotBeNull().ShouldStartWith("wrkspc_01");
            received.Json["id"]!.GetValue<string>().ShouldBe(received.Headers.Id);
        }

        _emulator.Webhooks.Attempts.Select(static attempt => (attempt.Number, attempt.Status)).ShouldBe([(1, 200), (1, 200)]);
    }

    [Fact]
    public async Task Changes_of_every_resource_kind_send_webhooks()
    {
        await using var listener = await WebhookListener.StartAsync();
        var endpoint = _emulator.Webhooks.AddEndpoint(listener.Address);

        var agent = await _client.Agents.CreateAsync(new() { Name = "a", Model = "claude-sonnet-5-5" });
        await _client.Agents.UpdateAsync(agent.Id, new() { Name = "b", Version = agent.Version });
        var environment = await _client.Environments.CreateAsync(new() { Name = "e" });
        await _client.Environments.UpdateAsync(environment.Id, new() { Description = "d" });
        var session = await _client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        await _client.Sessions.UpdateAsync(session.Id, new() { Title = "t" });
        await _client.Sessions.ArchiveAsync(session.Id);
        await _client.Sessions.DeleteAsync(session.Id);
        await _client.Environments.ArchiveAsync(environment.Id);
        await _client.Environments.DeleteAsync(environment.Id);
        await _client.Agents.ArchiveAsync(agent.Id);
        var vault = await _client.Vaults.CreateAsync(new() { DisplayName = "v" });
        var credential = await _client.Vaults.Credentials.CreateAsync(vault.Id, new() { Auth = new StaticBearerAuth { McpServerUrl = new("https://mcp.example.com"), Token = "t" } });
        await _client.Vaults.ArchiveAsync(vault.Id);
        await _client.Vaults.DeleteAsync(vault.Id);
        var store = await _client.MemoryStores.CreateAsync(new() { Name = "m" });
        await _client.MemoryStores.ArchiveAsync(store.Id);
        await _client.MemoryStores.DeleteAsync(store.Id);

        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.Types.Order(StringComparer.Ordinal).ShouldBe(
        [
            "agent.archived", "agent.created", "agent.updated",
            "environment.archived", "environment.created", "environment.deleted", "environment.updated",
            "memory_store.archived", "memory_store.created", "memory_store.deleted",
            "session.archived", "session.created", "session.deleted", "session.status_terminated", "session.updated",
            "vault.archived", "vault.created", "vault.deleted",
            "vault_credential.archived", "vault_credential.created", "vault_credential.deleted",
        ]);
        var events = listener.All.Select(received => received.Unwrap(endpoint.SigningKey, _clock).Event).ToList();
        events.ShouldAllBe(static webhook => webhook.AdditionalFields.Count == 0 && !(webhook is UnknownWebhook));
        events.OfType<VaultCredentialArchivedWebhook>().Single().ShouldSatisfyAllConditions(
            archived => archived.Id.ShouldBe(credential.Id),
            archived => archived.VaultId.ShouldBe(vault.Id));
    }

    [Fact]
    public async Task A_waiting_session_sends_requires_action_in_addition_to_idled()
    {
        await using var listener = await WebhookListener.StartAsync();
        var endpoint = _emulator.Webhooks.AddEndpoint(listener.Address, null, "session.status_idled", "session.requires_action", "session.thread_created", "session.thread_idled", "session.outcome_evaluation_ended");
        _emulator.OnUserMessage("call").CallCustomTool("deploy", "{}").Reply("done");
        var session = await SessionAsync(new CustomTool { Name = "deploy", Description = "d", InputSchema = System.Text.Json.JsonElement.Parse("""{"type":"object"}""") });

        await TurnAsync(session, "call");

        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.Types.Order().ShouldBe(["session.requires_action", "session.status_idled"]);
        endpoint.EventTypes.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_failed_delivery_is_attempted_three_times_with_the_same_id_and_new_timestamps()
    {
        await using var listener = await WebhookListener.StartAsync(500, 503, 500, 500);
        var endpoint = _emulator.Webhooks.AddEndpoint(listener.Address);
        _emulator.Webhooks.Send("external_key.failed", "ekey_1");

        await AdvanceAfterAsync(1, TimeSpan.FromSeconds(30));
        await AdvanceAfterAsync(2, TimeSpan.FromSeconds(120));
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        listener.All.Count.ShouldBe(3);
        listener.All.Select(static one => one.Headers.Id).Distinct().Count().ShouldBe(1);
        listener.All.Select(static one => one.Headers.Timestamp).Distinct().Count().ShouldBe(3);
        listener.All.Select(static one => Convert.ToHexString(one.Body)).Distinct().Count().ShouldBe(1);
        _emulator.Webhooks.Attempts.Select(static attempt => (attempt.Number, attempt.Status)).ShouldBe([(1, 500), (2, 503), (3, 500)]);
        endpoint.IsEnabled.ShouldBeTrue();
        listener.All[^1].Unwrap(endpoint.SigningKey, _clock).Event.ShouldBeOfType<ExternalKeyFailedWebhook>().WorkspaceId.ShouldBeNull();
    }

    [Fact]
    public async Task A_retry_can_succeed()
    {
        await using var listener = await WebhookListener.StartAsync(500);
        _emulator.Webhooks.AddEndpoint(listener.Address);
        _emulator.Webhooks.Send("agent.created", "agent_1");

        await AdvanceAfterAsync(1, TimeSpan.FromSeconds(30));
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        _emulator.Webhooks.Attempts.Select(static attempt => attempt.IsAcknowledged).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_disables_the_endpoint_immediately_and_missed_webhooks_are_not_sent(int status)
    {
        await using var listener = await WebhookListener.StartAsync(status);
        var endpoint = _emulator.Webhooks.AddEndpoint(listener.Address);

        _emulator.Webhooks.Send("agent.created", "agent_1");
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        _emulator.Webhooks.Send("agent.created", "agent_2");
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        endpoint.IsEnabled.ShouldBeFalse();
        endpoint.DisabledReason.ShouldContain("redirect");
        endpoint.Enable();
        _emulator.Webhooks.Send("agent.created", "agent_3");
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        listener.All.Select(static one => one.Json["data"]!["id"]!.GetValue<string>()).ShouldBe(["agent_1", "agent_3"]);
    }

    [Fact]
    public async Task Twenty_consecutive_failures_disable_the_endpoint_and_a_success_resets_the_count()
    {
        await using var listener = await WebhookListener.StartAsync([.. Enumerable.Repeat(500, 19), 200, .. Enumerable.Repeat(500, 20)]);
        var endpoint = _emulator.Webhooks.AddEndpoint(listener.Address);
        for (var number = 0; number < 20; number++)
        {
            _emulator.Webhooks.Send("agent.created", $"agent_{number}");
            await WaitForAttemptsAsync(number + 1);
        }

        endpoint.IsEnabled.ShouldBeTrue("The twentieth attempt was acknowledged.");
        for (var number = 20; number < 40; number++)
        {
            _emulator.Webhooks.Send("agent.created", $"agent_{number}");
            await WaitForAttemptsAsync(number + 1);
        }

        endpoint.IsEnabled.ShouldBeFalse();
        endpoint.DisabledReason.ShouldContain("20 attempts in a row");
    }

    [Fact]
    public async Task Deliveries_can_be_duplicated_delayed_and_dropped()
    {
        await using var listener = await WebhookListener.StartAsync();
        _emulator.Webhooks.AddEndpoint(listener.Address);

        _emulator.Webhooks.Faults = new() { Copies = 3 };
        _emulator.Webhooks.Send("agent.created", "agent_1");
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.Count.ShouldBe(3);
        listener.All.Select(static one => one.Headers.Id).Distinct().Count().ShouldBe(1);

        _emulator.Webhooks.Faults = new() { Copies = 0 };
        _emulator.Webhooks.Send("agent.created", "agent_2");
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.Count.ShouldBe(3);

        _emulator.Webhooks.Faults = new() { Delay = TimeSpan.FromHours(1) };
        _emulator.Webhooks.Send("agent.created", "agent_3");
        await _clock.WaitForTimersAsync(1);
        listener.All.Count.ShouldBe(3);
        _clock.Advance(TimeSpan.FromHours(1));
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Deliveries_can_be_sent_in_reverse_order()
    {
        await using var listener = await WebhookListener.StartAsync();
        _emulator.Webhooks.AddEndpoint(listener.Address);
        _emulator.Webhooks.Faults = new() { ReverseBatchSize = 3 };

        foreach (var number in Enumerable.Range(1, 4))
        {
            _emulator.Webhooks.Send("agent.created", $"agent_{number}");
        }

        await WaitForAttemptsAsync(3);
        listener.All.Select(static one => one.Json["data"]!["id"]!.GetValue<string>()).ShouldBe(["agent_3", "agent_2", "agent_1"]);
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.Count.ShouldBe(4, "Waiting for deliveries sends the deliveries that are held back.");
    }

    [Fact]
    public async Task Deliveries_can_be_signed_with_two_keys()
    {
        const string other = "whsec_b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI=";
        await using var listener = await WebhookListener.StartAsync();
        var endpoint = _emulator.Webhooks.AddEndpoint(listener.Address);
        _emulator.Webhooks.Faults = new() { AdditionalSigningKey = other };

        _emulator.Webhooks.Send("agent.created", "agent_1");
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        var received = listener.All.ShouldHaveSingleItem();
        received.Headers.Signature!.Split(' ').Length.ShouldBe(2);
        received.Unwrap(endpoint.SigningKey, _clock).Id.ShouldBe(received.Headers.Id);
        received.Unwrap(other, _clock).Id.ShouldBe(received.Headers.Id);
        _emulator.Webhooks.Faults.ToString().ShouldNotContain(other);
    }

    [Fact]
    public async Task Scheduled_runs_send_webhooks_and_manual_runs_do_not()
    {
        await using var listener = await WebhookListener.StartAsync();
        var agent = await _client.Agents.CreateAsync(new() { Name = "a", Model = "claude-sonnet-5-5" });
        var environment = await _client.Environments.CreateAsync(new() { Name = "e" });
        _emulator.Webhooks.AddEndpoint(listener.Address, null, "deployment_run.started", "deployment_run.succeeded", "deployment_run.failed");
        var deployment = await _client.Deployments.CreateAsync(new()
        {
            Name = "nightly",
            Agent = agent.Id,
            EnvironmentId = environment.Id,
            InitialEvents = [new UserMessage("go")],
            Schedule = new Managed.Agents.CronSchedule { Expression = "0 * * * *", Timezone = "UTC" },
        });
        await _client.Deployments.RunAsync(deployment.Id);
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.ShouldBeEmpty();

        _clock.Advance(TimeSpan.FromHours(1));

        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.Types.Order().ShouldBe(["deployment_run.started", "deployment_run.succeeded"]);
    }

    [Fact]
    public async Task An_organization_endpoint_receives_its_events_at_the_resolved_address()
    {
        await using var listener = await WebhookListener.StartAsync(200, 302);
        var asked = new List<Uri>();
        _emulator.Webhooks.AddressResolver = address =>
        {
            asked.Add(address);
            return listener.Address;
        };
        var endpoint = await _client.Webhooks.Endpoints.CreateAsync(new()
        {
            Url = new("https://hooks.example.com/claude"),
            EnabledEvents = [WebhookEndpointEventType.UserProfileEnforcementActionOpened, WebhookEndpointEventType.UserProfileEnforcementActionResolved],
        });
        var profile = await _client.UserProfiles.CreateAsync(new() { Name = "u1" });

        var action = _emulator.OpenEnforcementAction(profile.Id);
        _emulator.Webhooks.Send("external_key.failed", "ekey_1");
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        _emulator.ResolveEnforcementAction(profile.Id, action);
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        asked.ShouldAllBe(static address => address == new Uri("https://hooks.example.com/claude"));
        var opened = listener.All[0].Unwrap(endpoint.SigningSecret!.Reveal(), _clock).Event.ShouldBeOfType<UserProfileEnforcementActionOpenedWebhook>();
        opened.Id.ShouldBe(profile.Id);
        opened.EnforcementActionId.ShouldBe(action);
        opened.WorkspaceId.ShouldBeNull();
        listener.Types.ShouldBe(["user_profile.enforcement_action_opened", "user_profile.enforcement_action_resolved"]);
        var disabled = await _client.Webhooks.Endpoints.GetAsync(endpoint.Id);
        disabled.State.ShouldBe(Managed.Agents.Webhooks.WebhookEndpointState.Disabled);
        disabled.DisabledReason.ShouldContain("redirect");
    }

    [Fact]
    public async Task Public_addresses_are_not_called_by_default()
    {
        await _client.Webhooks.Endpoints.CreateAsync(new() { Url = new("https://hooks.example.com/claude"), EnabledEvents = [WebhookEndpointEventType.ExternalKeyFailed] });

        _emulator.Webhooks.Send("external_key.failed", "ekey_1");
        await _emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        _emulator.Webhooks.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public void An_invalid_endpoint_is_refused()
    {
        Should.Throw<ArgumentException>(() => _emulator.Webhooks.AddEndpoint(new Uri("/hook", UriKind.Relative)));
        Should.Throw<ArgumentException>(() => _emulator.Webhooks.AddEndpoint(new Uri("ftp://example.com/hook")));
        Should.Throw<ArgumentException>(() => _emulator.Webhooks.AddEndpoint(new Uri("http://example.com/hook"), "not a key!")).Message.ShouldNotContain("not a key!");
    }

    private async Task<string> SessionAsync(params IReadOnlyList<Managed.Agents.AgentTool> tools)
    {
        var agent = await _client.Agents.CreateAsync(new() { Name = "a", Model = "claude-sonnet-5-5", Tools = tools });
        var environment = await _client.Environments.CreateAsync(new() { Name = "e" });
        return (await _client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id })).Id;
    }

    private async Task TurnAsync(string session, string text)
    {
        await using var stream = await _client.Sessions.Events.StreamAsync(session);
        await _client.Sessions.Events.SendAsync(session, text);
        await foreach (var received in stream)
        {
            if (received is SessionStatusIdleEvent)
            {
                break;
            }
        }
    }

    // The timer of the next attempt is set after the last attempt completed. Then the clock can be advanced past it.
    private async Task AdvanceAfterAsync(int attempts, TimeSpan time)
    {
        await WaitForAttemptsAsync(attempts);
        await _clock.WaitForTimersAsync(1).WaitAsync(TestTimeout);
        _clock.Advance(time);
    }

    private Task WaitForAttemptsAsync(int count) => _emulator.Webhooks.WaitForAttemptsAsync(count).WaitAsync(TestTimeout);
}
