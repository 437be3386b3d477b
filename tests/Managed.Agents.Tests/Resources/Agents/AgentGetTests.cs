using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents;

/// <summary>Getting an agent: at its newest version or at a given one, with a token in either case.</summary>
public sealed class AgentGetTests
{
    public static TheoryData<string, Func<ManagedAgentsClient, CancellationToken, Task<Agent>>> Calls { get; } = new()
    {
        { "", static (client, token) => client.Agents.GetAsync("agent_1", token) },
        { "", static (client, token) => client.Agents.GetAsync("agent_1", cancellationToken: token) },
        { "", static (client, token) => client.Agents.GetAsync("agent_1", version: null, token) },
        { "?version=3", static (client, token) => client.Agents.GetAsync("agent_1", 3, token) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_version_is_sent_when_it_is_specified(string query, Func<ManagedAgentsClient, CancellationToken, Task<Agent>> call)
    {
        await using var server = await KestrelServer.StartAsync(Responses.Agent());
        using var client = Clients.To(server);

        (await call(client, default).Guarded()).Version.ShouldBe(3);

        server.Request.Target.ShouldBe($"/v1/agents/agent_1{query}");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_token_cancels_the_request(string query, Func<ManagedAgentsClient, CancellationToken, Task<Agent>> call)
    {
        using var stop = new CancellationTokenSource();
        await using var server = await KestrelServer.StartAsync(Responses.Never());
        using var client = Clients.To(server);

        var getting = call(client, stop.Token);
        await server.WaitForRequestsAsync(1);
        await stop.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => getting.Guarded())).CancellationToken.ShouldBe(stop.Token);
        server.Request.Target.ShouldEndWith(query);
    }
}
