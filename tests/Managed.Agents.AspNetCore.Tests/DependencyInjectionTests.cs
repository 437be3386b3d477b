using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Testing;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests;

public sealed class DependencyInjectionTests
{
    private const string Other = "whsec_b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI=";

    [Fact]
    public void A_host_that_only_receives_needs_no_API_key() =>
        VerifierOf(services => services.AddManagedAgentsWebhooks(options => options.SigningKeys["a"] = Receiver.Key)).KeyLabel.ShouldBe("a");

    [Fact]
    public void The_keys_of_the_client_count_where_there_are_no_others()
    {
        VerifierOf(services =>
        {
            services.AddManagedAgents(options => (options.ApiKey, options.WebhookSigningKey) = ("key", Receiver.Key));
            services.AddManagedAgentsWebhooks();
        }).KeyLabel.ShouldBe("default");
        VerifierOf(services =>
        {
            services.AddManagedAgentsWebhooks();
            services.AddManagedAgents(options =>
            {
                options.ApiKey = "key";
                options.Webhooks.SigningKeys["b"] = Receiver.Key;
            });
        }).KeyLabel.ShouldBe("b");
    }

    [Fact]
    public void The_keys_of_the_client_do_not_come_beside_others() =>
        VerifierOf(services =>
        {
            services.AddManagedAgents(options => (options.ApiKey, options.WebhookSigningKey) = ("key", Receiver.Key));
            services.AddManagedAgentsWebhooks(options => options.SigningKeys["a"] = Other);
        }).Refusal.ShouldBe(WebhookRefusal.NoMatch);

    [Fact]
    public void A_key_that_is_rotated_in_the_configuration_is_seen()
    {
        var clock = new ManualTimeProvider();
        var configuration = new ConfigurationManager { ["Webhooks:SigningKeys:main"] = Other };
        using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock)
            .AddManagedAgentsWebhooks(configuration.GetSection("Webhooks")).BuildServiceProvider();
        var verifier = services.GetRequiredService<WebhookVerifier>();
        var signed = new WebhookSigner(Receiver.Key, clock).Sign(new AgentCreatedWebhook(), "whe_1");
        verifier.Verify(signed.Body.Span, signed.Headers).Refusal.ShouldBe(WebhookRefusal.NoMatch);

        configuration["Webhooks:SigningKeys:main"] = Receiver.Key;
        ((IConfigurationRoot)configuration).Reload();

        verifier.Verify(signed.Body.Span, signed.Headers).KeyLabel.ShouldBe("main");
    }

    [Fact]
    public void Registering_twice_is_registering_once()
    {
        var services = new ServiceCollection().AddManagedAgentsWebhooks().AddManagedAgentsWebhooks().AddManagedAgentsWebhookCatchUp().AddManagedAgentsWebhookCatchUp();

        services.Count(static descriptor => descriptor.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)).ShouldBe(2);
    }

    private static WebhookVerification VerifierOf(Action<IServiceCollection> add)
    {
        var clock = new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(clock);
        add(services);
        using var provider = services.BuildServiceProvider();
        var signed = new WebhookSigner(Receiver.Key, clock).Sign(new AgentCreatedWebhook(), "whe_1");
        return provider.GetRequiredService<WebhookVerifier>().Verify(signed.Body.Span, signed.Headers);
    }
}
