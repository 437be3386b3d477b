using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>The environment variables of the official clients, and what takes precedence over them.</summary>
[Collection(EnvironmentVariables.Name)]
public sealed class EnvironmentVariableTests
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
    public async Task A_client_without_options_uses_the_environment_variables(string? key, string? token, string used)
    {
        using var server = MockServer.Start(Responses.Agent(), Responses.Agent());
        using var scope = new VariableScope((Key, key), (Token, token), (BaseUrl, server.Address.ToString()));
        using var client = new ManagedAgentsClient();
        await using var services = new ServiceCollection().AddManagedAgents().Services.BuildServiceProvider();

        await client.Agents.GetAsync("agent_1").Guarded();
        await services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1").Guarded();

        server.Requests.Select(static request => request.Header("authorization")).ShouldBe([$"Bearer {used}", $"Bearer {used}"]);
        server.Requests.ShouldAllBe(request => request.Header("anthropic-beta")!.Contains("oauth", StringComparison.Ordinal) == (used == "token"));
    }

    [Fact]
    public async Task Options_in_code_take_precedence_over_environment_variables()
    {
        using var server = MockServer.Start(Responses.Agent(), Responses.Agent(), Responses.Agent());
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
    public async Task Configuration_takes_precedence_over_environment_variables_per_option()
    {
        using var server = MockServer.Start(Responses.Agent());
        using var scope = new VariableScope((Key, "key"), (BaseUrl, server.Address.ToString()));
        await using var services = new ServiceCollection().AddManagedAgents(Section(("ApiKey", "configured"))).Services.BuildServiceProvider();

        await services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1").Guarded();

        server.Request.Header("authorization").ShouldBe("Bearer configured");
    }

    [Fact]
    public void The_webhook_signing_key_is_read_from_the_environment()
    {
        using var scope = new VariableScope((Key, "key"), ("ANTHROPIC_WEBHOOK_SIGNING_KEY", "whsec_1"));
        using var services = new ServiceCollection().AddManagedAgents().Services.BuildServiceProvider();

        services.GetRequiredService<IOptions<ManagedAgentsOptions>>().Value.WebhookSigningKey.ShouldBe("whsec_1");
    }

    [Fact]
    public void An_empty_address_is_ignored()
    {
        using var scope = new VariableScope((Key, "key"), (BaseUrl, ""));
        using var services = new ServiceCollection().AddManagedAgents().Services.BuildServiceProvider();

        services.GetRequiredService<IOptions<ManagedAgentsOptions>>().Value.BaseAddress.ShouldBe(new Uri("https://api.anthropic.com"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void A_missing_credential_is_reported_with_all_ways_to_set_one(string? key, string? token)
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
    public void An_invalid_variable_is_named_in_the_exception(string name, string value, string named)
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
