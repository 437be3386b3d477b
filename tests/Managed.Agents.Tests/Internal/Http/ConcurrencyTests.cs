using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http;

/// <summary>One client, used from many places at once.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task A_hundred_calls_at_once_get_their_own_answers()
    {
        await using var server = await StubServer.StartAsync();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Always = context => Answers.After(all.Task, Answers.Json($$"""{"id":"{{context.Request.Path.Value!.Split('/')[^1]}}"}"""))(context);
        using var client = Clients.To(server);

        var running = Enumerable.Range(0, 100).Select(number => client.Agents.GetAsync($"agent_{number}")).ToList();
        await server.SeenAsync(100);
        all.SetResult();
        var agents = await Task.WhenAll(running).Guarded();

        agents.Select(static agent => agent.Id).ShouldBe(Enumerable.Range(0, 100).Select(static number => $"agent_{number}"));
    }

    [Fact]
    public async Task A_hundred_calls_at_once_are_each_repeated_by_themselves()
    {
        var failed = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await using var server = await StubServer.StartAsync();
        server.Always = context => (failed.TryAdd(context.Request.Path.Value!, true) ? Answers.Error(429) : Answers.Agent())(context);
        using var client = Clients.To(server);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => client.Agents.GetAsync($"agent_{number}"))).Guarded();

        server.Requests.Count.ShouldBe(200);
        server.Requests.CountBy(static request => request.Target).ShouldAllBe(static target => target.Value == 2);
    }

    [Fact]
    public async Task Call_options_of_one_call_do_not_reach_another()
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Agent();
        using var client = Clients.To(server);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            client.With(new CallOptions { WorkspaceId = $"wrkspc_{number}" }).Agents.GetAsync($"agent_{number}"))).Guarded();

        server.Requests.ShouldAllBe(static request => $"/v1/agents/{request.Header("anthropic-workspace-id")}" == request.Target.Replace("agent_", "wrkspc_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Some_that_are_cancelled_leave_the_others_alone()
    {
        await using var server = await StubServer.StartAsync();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Always = Answers.After(all.Task, Answers.Agent());
        using var client = Clients.To(server);
        using var stop = new CancellationTokenSource();

        var running = Enumerable.Range(0, 20).Select(number => client.Agents.GetAsync("agent_1", cancellationToken: number % 2 == 0 ? stop.Token : default)).ToList();
        await server.SeenAsync(20);
        await stop.CancelAsync();
        foreach (var cancelled in running.Where(static (_, number) => number % 2 == 0))
        {
            await Should.ThrowAsync<OperationCanceledException>(() => cancelled.Guarded());
        }

        all.SetResult();
        (await Task.WhenAll(running.Where(static (_, number) => number % 2 == 1)).Guarded()).Length.ShouldBe(10);
    }
}
