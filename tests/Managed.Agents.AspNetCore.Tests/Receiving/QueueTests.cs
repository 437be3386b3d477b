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
    private readonly CountedSignal _begun = new();
    private readonly CountedSignal _done = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_webhook_is_acknowledged_before_it_is_handled_and_handled_once()
    {
        await using var receiver = await StartAsync(capacity: 10);

        (await receiver.SendAsync("whe_1")).ShouldBe(HttpStatusCode.Accepted);
        (await receiver.SendAsync("whe_1")).ShouldBe(HttpStatusCode.NoContent);
        await _begun.ReachedAsync(1).Guarded();
        _open.SetResult();

        await _done.ReachedAsync(1).Guarded();
    }

    [Fact]
    public async Task A_full_queue_puts_off_what_does_not_fit_and_takes_it_later()
    {
        await using var receiver = await StartAsync(capacity: 1);

        (await receiver.SendAsync("whe_1")).ShouldBe(HttpStatusCode.Accepted);
        await _begun.ReachedAsync(1).Guarded();
        (await receiver.SendAsync("whe_2")).ShouldBe(HttpStatusCode.Accepted);
        (await receiver.SendAsync("whe_3")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        _open.SetResult();
        await _done.ReachedAsync(2).Guarded();

        (await receiver.SendAsync("whe_3")).ShouldBe(HttpStatusCode.Accepted);
        await _done.ReachedAsync(3).Guarded();
    }

    [Fact]
    public async Task A_stop_in_good_order_empties_the_queue()
    {
        var handled = 0;
        await using var receiver = await StartAsync(capacity: 10, () => Interlocked.Increment(ref handled));
        foreach (var number in Enumerable.Range(1, 5))
        {
            (await receiver.SendAsync($"whe_{number}")).ShouldBe(HttpStatusCode.Accepted);
        }

        await _begun.ReachedAsync(1).Guarded();
        var stop = receiver.StopAsync();
        _open.SetResult();
        await stop.Guarded();

        handled.ShouldBe(5);
    }

    [Fact]
    public async Task What_a_host_that_waits_no_longer_leaves_behind_is_said()
    {
        await using var receiver = await StartAsync(capacity: 10);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await receiver.SendAsync($"whe_{number}");
        }

        await _begun.ReachedAsync(1).Guarded();
        await receiver.StopAsync(new CancellationToken(canceled: true)).Guarded();

        receiver.Logs.AllText.ShouldContain("2 acknowledged webhooks at /hook were not handled before the host stopped");
        receiver.Logs.AllText.ShouldContain("The webhook whe_3 (session.status_idled) at /hook was acknowledged, and the host stops");
    }

    [Fact]
    public async Task A_handler_that_fails_in_the_background_is_logged_and_the_next_one_runs()
    {
        var runs = 0;
        _open.SetResult();
        await using var receiver = await StartAsync(capacity: 10, () => Interlocked.Increment(ref runs) == 1 ? throw new InvalidOperationException("The first one.") : 0);

        await receiver.SendAsync("whe_1");
        await receiver.SendAsync("whe_2");
        await _done.ReachedAsync(1).Guarded();

        receiver.Logs.AllText.ShouldContain("The first one.");
    }

    private Task<Receiver> StartAsync(int capacity, Func<int>? work = null) => Receiver.StartAsync(app => app
        .MapManagedAgentsWebhooks("/hook", options => options.Queue = new WebhookQueueOptions { Capacity = capacity, Concurrency = 1 })
        .On<WebhookEvent>(async (_, _, cancellationToken) =>
        {
            _begun.Add();
            await _open.Task.WaitAsync(cancellationToken);
            work?.Invoke();
            _done.Add();
        }));
}
