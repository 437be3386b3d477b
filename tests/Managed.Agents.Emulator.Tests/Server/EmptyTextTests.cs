using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Empty text blocks, which the service refuses although the contract has no minimum length.</summary>
public sealed class EmptyTextTests
{
    private const string Refusal = "content[0].text: minimum string length is 1";

    [Fact]
    public async Task A_message_with_an_empty_text_block_is_refused_and_not_stored()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        (await api.SayAsync(session, "")).ShouldBeRefused($"events[0].{Refusal}");

        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_initial_message_with_an_empty_text_block_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        var body = new JsonObject
        {
            ["agent"] = await api.CreateAgentAsync(),
            ["environment_id"] = await api.CreateEnvironmentAsync(),
            ["initial_events"] = new JsonArray(Inputs.Message("")),
        };

        (await api.PostAsync("/v1/sessions", body)).ShouldBeRefused($"initial_events[0].{Refusal}");
    }

    [Fact]
    public async Task A_tool_result_needs_no_content_but_no_text_block_may_be_empty()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").CallCustomTool("look").Reply(static turn => $"[{turn.LastResultText}]");
        var agent = await api.CreateAgentAsync(tools: """[{"type":"custom","name":"look","description":"d","input_schema":{"type":"object"}}]""");
        var session = await api.CreateSessionAsync(agent);
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        var call = (await stream.UntilIdleAsync()).Only("agent.custom_tool_use").Id();

        (await api.SendEventsAsync(session, Inputs.CustomResult(call, ""))).ShouldBeRefused($"events[0].{Refusal}");
        (await api.SendEventsAsync(session, new JsonObject { ["type"] = "user.custom_tool_result", ["custom_tool_use_id"] = call, ["content"] = new JsonArray() })).ShouldSucceed();

        (await stream.UntilIdleAsync()).Only("agent.message").Text().ShouldBe("[]");
    }

    [Theory]
    [InlineData("""{"type":"user.message","content":[{"type":"text","text":"a"},{"type":"text","text":""}]}""", "content[1].text")]
    [InlineData("""{"type":"system.message","content":[{"type":"text","text":""}]}""", "content[0].text")]
    [InlineData("""{"type":"user.tool_result","tool_use_id":"sevt_1","content":[{"type":"text","text":""}]}""", "content[0].text")]
    [InlineData("""{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1","is_error":true,"content":[{"type":"text","text":""}]}""", "content[0].text")]
    [InlineData("""{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1","content":[{"type":"search_result","source":"s","title":"t","citations":{"enabled":false},"content":[{"type":"text","text":"a"},{"type":"text","text":""}]}]}""", "content[0].content[1].text")]
    public async Task An_empty_text_block_is_refused_in_every_input(string input, string path)
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        (await api.SendEventsAsync(session, JsonNode.Parse(input)!.AsObject())).ShouldBeRefused($"events[0].{path}: minimum string length is 1");
    }

    [Fact]
    public async Task An_empty_text_block_is_refused_in_a_deployment()
    {
        await using var api = await TestApi.StartAsync();
        var body = new JsonObject
        {
            ["name"] = "nightly",
            ["agent"] = await api.CreateAgentAsync(),
            ["environment_id"] = await api.CreateEnvironmentAsync(),
            ["initial_events"] = new JsonArray(Inputs.Message("")),
        };

        (await api.PostAsync("/v1/deployments", body)).ShouldBeRefused($"initial_events[0].{Refusal}");
    }
}
