using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks.Endpoints;

public sealed class WebhookEndpointsTests
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    [Fact]
    public async Task The_secret_of_a_new_endpoint_is_read_and_never_printed()
    {
        using var server = MockServer.Start(Responses.Json($$"""{"id":"we_1","url":"https://example.com/hook","state":"enabled","signing_secret":"{{Secret}}"}"""));
        using var client = Clients.To(server);

        var endpoint = await client.Webhooks.Endpoints.CreateAsync(
            new() { Url = new("https://example.com/hook"), EnabledEvents = [WebhookEndpointEventType.ExternalKeyFailed, new("future.event")] }).Guarded();

        server.Request.Header("anthropic-beta").ShouldBe("webhooks-2026-10-07");
        server.Request.Body.ShouldBe("""{"url":"https://example.com/hook","enabled_events":["external_key.failed","future.event"]}""");
        endpoint.SigningSecret.ShouldNotBeNull().Reveal().ShouldBe(Secret);
        endpoint.ToString().ShouldNotContain(Secret);
        JsonSerializer.Serialize(endpoint, ManagedAgentsJson.Options).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Regenerating_a_signing_secret_is_not_retried()
    {
        using var server = MockServer.Start(Responses.Error(503));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Webhooks.Endpoints.RegenerateSigningSecretAsync("we_1").Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Request.Target.ShouldBe("/v1/organizations/webhooks/we_1/regenerate_signing_secret");
        server.Request.Body.ShouldBeEmpty();
    }
}
