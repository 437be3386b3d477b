using System.Text.Json;
using Managed.Agents;
using Managed.Agents.Dreams;

namespace Net8User;

/// <summary>Passes several values in each way that C# 12 allows: as an array, a list, a collection expression or a single value.</summary>
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
        CheckFactories();
    }

    private static IEnumerable<UserMessage> Messages()
    {
        TextBlock[] array = [new("array"), new("of blocks")];
        List<TextBlock> list = [new("list of blocks")];
        yield return new UserMessage("text");
        yield return new UserMessage(array);
        yield return new UserMessage(list);
        yield return new UserMessage([new TextBlock("expression"), new TextBlock("of blocks")]);
        yield return new UserMessage(new TextBlock("one block"));
        yield return new UserMessage(new TextBlock("two"), new TextBlock("blocks"));
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

    /// <summary>Methods that take several values as arguments, as an array and as a collection expression.</summary>
    private static void CheckFactories()
    {
        string[] names = ["bash", "read"];
        Check.That(AgentToolset.Only("bash", "read").Equals(AgentToolset.Only(names)) && AgentToolset.Only(["bash", "read"]).Equals(AgentToolset.Only(names)), "the tools of an agent");
        Check.That(NetworkAccess.Limited("example.com").Equals(NetworkAccess.Limited(["example.com"])), "the hosts of an environment");
        Check.That(CredentialNetworking.Limited("example.com").Equals(CredentialNetworking.Limited(["example.com"])), "the hosts of a credential");
        Check.That(WebFetchUrlSource.Only("search").Equals(WebFetchUrlSource.Only(["search"])), "the sources of URLs");
        Check.That(ToolResult.FromContent(new TextBlock("a"), new TextBlock("b")).Content.Count == ToolResult.FromContent([new TextBlock("a"), new TextBlock("b")]).Content.Count, "the content of a tool result");
        Check.That(AgentToolset.Without("bash").Equals(AgentToolset.Without(["bash"])), "the tools that an agent lacks");
        Check.That(WebFetchUrlSource.Except("search").Equals(WebFetchUrlSource.Except(["search"])), "the excluded sources of URLs");
        Check.That(new MultiagentCoordinator("agent_1", "agent_2").Equals(new MultiagentCoordinator(["agent_1", "agent_2"])), "the roster of a coordinator");
        Check.That(new UserToolResult("call", new TextBlock("a"), new TextBlock("b")).Equals(new UserToolResult("call", [new TextBlock("a"), new TextBlock("b")])), "the result of a tool");
        Check.That(new SessionsDreamInput("sesn_1", "sesn_2").Equals(new SessionsDreamInput(["sesn_1", "sesn_2"])), "the sessions of a dream");
        Check.That(SkillUpload.FromFiles(FileUpload.FromBytes(new byte[] { 1 }, "a/SKILL.md")) is not null, "the files of a skill");
        Check.That(new AgentCreateRequest { Name = "a", Model = "m", Metadata = new() { ["channel"] = "C1" } }.Metadata["channel"] == "C1", "metadata by initializer");
        Check.That(new UserCustomToolResult("call", new TextBlock("a")).Equals(new UserCustomToolResult("call", [new TextBlock("a")])), "the result of a custom tool");
    }
}
