using System.Net;
using System.Text;
using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Errors;

/// <summary>The exceptions for error responses of the API.</summary>
public sealed class ApiErrorTests
{
    private const string Envelope = """
        {"type":"error","error":{"type":"invalid_request_error","message":"The environment is archived.","details":{"error_code":"environment_archived","environment_id":"env_1"}},"request_id":"req_body"}
        """;

    public static TheoryData<string> Every => Theories.Of(Call.Every);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task The_exception_has_all_details_of_the_response(string name)
    {
        using var server = MockServer.Start(Responses.Json(Envelope, 400, ("request-id", "req_header"), ("retry-after", "3")));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        error.ErrorType.ShouldBe(ApiErrorType.InvalidRequest);
        error.ErrorCode.ShouldBe("environment_archived");
        error.RequestId.ShouldBe("req_header");
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
        error.Details.GetProperty("environment_id").GetString().ShouldBe("env_1");
        error.Message.ShouldContain("The environment is archived.");
        error.Message.ShouldContain("environment_archived");
        error.Message.ShouldContain("400");
        error.Message.ShouldContain("req_header");
        error.Message.ShouldContain(server.Request.Method);
    }

    [Fact]
    public async Task The_message_contains_the_path_but_not_the_query()
    {
        using var server = MockServer.Start(Responses.Error(400));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(
            () => client.SendAsync(new RawRequest(HttpMethod.Get, "v1/agents?page=cursor-of-a-user")).Guarded());

        error.Message.ShouldContain("GET v1/agents ");
        error.Message.ShouldNotContain("cursor-of-a-user");
    }

    [Fact]
    public async Task The_request_id_in_the_body_is_used_if_the_header_is_missing()
    {
        using var server = MockServer.Start(Responses.Json(Envelope, 400));
        using var client = Clients.To(server);

        (await FailAsync(client)).RequestId.ShouldBe("req_body");
    }

    [Theory]
    [InlineData("rate_limit_error", 429)]
    [InlineData("overloaded_error", 529)]
    [InlineData("reinvented_error", 400)]
    public async Task Known_and_unknown_error_types_are_kept(string type, int status)
    {
        using var server = MockServer.Start(Responses.Error(status, type, ("x-should-retry", "false")));
        using var client = Clients.To(server);

        var error = await FailAsync(client);

        error.ErrorType.ShouldBe(new ApiErrorType(type));
        error.ErrorCode.ShouldBeNull();
        error.Details.ValueKind.ShouldBe(JsonValueKind.Undefined);
    }

    [Theory]
    [InlineData("text/html", "<html><h1>502 Bad Gateway</h1></html>")]
    [InlineData("text/plain", "upstream connect error")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "{\"error\":")]
    [InlineData("application/json", "{\"error\":\"flat\"}")]
    [InlineData("application/json", "{\"error\":null}")]
    [InlineData("application/json", "{\"error\":{\"type\":7,\"message\":[],\"details\":\"none\"}}")]
    [InlineData("application/json", "{\"error\":{\"type\":\"\u00ff\",\"message\":\"x\"}}")]
    [InlineData("application/json", "{\"error\":{\"type\":\"\\ud800\",\"message\":\"x\"},\"request_id\":\"\\udc00\"}")]
    [InlineData(null, "")]
    public async Task A_response_without_an_error_envelope_is_an_error_with_its_status(string? contentType, string body)
    {
        using var server = MockServer.Start(Responses.Body(contentType, Encoding.Latin1.GetBytes(body), 418, ("request-id", "req_1")));
        using var client = Clients.To(server);

        var error = await FailAsync(client);

        error.StatusCode.ShouldBe((HttpStatusCode)418);
        error.RequestId.ShouldBe("req_1");
        error.ErrorType.Value.ShouldBeEmpty();
        error.ErrorType.ShouldBe(default);
        error.Message.ShouldContain("418");
        error.Message.ShouldNotContain("Bad Gateway", Case.Insensitive, "the page of a proxy is not an error message");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        using var elsewhere = MockServer.Start(Responses.Agent());
        using var server = MockServer.Start(Responses.Status(status, ("location", elsewhere.Address + "v1/agents/agent_1"), ("request-id", "req_1")));
        using var client = Clients.To(server);

        var error = await FailAsync(client);

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.RequestId.ShouldBe("req_1");
        elsewhere.Requests.ShouldBeEmpty("the credential must not be sent to another address");
    }

    [Fact]
    public async Task A_compressed_error_is_decompressed()
    {
        using var server = MockServer.Start(Responses.Gzip("application/json", Envelope, 400));
        using var client = Clients.To(server);

        (await FailAsync(client)).ErrorCode.ShouldBe("environment_archived");
    }

    private static Task<ManagedAgentsApiException> FailAsync(ManagedAgentsClient client) =>
        Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());
}
