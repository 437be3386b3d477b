using System.Net;
using System.Text;
using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Errors;

/// <summary>Success responses that cannot be deserialized. The exception has the status, the request id and the JSON path.</summary>
public sealed class UnreadableResponseTests
{
    [Theory]
    [InlineData("text/html", "<html>Sign in to the Wi-Fi</html>", 200, "text/html")]
    [InlineData("text/plain", "OK", 200, "text/plain")]
    [InlineData("application/json", "", 200, "empty")]
    [InlineData(null, "", 204, "empty")]
    [InlineData(null, "", 202, "empty")]
    public async Task A_response_without_JSON_has_no_JSON_path(string? contentType, string body, int status, string description)
    {
        var error = await FailAsync(contentType, body, status);

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.JsonPath.ShouldBeNull();
        error.Message.ShouldContain(description);
        error.Message.ShouldNotContain("Wi-Fi");
    }

    [Theory]
    [InlineData("null", "$")]
    [InlineData("{}", "$")]
    [InlineData("[]", "$")]
    [InlineData("7", "$")]
    [InlineData("\"agent_1\"", "$")]
    [InlineData("{\"name\":\"no id\"}", "$")]
    [InlineData("{\"id\":7}", "$.id")]
    [InlineData("{\"id\":\"agent_1\",\"version\":\"three\"}", "$.version")]
    [InlineData("{\"id\":\"agent_1\",\"version\":1200.5}", "$.version")]
    [InlineData("{\"id\":\"agent_1\",\"created_at\":\"yesterday\"}", "$.created_at")]
    [InlineData("{\"id\":\"agent_1\",\"metadata\":{\"key\":{}}}", "$.metadata.key")]
    [InlineData("{\"id\":\"agent_1\",\"name\":\"\u00ff\"}", "$.name")]
    [InlineData("{\"id\":\"agent_1\"", "$")]
    [InlineData("{\"id\":\"agent_1\"} trailing", "$")]
    [InlineData("<html>", "$")]
    public async Task Invalid_JSON_is_reported_with_its_path(string body, string path)
    {
        var error = await FailAsync("application/json", body);

        error.StatusCode.ShouldBe(HttpStatusCode.OK);
        error.JsonPath.ShouldBe(path);
        error.MayHaveTakenEffect.ShouldBeFalse();
    }

    [Theory]
    [InlineData("{}", "$.data")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("7", "$")]
    [InlineData("{\"data\":null}", "$.data")]
    [InlineData("{\"data\":{}}", "$.data")]
    [InlineData("{\"data\":[{\"id\":\"agent_1\"},{\"name\":\"no id\"}]}", "$.data[1]")]
    [InlineData("{\"data\":[null]}", "$.data[0]")]
    [InlineData("{\"data\":[{\"id\":\"agent_1\",\"version\":\"x\"}]}", "$.data[0].version")]
    [InlineData("{\"data\":[{\"id\":\"agent_1\",\"name\":\"\u00ff\"}]}", "$.data[0].name")]
    [InlineData("{\"data\":[],\"next_page\":7}", "$.next_page")]
    [InlineData("{\"data\":[],\"next_page\":\"\u00ff\"}", "$.next_page")]
    [InlineData("{\"data\":[],\"next_page\":\"\\ud800\"}", "$.next_page")]
    [InlineData("{\"data\":[]", "$")]
    [InlineData("{\"data\":[{\"id\":\"agent_1\"}", "$")]
    [InlineData("{\"data\":[]} trailing", "$")]
    public async Task Invalid_JSON_in_a_list_is_reported_with_the_path_in_the_whole_response(string body, string path)
    {
        using var server = MockServer.Start(Responses.Body("application/json", Encoding.Latin1.GetBytes(body), 200, ("request-id", "req_1")));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(() => ReadAllAsync(client).Guarded());

        error.JsonPath.ShouldBe(path);
        error.RequestId.ShouldBe("req_1");
        error.StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_message_contains_the_same_path_as_the_property()
    {
        using var server = MockServer.Start(Responses.Json("{\"data\":[{\"id\":\"agent_1\",\"version\":\"x\"}]}"));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(() => ReadAllAsync(client).Guarded());

        error.Message.ShouldContain("$.data[0].version");
        error.Message.ShouldNotContain("Path: $.version");
        error.InnerException.ShouldBeAssignableTo<JsonException>();
    }

    [Fact]
    public async Task Unknown_fields_are_accepted()
    {
        using var server = MockServer.Start(
            Responses.Json("{\"type\":\"agent\",\"news\":[{}],\"id\":\"agent_1\",\"version\":3}"),
            Responses.Json("{\"news\":{\"data\":7},\"first_id\":null,\"data\":[{\"id\":\"agent_1\"}],\"has_more\":false,\"next_page\":null}"));
        using var client = Clients.To(server);

        (await client.Agents.GetAsync("agent_1").Guarded()).AdditionalFields.Keys.ShouldContain("news");
        (await ReadAllAsync(client).Guarded()).ShouldBe(1);
    }

    private static async Task<ManagedAgentsResponseException> FailAsync(string? contentType, string body, int status = 200)
    {
        using var server = MockServer.Start(
            status == 204 ? Responses.Status(204, ("request-id", "req_1")) : Responses.Body(contentType, Encoding.Latin1.GetBytes(body), status, ("request-id", "req_1")));
        using var client = Clients.To(server);
        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(() => client.Agents.GetAsync("agent_1").Guarded());
        error.RequestId.ShouldBe("req_1");
        error.Message.ShouldContain("req_1");
        error.Message.ShouldContain("GET v1/agents/agent_1");
        server.Requests.Count.ShouldBe(1, "an unreadable response is not retried");
        return error;
    }

    private static async Task<int> ReadAllAsync(ManagedAgentsClient client)
    {
        var count = 0;
        await foreach (var agent in client.Agents.ListAsync())
        {
            count++;
        }

        return count;
    }
}
