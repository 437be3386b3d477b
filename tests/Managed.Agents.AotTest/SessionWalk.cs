using System.Net;
using System.Text.Json;

namespace Managed.Agents.AotTest;

/// <summary>Creates a session, answers a custom tool call, handles an error, lists the history, and stores events as JSON.</summary>
internal sealed class SessionWalk(string name, ManagedAgentsClient client)
{
    private const string Tool = "get_weather";
    private const string Forecast = "Sunny, 21 degrees";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var session = await CreateAsync(cancellationToken);
        await using var stream = await client.Sessions.Events.StreamAsync(session.Id, cancellationToken: cancellationToken);
        await using var events = stream.GetAsyncEnumerator(cancellationToken);

        await client.Sessions.Events.SendAsync(session.Id, "Hello", cancellationToken);
        var greeting = await ReadTurnAsync(session.Id, events, cancellationToken);
        Check("A turn ends with end_turn", greeting.Text.Contains("Hello", StringComparison.Ordinal) && greeting.Calls == 0);

        await client.Sessions.Events.SendAsync(session.Id, $"Ask {Tool} about Lyon", cancellationToken);
        var weather = await ReadTurnAsync(session.Id, events, cancellationToken);
        Check("A follow-up calls the custom tool and uses its result", weather.Text.Contains(Forecast, StringComparison.Ordinal) && weather.Calls == 1);

        await CatchAsync(cancellationToken);
        await ListAsync(session.Id, cancellationToken);
    }

    private async Task<Session> CreateAsync(CancellationToken cancellationToken)
    {
        using var schema = JsonDocument.Parse("""{"type": "object", "properties": {"city": {"type": "string"}}}""");
        var agent = await client.Agents.CreateAsync(
            new()
            {
                Name = "forecaster",
                Model = "claude-sonnet-5-5",
                Tools = [new AgentToolset(), new CustomTool { Name = Tool, Description = "Looks up the weather of a city.", InputSchema = schema.RootElement.Clone() }],
                Metadata = new Dictionary<string, string> { ["created-by"] = name },
            },
            cancellationToken);
        Check($"Created agent {agent.Id} with {agent.Tools.Count} tools", agent.Tools is [AgentToolset, CustomTool { Name: Tool }]);

        var renamed = await client.Agents.UpdateAsync(agent.Id, new() { Description = "Tells the weather.", System = null, Version = agent.Version }, cancellationToken);
        Check($"Updated it to version {renamed.Version}", renamed.Version == agent.Version + 1 && renamed.Description == "Tells the weather.");

        var environment = await client.Environments.CreateAsync(
            new() { Name = $"walk-{Guid.NewGuid():N}", Config = new CloudEnvironmentConfig { Packages = new() { Pip = ["pytest"] } } },
            cancellationToken);
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Title = name }, cancellationToken);
        Check($"Created session {session.Id}", session.Agent.Id == agent.Id && session.Status == SessionStatus.Idle);
        return session;
    }

    private async Task<(string Text, int Calls)> ReadTurnAsync(string sessionId, IAsyncEnumerator<SessionEvent> events, CancellationToken cancellationToken)
    {
        var (text, calls) = ("", 0);
        while (await events.MoveNextAsync())
        {
            switch (events.Current)
            {
                case AgentMessageEvent message:
                    text += message.Text;
                    break;
                case AgentCustomToolUseEvent { Name: Tool } call:
                    calls++;
                    await client.Sessions.Events.SendAsync(sessionId, new UserCustomToolResult(call.Id, Forecast), cancellationToken);
                    break;
                case SessionErrorEvent { Error: var error }:
                    throw new InvalidOperationException($"{error.Type}: {error.Message}");
                case SessionStatusIdleEvent { StopReason: EndTurn }:
                    return (text, calls);
            }
        }

        throw new InvalidOperationException("The stream ended before the turn ended.");
    }

    private async Task CatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.Sessions.GetAsync("sesn_missing", cancellationToken);
            Check("Getting a missing session fails", false);
        }
        catch (ManagedAgentsApiException problem)
        {
            Check("Caught the exception for a missing session", problem.StatusCode == HttpStatusCode.NotFound && problem.ErrorType == ApiErrorType.NotFound && problem.RequestId is not null);
        }
    }

    private async Task ListAsync(string sessionId, CancellationToken cancellationToken)
    {
        var history = new List<SessionEvent>();
        await foreach (var one in client.Sessions.Events.ListAsync(sessionId, new() { PageSize = 5 }, cancellationToken))
        {
            history.Add(one);
        }

        Check($"Listed a history of {history.Count} events", history.OfType<UserMessageEvent>().Count() == 2 && history.OfType<AgentCustomToolUseEvent>().Count() == 1);
        Check("Stored the events as JSON and read them back", history.TrueForAll(static one => ReadBack(one).Equals(one)));

        var sessions = 0;
        await foreach (var page in client.Sessions.ListAsync(cancellationToken: cancellationToken).AsPages(pageSize: 1))
        {
            sessions += page.Items.Count;
        }

        Check($"Listed {sessions} sessions, page by page", sessions > 0);
    }

    private static SessionEvent ReadBack(SessionEvent one)
    {
        var info = ManagedAgentsJson.Options.GetTypeInfo(typeof(SessionEvent));
        return (SessionEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(one, info), info)!;
    }

    private void Check(string step, bool holds) => Step.Check(name, step, holds);
}
