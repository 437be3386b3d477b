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
    private const string OtherKey = "whsec_b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI=";

    [Fact]
    public void A_host_that_only_receives_webhooks_needs_no_API_key() =>
        VerifyWith(services => services.AddManagedAgentsWebhooks(options => options.SigningKeys["a"] = WebhookReceiver.Key)).KeyLabel.ShouldBe("a");

    [Fact]
    public void The_keys_of_the_client_are_used_when_no_others_are_configured()
    {
        VerifyWith(services =>
        {
            services.AddManagedAgents(options => (options.ApiKey, options.WebhookSigningKey) = ("key", WebhookReceiver.Key));
            services.AddManagedAgentsWebhooks();
        }).KeyLabel.ShouldBe("default");
        VerifyWith(services =>
        {
            services.AddManagedAgentsWebhooks();
            services.AddManagedAgents(options =>
            {
                options.ApiKey = "key";
                options.Webhooks.SigningKeys["b"] = WebhookReceiver.Key;
            });
        }).KeyLabel.ShouldBe("b");
    }

    [Fact]
    public void The_keys_of_the_client_are_not_used_in_addition_to_others() =>
        VerifyWith(services =>
        {
            services.AddManagedAgents(options => (options.ApiKey, options.WebhookSigningKey) = ("key", WebhookReceiver.Key));
            services.AddManagedAgentsWebhooks(options => options.SigningKeys["a"] = OtherKey);
        }).Failure.ShouldBe(WebhookVerificationFailure.SignatureMismatch);

    [Fact]
    public void A_key_that_is_rotated_in_the_configuration_is_used()
    {
        var clock = new ManualTimeProvider();
        var configuration = new ConfigurationManager { ["Webhooks:SigningKeys:main"] = OtherKey };
        using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock)
            .AddManagedAgentsWebhooks(configuration.GetSection("Webhooks")).BuildServiceProvider();
        var verifier = services.GetRequiredService<WebhookVerifier>();
        var signed = new WebhookSigner(WebhookReceiver.Key, clock).Sign(new AgentCreatedWebhook(), "whe_1");
        verifier.Verify(signed.Body.Span, signed.Headers).Failure.ShouldBe(WebhookVerificationFailure.SignatureMismatch);

        configuration["Webhooks:SigningKeys:main"] = WebhookReceiver.Key;
        ((IConfigurationRoot)configuration).Reload();

        verifier.Verify(signed.Body.Span, signed.Headers).KeyLabel.ShouldBe("main");
    }

    [Fact]
    public void Registering_twice_has_no_further_effect()
    {
        var services = new ServiceCollection().AddManagedAgentsWebhooks().AddManagedAgentsWebhooks().AddManagedAgentsWebhookCatchUp().AddManagedAgentsWebhookCatchUp();

        services.Count(static descriptor => descriptor.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)).ShouldBe(2);
    }

    private static WebhookVerification VerifyWith(Action<IServiceCollection> add)
    {
        var clock = new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(clock);
        add(services);
        using var provider = services.BuildServiceProvider();
        var signed = new WebhookSigner(WebhookReceiver.Key, clock).Sign(new AgentCreatedWebhook(), "whe_1");
        return provider.GetRequiredService<WebhookVerifier>().Verify(signed.Body.Span, signed.Headers);
    }
}
