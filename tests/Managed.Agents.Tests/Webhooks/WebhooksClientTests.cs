using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks;

[Collection(EnvironmentVariables.Name)]
public sealed class WebhooksClientTests
{
    [Fact]
    public async Task A_client_verifies_with_the_key_of_its_options()
    {
        using var client = Client(options => options.WebhookSigningKey = Delivered.Key);

        client.Webhooks.Unwrap(Delivered.Body, Delivered.Headers).KeyLabel.ShouldBe("default");
        client.Webhooks.Unwrap(Delivered.Body, name => name == "webhook-id" ? Delivered.Id : name == "webhook-timestamp" ? Delivered.Timestamp : Delivered.Signature).Id.ShouldBe("whe_01");
        client.Webhooks.TryUnwrap(Delivered.Body, default).Refusal.ShouldBe(WebhookRefusal.MissingHeader);
        (await client.Webhooks.UnwrapAsync(new MemoryStream(Delivered.Body), Delivered.Headers)).Event.ShouldBeOfType<SessionStatusIdledWebhook>();
    }

    [Fact]
    public void A_client_verifies_with_further_keys_by_their_labels()
    {
        using var client = Client(options =>
        {
            options.WebhookSigningKey = Delivered.OtherKey;
            options.Webhooks.SigningKeys["2026"] = Delivered.Key;
        });

        client.Webhooks.Unwrap(Delivered.Body, Delivered.Headers).KeyLabel.ShouldBe("2026");
    }

    [Fact]
    public void A_client_without_a_key_refuses_and_one_with_a_broken_key_says_so()
    {
        using var scope = new VariableScope();
        using var none = Client();
        using var broken = Client(options => options.WebhookSigningKey = "?");

        none.Webhooks.TryUnwrap(Delivered.Body, Delivered.Headers).Refusal.ShouldBe(WebhookRefusal.NoKey);
        broken.Webhooks.TryUnwrap(Delivered.Body, Delivered.Headers).Refusal.ShouldBe(WebhookRefusal.MalformedKey);
    }

    [Fact]
    public void The_key_of_the_environment_does_not_come_beside_those_in_code()
    {
        using var scope = new VariableScope(("ANTHROPIC_WEBHOOK_SIGNING_KEY", Delivered.Key));
        using var client = Client(options => options.Webhooks.SigningKeys["main"] = Delivered.OtherKey);

        client.Webhooks.TryUnwrap(Delivered.Body, Delivered.Headers).Refusal.ShouldBe(WebhookRefusal.NoMatch);
    }

    [Fact]
    public void Keys_with_labels_come_from_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("ApiKey", "key"), new("Webhooks:SigningKeys:old", Delivered.OtherKey), new("Webhooks:SigningKeys:new", Delivered.Key), new("Webhooks:Tolerance", "00:01:00")]).Build();
        using var services = new ServiceCollection().AddSingleton<TimeProvider>(Delivered.Clock()).AddManagedAgents(configuration).Services.BuildServiceProvider();

        services.GetRequiredService<WebhooksClient>().Unwrap(Delivered.Body, Delivered.Headers).KeyLabel.ShouldBe("new");
    }

    private static ManagedAgentsClient Client(Action<ManagedAgentsOptions>? change = null) =>
        Clients.To(new Uri("https://api.example"), change, Delivered.Clock());
}
