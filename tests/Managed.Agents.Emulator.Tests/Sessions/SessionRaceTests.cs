namespace Managed.Agents.Emulator.Tests;

/// <summary>Concurrent requests. Whichever comes first, the responses must be consistent.</summary>
public sealed class SessionRaceTests
{
    private const int Rounds = 25;

    [Fact]
    public async Task Concurrent_deletes_succeed_once()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var path = $"/v1/sessions/{await api.CreateSessionAsync(agent, environment)}";

            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.DeleteAsync(path)));

            answers.Select(static answer => answer.Status).Order().ShouldBe([200, 404, 404, 404, 404, 404]);
        }
    }

    [Fact]
    public async Task A_session_never_remains_without_its_environment()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var environment = await api.CreateEnvironmentAsync();

            var creating = api.PostAsync("/v1/sessions", $$"""{"agent":"{{agent}}","environment_id":"{{environment}}"}""");
            var deleting = api.DeleteAsync($"/v1/environments/{environment}");
            var (created, deleted) = (await creating, await deleting);

            (created.Status, deleted.Status).ShouldBeOneOf((200, 400), (404, 200));
        }
    }
}
