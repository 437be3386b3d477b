using System.Net;
using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.CatchingUp;

/// <summary>Bells that did not ring are made up for; those that rang, or ring late, are not answered twice.</summary>
public sealed class CatchUpTests : EmulatorTest
{
    private readonly List<string> _handled = [];
    private bool _fails;

    [Fact]
    public async Task What_came_to_rest_while_nobody_listened_is_handled_once()
    {
        var session = await RestedAsync();
        await using var receiver = await StartAsync();
        var catchUp = receiver.Services.GetRequiredService<WebhookCatchUp>();

        Clock.Advance(TimeSpan.FromMinutes(11));
        var report = await catchUp.RunOnceAsync();
        await catchUp.RunOnceAsync();

        _handled.ShouldBe([$"session.status_idled {session} caught up"]);
        (report.Sessions, report.Missed, report.Failed).ShouldBe((1, 1, 0));
        report.Until.ShouldBe(Clock.GetUtcNow() - TimeSpan.FromMinutes(10));
        receiver.Logs.AllText.ShouldContain($"No session.status_idled of session {session} arrived at /hook");
    }

    [Fact]
    public async Task A_bell_that_rang_is_not_answered_twice()
    {
        var session = await RestedAsync();
        await using var receiver = await StartAsync();
        (await receiver.SendAsync("whe_1", session)).ShouldBe(HttpStatusCode.NoContent);

        Clock.Advance(TimeSpan.FromMinutes(11));
        var report = await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync();

        _handled.ShouldBe([$"session.status_idled {session}"]);
        report.Missed.ShouldBe(0);
    }

    [Fact]
    public async Task A_bell_that_rings_after_it_was_made_up_for_is_acknowledged_and_not_answered()
    {
        var session = await RestedAsync();
        var at = Clock.GetUtcNow();
        await using var receiver = await StartAsync();
        Clock.Advance(TimeSpan.FromMinutes(11));
        await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync();

        var late = new WebhookDelivery { Id = "whe_late", CreatedAt = at.AddSeconds(2), Event = new SessionStatusIdledWebhook { Id = session } };
        (await receiver.SendAsync(receiver.Signer.Sign(late))).ShouldBe(HttpStatusCode.NoContent);

        _handled.ShouldBe([$"session.status_idled {session} caught up"]);
    }

    [Fact]
    public async Task The_next_turn_of_the_same_session_rings_anew()
    {
        var session = await RestedAsync();
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
    public async Task A_bell_may_still_ring_by_itself_within_the_grace_period()
    {
        await RestedAsync();
        await using var receiver = await StartAsync();

        Clock.Advance(TimeSpan.FromMinutes(9));
        await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync();

        _handled.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_keeps_the_checkpoint_back_and_is_tried_again()
    {
        var session = await RestedAsync();
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
    public async Task A_session_that_waits_for_its_client_and_one_that_was_archived_are_told_as_such()
    {
        Emulator.OnUserMessage("call").CallCustomTool("deploy", "{}").Reply("done");
        var waiting = await CreateSessionAsync(new CustomTool { Name = "deploy", Description = "Deploys.", InputSchema = System.Text.Json.JsonElement.Parse("""{"type":"object"}""") });
        await TurnAsync(waiting.Id, new UserMessage("call"));
        var archived = await RestedAsync();
        await SettledAsync(archived);
        await Client.Sessions.ArchiveAsync(archived);
        await using var receiver = await StartAsync();

        Clock.Advance(TimeSpan.FromMinutes(11));
        await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync();

        _handled.Order().ShouldBe(
            [$"session.requires_action {waiting.Id} caught up", $"session.status_idled {waiting.Id} caught up", $"session.status_terminated {archived} caught up"], ignoreOrder: true);
    }

    [Fact]
    public async Task Sessions_of_others_can_be_left_out()
    {
        await RestedAsync();
        await using var receiver = await StartAsync(options => options.Filter = static session => session.Metadata.ContainsKey("channel"));

        Clock.Advance(TimeSpan.FromMinutes(11));
        (await receiver.Services.GetRequiredService<WebhookCatchUp>().RunOnceAsync()).Sessions.ShouldBe(0);

        _handled.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_looks_by_itself_from_the_checkpoint_that_it_left_behind()
    {
        var folder = Directory.CreateTempSubdirectory("checkpoint");
        try
        {
            var store = new FileWebhookCheckpointStore(Path.Combine(folder.FullName, "checkpoint"));
            await store.SetAsync(Clock.GetUtcNow());
            var session = await RestedAsync();
            Clock.Advance(TimeSpan.FromHours(20));
            var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

            await using var receiver = await StartAsync(store: store, onHandled: handled.SetResult, looksByItself: true);
            await handled.Task.Guarded();

            _handled.ShouldBe([$"session.status_idled {session} caught up"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> RestedAsync()
    {
        var session = await CreateSessionAsync();
        await TurnAsync(session.Id, new UserMessage("hello"));
        await SettledAsync(session.Id);
        return session.Id;
    }

    private Task<Receiver> StartAsync(
        Action<WebhookCatchUpOptions>? configure = null, IWebhookCheckpointStore? store = null, Action? onHandled = null, bool looksByItself = false) => Receiver.StartAsync(
        app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((webhook, context, _) =>
        {
            if (_fails)
            {
                throw new InvalidOperationException("Not now.");
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

            if (!looksByItself)
            {
                // These tests say themselves when to look.
                services.Remove(services.Last(static descriptor => descriptor.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)));
            }
        },
        Clock);
}
