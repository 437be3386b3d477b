using System.Text;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Requests that do not match the contract are refused with the path of the error.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData("""{"name":"a","model":"claude-opus-5","sytem":"x"}""", "sytem: unknown field", "system")]
    [InlineData("""{"model":"claude-opus-5"}""", "name: field required", "name")]
    [InlineData("""{"name":7,"model":"claude-opus-5"}""", "name: expected a string", "the number 7")]
    [InlineData("""{"name":null,"model":"claude-opus-5"}""", "name: must not be null", "a string")]
    [InlineData("""{"name":"a","model":{"id":"claude-opus-5","speed":"warp"}}""", "model.speed: expected one of standard, fast", "warp")]
    [InlineData("""{"name":"a","model":["claude-opus-5"]}""", "model: expected", "an array")]
    [InlineData("""{"name":"a","model":"claude-opus-5","tools":[{"type":"hammer"}]}""", "tools[0].type: unknown value \"hammer\"", "agent_toolset_20260401")]
    [InlineData("""{"name":"a","model":"claude-opus-5","tools":[{}]}""", "tools[0].type: field required", "mcp_toolset")]
    [InlineData("""{"name":"a","model":"claude-opus-5","tools":[{"type":"agent_toolset_20260401","configs":[{"name":"bash","enable":true}]}]}""", "tools[0].configs[0].enable: unknown field", "enabled")]
    [InlineData("""{"name":"a","model":"claude-opus-5","tools":[{"type":"custom","name":"a b","description":"d","input_schema":{"type":"object"}}]}""", "tools[0].name: must match", "A-Za-z0-9_-")]
    [InlineData("""{"name":"a","model":"claude-opus-5","metadata":{"k":1}}""", "metadata.k: expected a string", "1")]
    [InlineData("""{"name":"a","model":"claude-opus-5","name":"b"}""", "name: sent twice", "name")]
    [InlineData("""{"name":"a",""", "body: not valid JSON", "")]
    [InlineData("""[]""", "body: expected an object", "an array")]
    public async Task An_invalid_body_is_refused_with_the_path_of_the_error(string body, string message, string detail)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.PostAsync("/v1/agents", body);

        answer.Status.ShouldBe(400);
        answer.ErrorType.ShouldBe("invalid_request_error");
        answer.Message.ShouldContain(message);
        answer.Message.ShouldContain(detail);
    }

    [Fact]
    public async Task Metadata_is_limited_in_pairs_keys_and_values()
    {
        await using var api = await TestApi.StartAsync();
        var many = string.Join(',', Enumerable.Range(0, 17).Select(static i => $"\"k{i}\":\"v\""));

        foreach (var metadata in new[] { $"{{{many}}}", $"{{\"{new string('k', 65)}\":\"v\"}}", $"{{\"k\":\"{new string('v', 513)}\"}}" })
        {
            var answer = await api.PostAsync("/v1/agents", $$"""{"name":"a","model":"claude-opus-5","metadata":{{metadata}}}""");
            answer.Status.ShouldBe(400, metadata);
            answer.Message.ShouldContain("metadata");
        }
    }

    [Theory]
    [InlineData("limits=3", "limits: unknown query parameter")]
    [InlineData("limit=many", "limit: expected an integer")]
    [InlineData("limit=0", "limit: must be between 1 and 100")]
    [InlineData("limit=101", "limit: must be between 1 and 100")]
    [InlineData("limit=1&limit=2", "limit: sent 2 times")]
    [InlineData("include_archived=maybe", "include_archived: expected a boolean")]
    [InlineData("order=sideways", "order: expected one of")]
    [InlineData("statuses[]=idle&statuses[]=asleep", "statuses[][1]: expected one of")]
    [InlineData("created_at[gt]=yesterday", "created_at[gt]: expected an RFC 3339 date-time")]
    [InlineData("agent_version=1", "agent_version: requires agent_id")]
    [InlineData("page=nonsense", "page: not a valid cursor")]
    public async Task An_invalid_query_is_refused_with_the_parameter(string query, string problem)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.GetAsync($"/v1/sessions?{query}");

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task A_parameter_without_a_value_is_ignored()
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync("/v1/sessions?page=&limit=")).Status.ShouldBe(200);
        (await api.GetAsync("/v1/sessions?beta=true")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Percent_encoded_brackets_are_decoded()
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync("/v1/sessions?statuses%5B%5D=idle&created_at%5Bgte%5D=2026-01-01T00%3A00%3A00Z")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_body_over_32_MB_is_413()
    {
        await using var api = await TestApi.StartAsync();
        var agent = $$"""{"name":"a","model":"claude-opus-5","system":"{{new string('x', 32 * 1024 * 1024)}}"}""";

        var answer = await api.PostAsync("/v1/agents", agent);

        answer.Status.ShouldBe(413);
        answer.ErrorType.ShouldBe("request_too_large");
    }

    [Fact]
    public async Task A_chunked_body_over_32_MB_is_413()
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.SendAsync(HttpMethod.Post, "/v1/agents", change: static request =>
        {
            request.Headers.TransferEncodingChunked = true;
            request.Content = new StreamContent(new MemoryStream(new byte[(32 * 1024 * 1024) + 1])) { Headers = { ContentType = new("application/json") } };
        });

        answer.Status.ShouldBe(413);
    }

    [Fact]
    public async Task A_body_with_another_content_type_is_refused()
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.SendAsync(HttpMethod.Post, "/v1/agents", change: static request => request.Content = new StringContent("name=a", Encoding.UTF8, "text/plain"));

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain("content-type");
    }

    [Fact]
    public async Task An_operation_without_a_body_refuses_one()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync();

        (await api.PostAsync($"/v1/agents/{agent}/archive", """{"why":"no"}""")).Status.ShouldBe(400);
        (await api.PostAsync($"/v1/agents/{agent}/archive", "{}")).Status.ShouldBe(200);
    }
}
