using System.Text.Json;
using Managed.Agents;

namespace Net8User;

/// <summary>What C# 12 passes to a parameter for several values: an array, a list, a collection expression, a single value.</summary>
internal static class CollectionScenario
{
    public static async Task RunAsync(ManagedAgentsClient client, CancellationToken cancellationToken)
    {
        var session = await SessionScenario.CreateAsync(client, "collections", cancellationToken);
        foreach (var message in Messages())
        {
            await client.Sessions.Events.SendAsync(session.Id, message, cancellationToken);
        }

        await client.Sessions.Events.SendAsync(session.Id, new SessionInput[] { new UserMessage("array"), new UserMessage("of inputs") }, cancellationToken);
        await client.Sessions.Events.SendAsync(session.Id, new List<SessionInput> { new UserMessage("list of inputs") }, cancellationToken);
        await client.Sessions.Events.SendAsync(session.Id, [new UserMessage("expression"), new UserMessage("of inputs")], cancellationToken);

        var sent = new List<string>();
        await foreach (var received in client.Sessions.Events.ListAsync(session.Id, new() { Types = [SessionEventType.UserMessage] }, cancellationToken))
        {
            sent.Add(((UserMessageEvent)received).Content is [TextBlock block, ..] ? block.Text : "");
        }

        Check.That(sent.Count == Messages().Count() + 5, string.Join(", ", sent));
        await UpdateAsync(client, session.Agent.Id, cancellationToken);
    }

    private static IEnumerable<UserMessage> Messages()
    {
        TextBlock[] array = [new("array"), new("of blocks")];
        List<TextBlock> list = [new("list of blocks")];
        yield return new UserMessage("text");
        yield return new UserMessage(array);
        yield return new UserMessage(list);
        yield return new UserMessage([new TextBlock("expression"), new TextBlock("of blocks")]);
        yield return new UserMessage { Content = array };
        yield return new UserMessage { Content = [.. list] };
    }

    private static async Task UpdateAsync(ManagedAgentsClient client, string agentId, CancellationToken cancellationToken)
    {
        using var schema = JsonDocument.Parse("""{"type": "object"}""");
        AgentTool[] tools = [new AgentToolset(), new CustomTool { Name = "lookup", Description = "Looks something up.", InputSchema = schema.RootElement }];
        var updated = await client.Agents.UpdateAsync(agentId, new() { Tools = tools, Description = "Uses an array." }, cancellationToken);
        Check.That(updated.Tools is [AgentToolset, CustomTool], "the tools after an update with an array");

        var again = await client.Agents.UpdateAsync(agentId, new() { Tools = [new AgentToolset()], Description = null }, cancellationToken);
        Check.That(again.Tools is [AgentToolset] && again.Version > updated.Version, "the tools after an update with a collection expression");
    }
}
