using System.Net;
using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.Receiving;

/// <summary>What is acknowledged was handled; what was not is delivered again.</summary>
public sealed class InlineHandlingTests
{
    [Fact]
    public async Task A_second_delivery_is_acknowledged_and_not_handled()
    {
        var handled = 0;
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) =>
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
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>(
            (_, _, _) => ++attempts < 3 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask));

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);

        attempts.ShouldBe(3);
        receiver.Logs.AllText.ShouldContain("The database is away.");
    }

    [Fact]
    public async Task A_handler_that_heeds_its_token_is_ended_by_the_time_limit()
    {
        var begun = new CountedSignal();
        var ended = 0;
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>(async (_, _, cancellationToken) =>
        {
            begun.Add();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                ended++;
                throw;
            }
        }));

        var answer = receiver.SendAsync();
        await begun.ReachedAsync(1).Guarded();
        receiver.Clock.Advance(TimeSpan.FromSeconds(10));

        (await answer).ShouldBe(HttpStatusCode.ServiceUnavailable);
        ended.ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_goes_on_after_the_limit_is_not_doubled_and_counts_when_it_ends()
    {
        var begun = new CountedSignal();
        var runs = 0;
        var stubborn = new TaskCompletionSource();
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) =>
        {
            runs++;
            begun.Add();
            return stubborn.Task;
        }));

        var first = receiver.SendAsync();
        await begun.ReachedAsync(1).Guarded();
        receiver.Clock.Advance(TimeSpan.FromSeconds(10));
        (await first).ShouldBe(HttpStatusCode.ServiceUnavailable);

        // Longer than any lease: while it runs here, it has not died.
        receiver.Clock.Advance(TimeSpan.FromMinutes(4));
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        stubborn.SetResult();

        await EventuallyAsync(async () => await receiver.SendAsync() == HttpStatusCode.NoContent);
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_delivery_that_comes_while_the_first_is_handled_is_put_off()
    {
        var begun = new CountedSignal();
        var open = new TaskCompletionSource();
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) =>
        {
            begun.Add();
            return open.Task;
        }));

        var first = receiver.SendAsync();
        await begun.ReachedAsync(1).Guarded();
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        open.SetResult();

        (await first).ShouldBe(HttpStatusCode.NoContent);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_store_that_fails_before_the_handlers_puts_off_and_one_that_fails_after_them_does_not()
    {
        var handled = 0;
        var store = new FailingDeduplicator();
        await using var receiver = await Receiver.StartAsync(
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
        receiver.Logs.AllText.ShouldContain("is handled, but that could not be stored");
    }

    [Fact]
    public async Task A_host_that_stops_waits_for_the_handlers_and_takes_nothing_new()
    {
        var begun = new CountedSignal();
        var open = new TaskCompletionSource();
        var handled = 0;
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>(async (_, _, _) =>
        {
            begun.Add();
            await open.Task;
            handled++;
        }));

        var first = receiver.SendAsync("whe_1");
        await begun.ReachedAsync(1).Guarded();
        var stop = receiver.StopAsync();
        open.SetResult();

        (await first).ShouldBe(HttpStatusCode.NoContent);
        await stop.Guarded();
        handled.ShouldBe(1);
        await Should.ThrowAsync<HttpRequestException>(() => receiver.SendAsync("whe_2"));
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        // The claim is completed just after the handler ended, on another thread; each attempt is a request.
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            if (await condition())
            {
                return;
            }
        }

        Assert.Fail("It never came about.");
    }

    private sealed class FailingDeduplicator : IWebhookDeduplicator
    {
        public bool FailsClaims { get; set; }

        public ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default) =>
            FailsClaims ? throw new IOException("The store is away.") : new(WebhookClaim.Claimed);

        public ValueTask CompleteAsync(string key, TimeSpan rememberFor, CancellationToken cancellationToken = default) => throw new IOException("The store is away.");

        public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default) => default;

        public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default) => new(false);
    }
}
