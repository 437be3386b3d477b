using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Errors;

/// <summary>Errors that the service reports, as a response or inside a stream: one type to catch, and messages that are safe to log.</summary>
public sealed class ServiceErrorTests
{
    private const int MaxServiceText = 1000;

    public static TheoryData<string> Places => Theories.Of(["response", "stream"]);

    [Theory]
    [MemberData(nameof(Places))]
    public async Task One_catch_clause_handles_error_responses_and_stream_errors(string place)
    {
        var error = await FailAsync(place, Body("overloaded_error", "Try later.", "region_overloaded"));

        error.ErrorType.ShouldBe(ApiErrorType.Overloaded);
        error.ErrorCode.ShouldBe("region_overloaded");
        error.Details.GetProperty("error_code").GetString().ShouldBe("region_overloaded");
        error.Message.ShouldContain("overloaded_error (region_overloaded): Try later.");
        error.RequestId.ShouldBe("req_body");
        error.GetType().ShouldBe(place == "stream" ? typeof(ManagedAgentsStreamErrorException) : typeof(ManagedAgentsApiException));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Text_from_the_service_is_truncated_after_a_thousand_characters(string place)
    {
        var whole = await FailAsync(place, Body("api_error", new string('x', MaxServiceText)));
        whole.Message.Count(static character => character == 'x').ShouldBe(MaxServiceText);
        whole.Message.ShouldNotContain("…");

        var cut = await FailAsync(place, Body("api_error", new string('x', MaxServiceText + 1)));
        cut.Message.Count(static character => character == 'x').ShouldBe(MaxServiceText);
        cut.Message.ShouldContain("x… (request id req_body)");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Text_is_not_truncated_within_a_character(string place)
    {
        var cut = await FailAsync(place, Body("api_error", new string('x', MaxServiceText - 1) + "😀 and more"));

        cut.Message.ShouldContain("x…");
        cut.Message.ShouldNotContain("😀");
        cut.Message.ShouldAllBe(static character => !char.IsSurrogate(character));
        (await FailAsync(place, Body("api_error", new string('x', MaxServiceText - 2) + "😀 and more"))).Message.ShouldContain("x😀…");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Text_becomes_one_line_without_control_characters(string place)
    {
        const string Forged = "One.\r\n2026-11-27 INFO\tAll is well.\u0000\u001b[2J\u0085\u2028\u2029End.";
        var error = await FailAsync(place, Body("some\nerror", Forged, "some\r\ncode", "req\n1"));

        error.Message.ShouldAllBe(static character => !char.IsControl(character) && character != '\u2028' && character != '\u2029');
        error.Message.ShouldContain("One. 2026-11-27 INFO All is well. [2J End.");
        error.Message.ShouldContain("some error (some code)");
        error.Message.ShouldContain("(request id req 1)");
        error.ErrorType.Value.ShouldBe("some\nerror", "properties are not changed");
        error.ErrorCode.ShouldBe("some\r\ncode");
        error.RequestId.ShouldBe("req\n1");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Names_and_ids_from_the_service_are_also_truncated(string place)
    {
        var error = await FailAsync(place, Body(new string('t', 5000), "Short.", new string('c', 5000), new string('r', 5000)));

        error.Message.Length.ShouldBeLessThan(MaxServiceText);
        error.ErrorType.Value.Length.ShouldBe(5000);
    }

    [Fact]
    public async Task The_path_of_an_unreadable_field_is_a_single_line_of_limited_length()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Json("""{"id":"agent_1","metadata":{"a\nb<key>":{}}}""".Replace("<key>", new string('k', 5000), StringComparison.Ordinal)));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.Message.ShouldContain("$.metadata");
        error.Message.ShouldAllBe(static character => !char.IsControl(character));
        error.Message.Length.ShouldBeLessThan(MaxServiceText);
    }

    private static async Task<ManagedAgentsServiceException> FailAsync(string place, string body)
    {
        if (place == "stream")
        {
            return (await Streams.ReadAsync(Responses.Sse(Streams.Frame("error", body)))).Error.ShouldBeAssignableTo<ManagedAgentsServiceException>()!;
        }

        await using var server = await KestrelServer.StartAsync(Responses.Json(body, 400));
        using var client = Clients.To(server);
        try
        {
            await client.Agents.GetAsync("agent_1").Guarded();
        }
        catch (ManagedAgentsServiceException error)
        {
            return error;
        }

        throw new InvalidOperationException("The request did not fail.");
    }

    private static string Body(string type, string message, string? code = null, string requestId = "req_body") => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["type"] = "error",
        ["error"] = new { type, message, details = code is null ? null : new { error_code = code } },
        ["request_id"] = requestId,
    });
}
