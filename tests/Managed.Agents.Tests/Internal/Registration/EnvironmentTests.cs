using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>The environment variables of the official clients, and what beats them.</summary>
[Collection(EnvironmentVariables.Name)]
public sealed class EnvironmentTests
{
    private const string Key = "ANTHROPIC_API_KEY";
    private const string Token = "ANTHROPIC_AUTH_TOKEN";
    private const string BaseUrl = "ANTHROPIC_BASE_URL";

    [Theory]
    [InlineData("key", null, "key")]
    [InlineData(null, "token", "token")]
    [InlineData("", "token", "token")]
    [InlineData("key", "token", "key")]
    [InlineData("key", "", "key")]
    public async Task A_client_without_options_takes_credential_and_address_from_the_environment(string? key, string? token, string used)
    {
        await using var server = await StubServer.StartAsync(Answers.Agent(), Answers.Agent());
        using var scope = new VariableScope((Key, key), (Token, token), (BaseUrl, server.Address.ToString()));
        using var client = new ManagedAgentsClient();
        await using var services = new ServiceCollection().AddManagedAgents().Services.BuildServiceProvider();

        await client.Agents.GetAsync("agent_1").Guarded();
        await services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1").Guarded();

        server.Requests.Select(static request => request.Header("authorization")).ShouldBe([$"Bearer {used}", $"Bearer {used}"]);
        server.Requests.ShouldAllBe(request => request.Header("anthropic-beta")!.Contains("oauth", StringComparison.Ordinal) == (used == "token"));
    }

    [Fact]
    public async Task What_is_passed_in_code_beats_the_environment()
    {
        await using var server = await StubServer.StartAsync(Answers.Agent(), Answers.Agent(), Answers.Agent());
        using var scope = new VariableScope((Key, "key"), (Token, "token"), (BaseUrl, "https://elsewhere.example"));
        using var withKey = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = "mine", BaseAddress = server.Address });
        using var withToken = new ManagedAgentsClient(new ManagedAgentsOptions { AuthToken = "mine", BaseAddress = server.Address });
        await using var services = new ServiceCollection().AddManagedAgents(options =>
        {
            options.AuthToken = "mine";
            options.BaseAddress = server.Address;
        }).Services.BuildServiceProvider();

        await withKey.Agents.GetAsync("agent_1").Guarded();
        await withToken.Agents.GetAsync("agent_1").Guarded();
        await services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1").Guarded();

        server.Requests.ShouldAllBe(static request => request.Header("authorization") == "Bearer mine");
    }

    [Fact]
    public async Task What_is_configured_beats_the_environment_and_the_rest_comes_from_it()
    {
        await using var server = await StubServer.StartAsync(Answers.Agent());
        using var scope = new VariableScope((Key, "key"), (BaseUrl, server.Address.ToString()));
        await using var services = new ServiceCollection().AddManagedAgents(Section(("ApiKey", "configured"))).Services.BuildServiceProvider();

        await services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1").Guarded();

        server.Request.Header("authorization").ShouldBe("Bearer configured");
    }

    [Fact]
    public void The_signing_key_of_webhooks_comes_from_the_environment_too()
    {
        using var scope = new VariableScope((Key, "key"), ("ANTHROPIC_WEBHOOK_SIGNING_KEY", "whsec_1"));
        using var services = new ServiceCollection().AddManagedAgents().Services.BuildServiceProvider();

        services.GetRequiredService<IOptions<ManagedAgentsOptions>>().Value.WebhookSigningKey.ShouldBe("whsec_1");
    }

    [Fact]
    public void An_empty_address_counts_as_unset()
    {
        using var scope = new VariableScope((Key, "key"), (BaseUrl, ""));
        using var services = new ServiceCollection().AddManagedAgents().Services.BuildServiceProvider();

        services.GetRequiredService<IOptions<ManagedAgentsOptions>>().Value.BaseAddress.ShouldBe(new Uri("https://api.anthropic.com"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void Without_any_credential_all_places_for_one_are_named(string? key, string? token)
    {
        using var scope = new VariableScope((Key, key), (Token, token));

        var error = Should.Throw<ArgumentException>(static () => new ManagedAgentsClient());

        error.Message.ShouldContain("ManagedAgentsOptions.ApiKey");
        error.Message.ShouldContain("ManagedAgentsOptions.AuthToken");
        error.Message.ShouldContain(Key);
        error.Message.ShouldContain(Token);
    }

    [Theory]
    [InlineData(Key, "sk-secret\n", Key)]
    [InlineData(Token, " tok-secret", Token)]
    [InlineData(BaseUrl, "api.example", BaseUrl)]
    [InlineData(BaseUrl, "not an address", BaseUrl)]
    [InlineData(BaseUrl, "http://api.example", BaseUrl)]
    public void A_variable_that_cannot_be_used_is_named(string name, string value, string named)
    {
        using var scope = new VariableScope((Key, name == Token ? null : "key"), (name, value));

        var error = Should.Throw<ArgumentException>(static () => new ManagedAgentsClient());

        error.Message.ShouldContain(named);
        error.Message.ShouldNotContain("secret");
    }

    private static IConfigurationSection Section(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(static value => KeyValuePair.Create($"ManagedAgents:{value.Key}", value.Value)))
            .Build()
            .GetSection("ManagedAgents");
}
