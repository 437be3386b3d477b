using System.Net;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks.Endpoints;

public sealed class WebhookEndpointLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task An_endpoint_is_created_updated_and_deleted()
    {
        var endpoints = Client.Webhooks.Endpoints;
        var created = await CreateAsync("https://hooks.example.com/a");
        var secret = created.SigningSecret.ShouldNotBeNull().Reveal();
        secret.ShouldStartWith("whsec_");

        var updated = await endpoints.UpdateAsync(created.Id, new() { Name = "Ops", State = WebhookEndpointState.Disabled });
        (updated.Name, updated.State, updated.Url, updated.SigningSecret).ShouldBe(("Ops", WebhookEndpointState.Disabled, created.Url, null));
        updated.EnabledEvents.ShouldBe([WebhookEndpointEventType.ExternalKeyFailed]);
        (await endpoints.GetAsync(created.Id)).ShouldBe(updated);
        (await endpoints.RegenerateSigningSecretAsync(created.Id)).SigningSecret.Reveal().ShouldNotBe(secret);

        (await endpoints.DeleteAsync(created.Id)).Id.ShouldBe(created.Id);
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => endpoints.GetAsync(created.Id));
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => CreateAsync("https://10.0.0.1/"));
    }

    [Fact]
    public async Task Endpoints_can_be_deleted_while_they_are_listed()
    {
        for (var i = 0; i < 5; i++)
        {
            await CreateAsync($"https://hooks.example.com/{i}");
        }

        var seen = new List<string>();
        await foreach (var endpoint in Client.Webhooks.Endpoints.ListAsync(new() { PageSize = 2, Order = SortOrder.Ascending }))
        {
            seen.Add(endpoint.Url.OriginalString[^1..]);
            await Client.Webhooks.Endpoints.DeleteAsync(endpoint.Id);
        }

        seen.ShouldBe(["0", "1", "2", "3", "4"]);
        (await AllAsync(Client.Webhooks.Endpoints.ListAsync())).ShouldBeEmpty();
    }

    private Task<WebhookEndpoint> CreateAsync(string url) =>
        Client.Webhooks.Endpoints.CreateAsync(new() { Url = new(url), EnabledEvents = [WebhookEndpointEventType.ExternalKeyFailed] });
}
