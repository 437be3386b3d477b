using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Managed.Agents.AotTest;

/// <summary>Runs a turn with a function that uses source-generated metadata, an approval rule and a tool call store.</summary>
internal sealed class TurnWalk(ManagedAgentsClient client)
{
    private const string Name = "turn";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var weather = ToolFunction.Create(
            "get_weather", "Looks up the weather of a city.", WalkJson.Default.Place, WalkJson.Default.Forecast, static (place, _) => Task.FromResult(new Forecast("Sunny", place.Degrees ?? 21)));
        var agent = await client.Agents.CreateAsync(
            new() { Name = "turner", Model = "claude-sonnet-5-5", Tools = [new AgentToolset(), weather.ToCustomTool()] }, cancellationToken);
        var environment = await client.Environments.CreateAsync(new() { Name = $"turn-{Guid.NewGuid():N}" }, cancellationToken);
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id }, cancellationToken);

        var store = new InMemoryToolCallStore();
        var result = await client.Sessions.RunAsync(
            session.Id,
            "Ask get_weather about Lyon",
            new()
            {
                Tools = [new ApprovalRequiredAIFunction(weather.AsIdempotent())],
                Approver = new ToolApprovalRules().Allow("get_weather", agent: "turner"),
                ToolCallStore = store,
                WaitUntilIdle = true,
            },
            cancellationToken);
        Step.Check(Name, $"Ended with {result.Ending}", result.Ending == TurnEnding.Completed && result.Text.Contains("Sunny", StringComparison.Ordinal));

        var record = await store.GetAsync(session.Id, await CallAsync(session.Id, cancellationToken), cancellationToken);
        Step.Check(Name, "The tool call store has the call as answered", record is { State: ToolCallState.Answered } && ToolCallRecord.FromJson(record.ToJson()) == record);

        await client.Sessions.ArchiveAsync(session.Id, cancellationToken);
        var archived = client.Sessions.ResumeStreamingAsync(session.Id, cancellationToken: cancellationToken);
        await foreach (var _ in archived.WithCancellation(cancellationToken))
        {
            // Only the result matters.
        }

        Step.Check(Name, "Resuming an archived session ends immediately", archived.Result.Ending == TurnEnding.Archived);
    }

    private async Task<string> CallAsync(string sessionId, CancellationToken cancellationToken)
    {
        await foreach (var one in client.Sessions.Events.ListAsync(sessionId, new() { Types = [SessionEventType.AgentCustomToolUse] }, cancellationToken))
        {
            return one.Id;
        }

        return "";
    }
}

internal sealed record Place([property: Description("The city.")] string? City = null, int? Degrees = null);

internal sealed record Forecast(string Sky, int Degrees);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(Forecast))]
internal sealed partial class WalkJson : JsonSerializerContext;
