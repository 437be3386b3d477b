using System.Text;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>Options from configuration, and their validation when the host starts.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void Every_option_can_be_configured()
    {
        var options = Bind("""
            {
              "ApiKey": "key", "BaseAddress": "http://gateway.example/x", "AllowInsecureHttp": true, "WorkspaceId": "wrkspc_1", "WebhookSigningKey": "whsec_1",
              "Timeout": "00:00:10", "StreamOpenTimeout": "00:00:20", "StreamIdleTimeout": "-00:00:00.001",
              "Resilience": { "MaxRetryAttempts": 7, "BaseDelay": "00:00:01", "MaxDelay": "00:00:09", "MaxRetryAfter": "00:05:00" }
            }
            """);

        options.ApiKey.ShouldBe("key");
        options.BaseAddress.ShouldBe(new Uri("http://gateway.example/x"));
        options.AllowInsecureHttp.ShouldBeTrue();
        options.WorkspaceId.ShouldBe("wrkspc_1");
        options.WebhookSigningKey.ShouldBe("whsec_1");
        options.Timeout.ShouldBe(TimeSpan.FromSeconds(10));
        options.StreamOpenTimeout.ShouldBe(TimeSpan.FromSeconds(20));
        options.StreamIdleTimeout.ShouldBe(Timeout.InfiniteTimeSpan);
        options.Resilience.ShouldNotBeNull().MaxRetryAttempts.ShouldBe(7);
        options.Resilience.BaseDelay.ShouldBe(TimeSpan.FromSeconds(1));
        options.Resilience.MaxDelay.ShouldBe(TimeSpan.FromSeconds(9));
        options.Resilience.MaxRetryAfter.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void An_option_that_is_not_configured_has_its_default()
    {
        var options = Bind("""{ "AuthToken": "token", "Resilience": { "MaxRetryAttempts": 0 } }""");

        options.ApiKey.ShouldBeNull();
        options.Timeout.ShouldBe(TimeSpan.FromMinutes(2));
        options.StreamOpenTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.StreamIdleTimeout.ShouldBe(TimeSpan.FromMinutes(5));
        options.Resilience.ShouldNotBeNull().MaxRetryAttempts.ShouldBe(0);
        options.Resilience.BaseDelay.ShouldBe(TimeSpan.FromSeconds(0.5));
        options.Resilience.MaxDelay.ShouldBe(TimeSpan.FromSeconds(8));
        options.Resilience.MaxRetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Retries_can_be_disabled_in_configuration()
    {
        using var server = MockServer.Start(Responses.Error(503));
        await using var services = new ServiceCollection()
            .AddManagedAgents(Section($$"""{ "ApiKey": "key", "BaseAddress": "{{server.Address}}", "Resilience": { "MaxRetryAttempts": 0 } }""")).Services.BuildServiceProvider();

        await Should.ThrowAsync<ManagedAgentsApiException>(() => services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_keyed_client_has_its_own_section()
    {
        using var server = MockServer.Start(Responses.Agent());
        var services = new ServiceCollection();
        services.AddKeyedManagedAgents("staging", Section($$"""{ "ApiKey": "configured", "BaseAddress": "{{server.Address}}" }"""));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ManagedAgentsClient>("staging").Agents.GetAsync("agent_1").Guarded();

        server.Request.Header("authorization").ShouldBe("Bearer configured");
    }

    [Theory]
    [InlineData("""{ "ApiKey": "sk-secret-1", "AuthToken": "tok-secret-2" }""", "ManagedAgentsOptions.ApiKey", "Remove one of them")]
    [InlineData("""{ "ApiKey": "sk-secret-1\n" }""", "ManagedAgentsOptions.ApiKey", "Trim")]
    [InlineData("""{ "ApiKey": "" }""", "ManagedAgentsOptions.ApiKey", "empty")]
    [InlineData("""{ "ApiKey": "sk-secret-ü" }""", "ManagedAgentsOptions.ApiKey", "header")]
    [InlineData("""{ "AuthToken": "tok-secret\u0000" }""", "ManagedAgentsOptions.AuthToken", "header")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "WorkspaceId": "a\r\nb" }""", "ManagedAgentsOptions.WorkspaceId", "line break")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "api.example" }""", "ManagedAgentsOptions.BaseAddress", "'api.example'")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "ftp://api.example" }""", "ManagedAgentsOptions.BaseAddress", "https")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "http://api.example" }""", "ManagedAgentsOptions.BaseAddress", "AllowInsecureHttp")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "http://10.0.0.1:8400" }""", "ManagedAgentsOptions.BaseAddress", "AllowInsecureHttp")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "http://localhost.example" }""", "ManagedAgentsOptions.BaseAddress", "AllowInsecureHttp")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "https://user:pass-secret@api.example" }""", "ManagedAgentsOptions.BaseAddress", "user name or password")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "user:pass-secret@api.example" }""", "ManagedAgentsOptions.BaseAddress", "https")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "https://api.example?key=query-secret" }""", "ManagedAgentsOptions.BaseAddress", "query")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "BaseAddress": "https://api.example/v1/" }""", "ManagedAgentsOptions.BaseAddress", "Remove /v1")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "Timeout": "00:00:00" }""", "ManagedAgentsOptions.Timeout", "InfiniteTimeSpan")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "StreamOpenTimeout": "-00:00:05" }""", "ManagedAgentsOptions.StreamOpenTimeout", "greater than zero")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "StreamIdleTimeout": "60.00:00:00" }""", "ManagedAgentsOptions.StreamIdleTimeout", "50 days")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "Resilience": { "MaxRetryAttempts": -1 } }""", "ManagedAgentsOptions.Resilience.MaxRetryAttempts", "between 0")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "Resilience": { "BaseDelay": "-00:00:01" } }""", "ManagedAgentsOptions.Resilience.BaseDelay", "zero and one day")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "Resilience": { "MaxDelay": "2.00:00:00" } }""", "ManagedAgentsOptions.Resilience.MaxDelay", "zero and one day")]
    [InlineData("""{ "ApiKey": "sk-secret-1", "Resilience": { "MaxRetryAfter": "2.00:00:00" } }""", "ManagedAgentsOptions.Resilience.MaxRetryAfter", "zero and one day")]
    public async Task Invalid_options_prevent_the_host_from_starting_with_an_explanation(string json, string option, string advice)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddManagedAgents(Section(json));
        using var host = builder.Build();

        var error = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync().Guarded());

        error.Message.ShouldContain(option);
        error.Message.ShouldContain(advice);
        error.ToString().ShouldNotContain("secret", Case.Insensitive);
    }

    [Theory]
    [InlineData("http://localhost:8400")]
    [InlineData("http://127.0.0.1:8400")]
    [InlineData("http://[::1]:8400")]
    [InlineData("https://gateway.example/anthropic")]
    public void Valid_addresses_are_accepted(string address) =>
        Bind($$"""{ "ApiKey": "key", "BaseAddress": "{{address}}" }""").BaseAddress.ShouldBe(new Uri(address));

    [Fact]
    public async Task A_missing_credential_of_a_keyed_client_prevents_the_host_from_starting()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddManagedAgents(static options => options.ApiKey = "key");
        builder.Services.AddKeyedManagedAgents("staging", static options => options.ApiKey = "");
        using var host = builder.Build();

        await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync().Guarded());
    }

    [Fact]
    public void All_validation_failures_are_reported_together()
    {
        var error = Should.Throw<ArgumentException>(static () => new ManagedAgentsClient(
            new ManagedAgentsOptions { ApiKey = "", BaseAddress = new Uri("ftp://api.example"), Timeout = TimeSpan.Zero }));

        error.Message.ShouldContain("ApiKey");
        error.Message.ShouldContain("BaseAddress");
        error.Message.ShouldContain("Timeout");
        error.ParamName.ShouldBe("options");
    }

    private static ManagedAgentsOptions Bind(string json)
    {
        using var services = new ServiceCollection().AddManagedAgents(Section(json)).Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<ManagedAgentsOptions>>().Value;
    }

    private static IConfigurationSection Section(string json) =>
        new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "ManagedAgents": {{json}} }""")))
            .Build()
            .GetSection("ManagedAgents");
}
