using System.Net.Http.Headers;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Keys, beta values and versions of requests.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task The_key_is_accepted_as_bearer_token_and_as_x_api_key()
    {
        await using var api = await TestApi.StartAsync(options => options.ApiKey = "secret");

        (await api.GetAsync("/v1/agents")).Status.ShouldBe(200);
        (await api.SendAsync(HttpMethod.Get, "/v1/agents", change: request =>
        {
            request.Headers.Authorization = null;
            request.Headers.Add("x-api-key", "secret");
        })).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("secret ")]
    public async Task A_missing_or_wrong_key_is_401(string? token)
    {
        await using var api = await TestApi.StartAsync(options => options.ApiKey = "secret!");

        var answer = await api.SendAsync(HttpMethod.Get, "/v1/agents", change: request =>
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token));

        answer.Status.ShouldBe(401);
        answer.ErrorType.ShouldBe("authentication_error");
    }

    [Fact]
    public async Task The_key_is_checked_first()
    {
        await using var api = await TestApi.StartAsync();

        (await api.SendAsync(HttpMethod.Get, "/v1/nothing", change: request => request.Headers.Authorization = null)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_stream_accepts_an_API_key_or_a_bearer_token_but_not_both()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        var answer = await api.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}/events/stream", change: request => request.Headers.Add("x-api-key", api.Emulator.ApiKey));

        answer.Status.ShouldBe(401);
        (await api.SendAsync(HttpMethod.Get, "/v1/agents", change: request => request.Headers.Add("x-api-key", api.Emulator.ApiKey))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/v1/agents")]
    [InlineData("/v1/environments")]
    [InlineData("/v1/sessions")]
    public async Task A_missing_beta_value_is_404(string path)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.SendAsync(HttpMethod.Get, path, change: request => request.Headers.Remove("anthropic-beta"));

        answer.Status.ShouldBe(404);
        answer.ErrorType.ShouldBe("not_found_error");
        answer.Message.ShouldContain(TestApi.Beta);
    }

    [Fact]
    public async Task An_unknown_beta_value_is_400_and_other_known_values_are_accepted()
    {
        await using var api = await TestApi.StartAsync();

        var unknown = await api.SendAsync(HttpMethod.Get, "/v1/agents", change: request => request.Headers.Add("anthropic-beta", "time-travel-2030-01-01"));
        var known = await api.SendAsync(HttpMethod.Get, "/v1/agents", change: request =>
        {
            request.Headers.Remove("anthropic-beta");
            request.Headers.TryAddWithoutValidation("anthropic-beta", $"context-1m-2025-08-07,{TestApi.Beta}");
        });

        unknown.Status.ShouldBe(400);
        unknown.Message.ShouldContain("time-travel-2030-01-01");
        known.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("2023-06-01", 200)]
    [InlineData("2026-10-21", 200)]
    [InlineData("2019-01-01", 400)]
    [InlineData(null, 400)]
    public async Task Only_versions_of_the_API_are_accepted(string? version, int status)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.SendAsync(HttpMethod.Get, "/v1/agents", change: request =>
        {
            request.Headers.Remove("anthropic-version");
            if (version is not null)
            {
                request.Headers.Add("anthropic-version", version);
            }
        });

        answer.Status.ShouldBe(status);
    }
}
