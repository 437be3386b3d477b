using System.Net;
using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.CatchUp;

/// <summary>Missed webhooks are caught up. Webhooks that were delivered, or are delivered late, are not handled twice.</summary>
public sealed class CatchUpTests : EmulatorTest
{
    private readonly List<string> _handled = [];
    private bool _fails;

    [Fact]
    public async Task A_missed_webhook_is_handled_once()
    {
        var session = await IdleSessionAsync();
        await using var receiver = await StartAsync();
        var catchUp = receiver.Services.GetRequiredService<WebhookCatchUp>();

        Clock.Advance(TimeSpan.FromMinutes(11));
        var report = await catchUp.RunOnceAsync();
        await catchUp.RunOnceAsync();

        _handled.ShouldBe([$"session.status_idled {session} caught up"]);
        (report.Sessions, report.Missed, report.Failed).ShouldBe((1, 1, 0));
        report.Until.ShouldBe(Clock.GetUtcNow() - TimeSpan.FromMinutes(10));
        receiver.Logs.AllText.ShouldContain($"No session.status_idled webhook of session {session} was delivered to /hook");
    }

    [Fact]
    public async Task A_delivered_webhook_is_not_handled_again()
    {
        var session = await IdleSessionAsync();
        await using var receiver = await StartAsync();
        (await receiver.SendAsync("whe_1", session)).ShouldBe(HttpStatusCode.NoContent);

        Clock.Advance(TimeSpan.FromMinutes(11));
        var report = await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync();

        _handled.ShouldBe([$"session.status_idled {session}"]);
        report.Missed.ShouldBe(0);
    }

    [Fact]
    public async Task A_late_delivery_of_a_caught_up_webhook_is_acknowledged_and_not_handled()
    {
        var session = await IdleSessionAsync();
        var at = Clock.GetUtcNow();
        await using var receiver = await StartAsync();
        Clock.Advance(TimeSpan.FromMinutes(11));
        await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync();

        var late = new WebhookDelivery { Id = "whe_late", CreatedAt = at.AddSeconds(2), Event = new SessionStatusIdledWebhook { Id = session } };
        (await receiver.SendAsync(receiver.Signer.Sign(late))).ShouldBe(HttpStatusCode.NoContent);

        _handled.ShouldBe([$"session.status_idled {session} caught up"]);
    }

    [Fact]
    public async Task The_next_turn_of_the_same_session_is_caught_up_too()
    {
        var session = await IdleSessionAsync();
        await using var receiver = await StartAsync();
        var catchUp = receiver.Services.GetRequiredService<WebhookCatchUp>();
        (await receiver.SendAsync("whe_1", session)).ShouldBe(HttpStatusCode.NoContent);
        Clock.Advance(TimeSpan.FromMinutes(11));
        await catchUp.RunOnceAsync();

        await TurnAsync(session, new UserMessage("again"));
        Clock.Advance(TimeSpan.FromMinutes(11));
        await catchUp.RunOnceAsync();

        _handled.ShouldBe([$"session.status_idled {session}", $"session.status_idled {session} caught up"]);
    }

    [Fact]
    public async Task A_webhook_is_not_caught_up_within_the_grace_period()
    {
        await IdleSessionAsync();
        await using var receiver = await StartAsync();

        Clock.Advance(TimeSpan.FromMinutes(9));
        await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync();

        _handled.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_webhook_keeps_the_checkpoint_unchanged_and_is_tried_again()
    {
        var session = await IdleSessionAsync();
        var at = Clock.GetUtcNow();
        await using var receiver = await StartAsync();
        var catchUp = receiver.Services.GetRequiredService<WebhookCatchUp>();
        Clock.Advance(TimeSpan.FromMinutes(11));

        _fails = true;
        var failed = await catchUp.RunOnceAsync();
        _fails = false;
        var again = await catchUp.RunOnceAsync();

        (failed.Failed, failed.Until).ShouldBe((1, at));
        (again.Failed, again.Missed).ShouldBe((0, 1));
        _handled.ShouldBe([$"session.status_idled {session} caught up"]);
    }

    [Fact]
    public async Task Webhooks_are_caught_up_for_a_session_that_requires_action_and_for_an_archived_session()
    {
        Emulator.OnUserMessage("call").CallCustomTool("deploy", "{}").Reply("done");
        var waiting = await CreateSessionAsync(new CustomTool { Name = "deploy", Description = "Deploys.", InputSchema = System.Text.Json.JsonElement.Parse("""{"type":"object"}""") });
        await TurnAsync(waiting.Id, new UserMessage("call"));
        var archived = await IdleSessionAsync();
        await SettledAsync(archived);
        await Client.Sessions.ArchiveAsync(archived);
        await using var receiver = await StartAsync();

        Clock.Advance(TimeSpan.FromMinutes(11));
        await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync();

        _handled.Order().ShouldBe(
            [$"session.requires_action {waiting.Id} caught up", $"session.status_idled {waiting.Id} caught up", $"session.status_terminated {archived} caught up"], ignoreOrder: true);
    }

    [Fact]
    public async Task Sessions_of_other_applications_can_be_filtered_out()
    {
        await IdleSessionAsync();
        await using var receiver = await StartAsync(options => options.Filter = static session => session.Metadata.ContainsKey("channel"));

        Clock.Advance(TimeSpan.FromMinutes(11));
        (await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync()).Sessions.ShouldBe(0);

        _handled.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_searches_automatically_from_the_stored_checkpoint()
    {
        var folder = Directory.CreateTempSubdirectory("checkpoint");
        try
        {
            var store = new FileWebhookCheckpointStore(Path.Combine(folder.FullName, "checkpoint"));
            await store.SetAsync(Clock.GetUtcNow());
            var session = await IdleSessionAsync();
            Clock.Advance(TimeSpan.FromHours(20));
            var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

            await using var receiver = await StartAsync(store: store, onHandled: handled.SetResult, runsService: true);
            await handled.Task.Guarded();

            _handled.ShouldBe([$"session.status_idled {session} caught up"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> IdleSessionAsync()
    {
        var session = await CreateSessionAsync();
        await TurnAsync(session.Id, new UserMessage("hello"));
        await SettledAsync(session.Id);
        return session.Id;
    }

    private Task<WebhookReceiver> StartAsync(
        Action<WebhookCatchUpOptions>? configure = null, IWebhookCheckpointStore? store = null, Action? onHandled = null, bool runsService = false) => WebhookReceiver.StartAsync(
        app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((webhook, context, _) =>
        {
            if (_fails)
            {
                throw new InvalidOperationException("The handler fails.");
            }

            _handled.Add($"{webhook.Type} {webhook.Id}{(context.IsCaughtUp ? " caught up" : "")}");
            onHandled?.Invoke();
            return Task.CompletedTask;
        }),
        services =>
        {
            services.AddManagedAgents(options => (options.ApiKey, options.BaseAddress) = (Emulator.ApiKey, Emulator.BaseAddress));
            services.AddManagedAgentsWebhookCatchUp(configure);
            if (store is not null)
            {
                services.AddSingleton(store);
            }

            if (!runsService)
            {
                // These tests start each search themselves.
                services.Remove(services.Last(static descriptor => descriptor.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)));
            }
        },
        Clock);
}
