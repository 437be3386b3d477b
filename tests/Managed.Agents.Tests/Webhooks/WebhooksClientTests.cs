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
        using var client = Client(options => options.WebhookSigningKey = SampleDelivery.Key);

        client.Webhooks.Unwrap(SampleDelivery.Body, SampleDelivery.Headers).KeyLabel.ShouldBe("default");
        client.Webhooks.Unwrap(SampleDelivery.Body, name => name == "webhook-id" ? SampleDelivery.Id : name == "webhook-timestamp" ? SampleDelivery.Timestamp : SampleDelivery.Signature).Id.ShouldBe("whe_01");
        client.Webhooks.TryUnwrap(SampleDelivery.Body, default).Failure.ShouldBe(WebhookVerificationFailure.MissingHeader);
        (await client.Webhooks.UnwrapAsync(new MemoryStream(SampleDelivery.Body), SampleDelivery.Headers)).Event.ShouldBeOfType<SessionStatusIdledWebhook>();
    }

    [Fact]
    public async Task A_client_accepts_every_form_of_body_and_headers()
    {
        using var client = Client(options => options.WebhookSigningKey = SampleDelivery.Key);
        static string? Header(string name) => name switch { "webhook-id" => SampleDelivery.Id, "webhook-timestamp" => SampleDelivery.Timestamp, _ => SampleDelivery.Signature };
        var expected = client.Webhooks.Unwrap(SampleDelivery.Body, SampleDelivery.Headers);

        client.Webhooks.TryUnwrap(SampleDelivery.Body, SampleDelivery.Headers).Delivery.ShouldBe(expected);
        client.Webhooks.Unwrap(SampleDelivery.Text, SampleDelivery.Headers).ShouldBe(expected);
        client.Webhooks.Unwrap(SampleDelivery.Text, Header).ShouldBe(expected);
        client.Webhooks.TryUnwrap(SampleDelivery.Text, SampleDelivery.Headers).Delivery.ShouldBe(expected);
        (await client.Webhooks.UnwrapAsync(new MemoryStream(SampleDelivery.Body), Header)).ShouldBe(expected);
        (await client.Webhooks.TryUnwrapAsync(new MemoryStream(SampleDelivery.Body), SampleDelivery.Headers)).Delivery.ShouldBe(expected);
    }

    [Fact]
    public void A_client_verifies_with_additional_labeled_keys()
    {
        using var client = Client(options =>
        {
            options.WebhookSigningKey = SampleDelivery.OtherKey;
            options.Webhooks.SigningKeys["2026"] = SampleDelivery.Key;
        });

        client.Webhooks.Unwrap(SampleDelivery.Body, SampleDelivery.Headers).KeyLabel.ShouldBe("2026");
    }

    [Fact]
    public void A_client_without_a_key_and_one_with_an_invalid_key_reject_deliveries()
    {
        using var scope = new VariableScope();
        using var none = Client();
        using var invalid = Client(options => options.WebhookSigningKey = "?");

        none.Webhooks.TryUnwrap(SampleDelivery.Body, SampleDelivery.Headers).Failure.ShouldBe(WebhookVerificationFailure.MissingKey);
        invalid.Webhooks.TryUnwrap(SampleDelivery.Body, SampleDelivery.Headers).Failure.ShouldBe(WebhookVerificationFailure.InvalidKey);
    }

    [Fact]
    public void The_key_of_the_environment_is_not_used_in_addition_to_configured_keys()
    {
        using var scope = new VariableScope(("ANTHROPIC_WEBHOOK_SIGNING_KEY", SampleDelivery.Key));
        using var client = Client(options => options.Webhooks.SigningKeys["main"] = SampleDelivery.OtherKey);

        client.Webhooks.TryUnwrap(SampleDelivery.Body, SampleDelivery.Headers).Failure.ShouldBe(WebhookVerificationFailure.SignatureMismatch);
    }

    [Fact]
    public void Labeled_keys_are_read_from_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("ApiKey", "key"), new("Webhooks:SigningKeys:old", SampleDelivery.OtherKey), new("Webhooks:SigningKeys:new", SampleDelivery.Key), new("Webhooks:Tolerance", "00:01:00")]).Build();
        using var services = new ServiceCollection().AddSingleton<TimeProvider>(SampleDelivery.Clock()).AddManagedAgents(configuration).Services.BuildServiceProvider();

        services.GetRequiredService<WebhooksClient>().Unwrap(SampleDelivery.Body, SampleDelivery.Headers).KeyLabel.ShouldBe("new");
    }

    private static ManagedAgentsClient Client(Action<ManagedAgentsOptions>? change = null) =>
        Clients.To(new Uri("https://api.example"), change, SampleDelivery.Clock());
}
