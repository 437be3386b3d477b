using System.Net;
using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.Receiving;

public sealed class QueueTests
{
    private readonly CountedSignal _started = new();
    private readonly CountedSignal _done = new();
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_webhook_is_acknowledged_before_it_is_handled_and_handled_once()
    {
        await using var receiver = await StartAsync(capacity: 10);

        (await receiver.SendAsync("whe_1")).ShouldBe(HttpStatusCode.Accepted);
        (await receiver.SendAsync("whe_1")).ShouldBe(HttpStatusCode.NoContent);
        await _started.ReachedAsync(1).Guarded();
        _release.SetResult();

        await _done.ReachedAsync(1).Guarded();
    }

    [Fact]
    public async Task A_full_queue_rejects_a_webhook_and_accepts_it_later()
    {
        await using var receiver = await StartAsync(capacity: 1);

        (await receiver.SendAsync("whe_1")).ShouldBe(HttpStatusCode.Accepted);
        await _started.ReachedAsync(1).Guarded();
        (await receiver.SendAsync("whe_2")).ShouldBe(HttpStatusCode.Accepted);
        (await receiver.SendAsync("whe_3")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        _release.SetResult();
        await _done.ReachedAsync(2).Guarded();

        (await receiver.SendAsync("whe_3")).ShouldBe(HttpStatusCode.Accepted);
        await _done.ReachedAsync(3).Guarded();
    }

    [Fact]
    public async Task A_graceful_shutdown_empties_the_queue()
    {
        var handled = 0;
        await using var receiver = await StartAsync(capacity: 10, () => Interlocked.Increment(ref handled));
        foreach (var number in Enumerable.Range(1, 5))
        {
            (await receiver.SendAsync($"whe_{number}")).ShouldBe(HttpStatusCode.Accepted);
        }

        await _started.ReachedAsync(1).Guarded();
        var stop = receiver.StopAsync();
        _release.SetResult();
        await stop.Guarded();

        handled.ShouldBe(5);
    }

    [Fact]
    public async Task Webhooks_that_remain_after_the_shutdown_timeout_are_logged()
    {
        await using var receiver = await StartAsync(capacity: 10);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await receiver.SendAsync($"whe_{number}");
        }

        await _started.ReachedAsync(1).Guarded();
        await receiver.StopAsync(new CancellationToken(canceled: true)).Guarded();

        receiver.Logs.AllText.ShouldContain("2 acknowledged webhooks at /hook were not handled before the host stopped");
        receiver.Logs.AllText.ShouldContain("The webhook whe_3 (session.status_idled) at /hook was acknowledged, but the host stopped");
    }

    [Fact]
    public async Task A_failure_in_the_background_is_logged_and_the_next_webhook_is_handled()
    {
        var runs = 0;
        _release.SetResult();
        await using var receiver = await StartAsync(capacity: 10, () => Interlocked.Increment(ref runs) == 1 ? throw new InvalidOperationException("The first run fails.") : 0);

        await receiver.SendAsync("whe_1");
        await receiver.SendAsync("whe_2");
        await _done.ReachedAsync(1).Guarded();

        receiver.Logs.AllText.ShouldContain("The first run fails.");
    }

    private Task<WebhookReceiver> StartAsync(int capacity, Func<int>? work = null) => WebhookReceiver.StartAsync(app => app
        .MapManagedAgentsWebhooks("/hook", options => options.Queue = new WebhookQueueOptions { Capacity = capacity, Concurrency = 1 })
        .On<WebhookEvent>(async (_, _, cancellationToken) =>
        {
            _started.Add();
            await _release.Task.WaitAsync(cancellationToken);
            work?.Invoke();
            _done.Add();
        }));
}
