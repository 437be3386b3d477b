using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http;

/// <summary>One client that is used concurrently.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task A_hundred_concurrent_calls_get_their_own_responses()
    {
        await using var server = await KestrelServer.StartAsync();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.DefaultResponse = context => Responses.After(all.Task, Responses.Json($$"""{"id":"{{context.Request.Path.Value!.Split('/')[^1]}}"}"""))(context);
        using var client = Clients.To(server);

        var running = Enumerable.Range(0, 100).Select(number => client.Agents.GetAsync($"agent_{number}")).ToList();
        await server.WaitForRequestsAsync(100);
        all.SetResult();
        var agents = await Task.WhenAll(running).Guarded();

        agents.Select(static agent => agent.Id).ShouldBe(Enumerable.Range(0, 100).Select(static number => $"agent_{number}"));
    }

    [Fact]
    public async Task A_hundred_concurrent_calls_are_retried_independently()
    {
        var failed = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = context => (failed.TryAdd(context.Request.Path.Value!, true) ? Responses.Error(429) : Responses.Agent()).WriteAsync(context);
        using var client = Clients.To(server);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => client.Agents.GetAsync($"agent_{number}"))).Guarded();

        server.Requests.Count.ShouldBe(200);
        server.Requests.CountBy(static request => request.Target).ShouldAllBe(static target => target.Value == 2);
    }

    [Fact]
    public async Task Call_options_do_not_affect_concurrent_calls()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Responses.Agent();
        using var client = Clients.To(server);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            client.With(new CallOptions { WorkspaceId = $"wrkspc_{number}" }).Agents.GetAsync($"agent_{number}"))).Guarded();

        server.Requests.ShouldAllBe(static request => $"/v1/agents/{request.Header("anthropic-workspace-id")}" == request.Target.Replace("agent_", "wrkspc_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelled_calls_do_not_affect_concurrent_calls()
    {
        await using var server = await KestrelServer.StartAsync();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.DefaultResponse = Responses.After(all.Task, Responses.Agent());
        using var client = Clients.To(server);
        using var stop = new CancellationTokenSource();

        var running = Enumerable.Range(0, 20).Select(number => client.Agents.GetAsync("agent_1", cancellationToken: number % 2 == 0 ? stop.Token : default)).ToList();
        await server.WaitForRequestsAsync(20);
        await stop.CancelAsync();
        foreach (var cancelled in running.Where(static (_, number) => number % 2 == 0))
        {
            await Should.ThrowAsync<OperationCanceledException>(() => cancelled.Guarded());
        }

        all.SetResult();
        (await Task.WhenAll(running.Where(static (_, number) => number % 2 == 1)).Guarded()).Length.ShouldBe(10);
    }
}
