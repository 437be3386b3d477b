using System.Net;
using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.Receiving;

/// <summary>A webhook is acknowledged only after it was handled. Otherwise it is delivered again.</summary>
public sealed class InlineHandlingTests
{
    [Fact]
    public async Task A_duplicate_delivery_is_acknowledged_and_not_handled()
    {
        var handled = 0;
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) =>
        {
            handled++;
            return Task.CompletedTask;
        }));

        (await receiver.SendAsync("whe_1")).ShouldBe(HttpStatusCode.NoContent);
        receiver.Clock.Advance(TimeSpan.FromMinutes(3));
        (await receiver.SendAsync("whe_1")).ShouldBe(HttpStatusCode.NoContent);

        handled.ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_fails_makes_the_service_deliver_again()
    {
        var attempts = 0;
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>(
            (_, _, _) => ++attempts < 3 ? throw new InvalidOperationException("The database is unavailable.") : Task.CompletedTask));

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);

        attempts.ShouldBe(3);
        receiver.Logs.AllText.ShouldContain("The database is unavailable.");
    }

    [Fact]
    public async Task A_handler_that_observes_its_token_is_canceled_by_the_timeout()
    {
        var started = new CountedSignal();
        var canceled = 0;
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>(async (_, _, cancellationToken) =>
        {
            started.Add();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                canceled++;
                throw;
            }
        }));

        var response = receiver.SendAsync();
        await started.ReachedAsync(1).Guarded();
        receiver.Clock.Advance(TimeSpan.FromSeconds(10));

        (await response).ShouldBe(HttpStatusCode.ServiceUnavailable);
        canceled.ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_continues_after_the_timeout_is_not_run_again_and_completes_the_webhook()
    {
        var started = new CountedSignal();
        var runs = 0;
        var handler = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) =>
        {
            runs++;
            started.Add();
            return handler.Task;
        }));

        var first = receiver.SendAsync();
        await started.ReachedAsync(1).Guarded();
        receiver.Clock.Advance(TimeSpan.FromSeconds(10));
        (await first).ShouldBe(HttpStatusCode.ServiceUnavailable);

        // Longer than the lease: the claim expired, but the handler is still running in this process.
        receiver.Clock.Advance(TimeSpan.FromMinutes(4));
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        handler.SetResult();

        await EventuallyAsync(async () => await receiver.SendAsync() == HttpStatusCode.NoContent);
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_duplicate_that_arrives_while_the_first_delivery_is_handled_is_retried_later()
    {
        var started = new CountedSignal();
        var release = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) =>
        {
            started.Add();
            return release.Task;
        }));

        var first = receiver.SendAsync();
        await started.ReachedAsync(1).Guarded();
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        release.SetResult();

        (await first).ShouldBe(HttpStatusCode.NoContent);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_store_that_fails_before_the_handlers_causes_a_retry_and_one_that_fails_after_them_does_not()
    {
        var handled = 0;
        var store = new FailingDeduplicator();
        await using var receiver = await WebhookReceiver.StartAsync(
            app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) =>
            {
                handled++;
                return Task.CompletedTask;
            }),
            services => services.AddSingleton<IWebhookDeduplicator>(store));

        store.FailsClaims = true;
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        handled.ShouldBe(0);
        store.FailsClaims = false;
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);

        handled.ShouldBe(1);
        receiver.Logs.AllText.ShouldContain("was handled, but this could not be stored");
    }

    [Fact]
    public async Task A_stopping_host_waits_for_the_handlers_and_accepts_no_new_webhooks()
    {
        var started = new CountedSignal();
        var release = new TaskCompletionSource();
        var handled = 0;
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>(async (_, _, _) =>
        {
            started.Add();
            await release.Task;
            handled++;
        }));

        var first = receiver.SendAsync("whe_1");
        await started.ReachedAsync(1).Guarded();
        var stop = receiver.StopAsync();
        release.SetResult();

        (await first).ShouldBe(HttpStatusCode.NoContent);
        await stop.Guarded();
        handled.ShouldBe(1);
        await Should.ThrowAsync<HttpRequestException>(() => receiver.SendAsync("whe_2"));
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        // The claim is completed on another thread after the handler ended. Each attempt is a request.
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            if (await condition())
            {
                return;
            }
        }

        Assert.Fail("The condition was not met.");
    }

    private sealed class FailingDeduplicator : IWebhookDeduplicator
    {
        public bool FailsClaims { get; set; }

        public ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default) =>
            FailsClaims ? throw new IOException("The store is unavailable.") : new(WebhookClaim.Claimed);

        public ValueTask CompleteAsync(string key, TimeSpan retention, CancellationToken cancellationToken = default) => throw new IOException("The store is unavailable.");

        public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default) => default;

        public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default) => new(false);
    }
}
