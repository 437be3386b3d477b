using Managed.Agents.Webhooks;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Webhooks that are not acknowledged.</summary>
public sealed class WebhookRetryTests : WebhookDeliveryTestBase
{
    [Fact]
    public async Task A_failed_delivery_is_attempted_three_times_with_the_same_id_and_new_timestamps()
    {
        await using var listener = await WebhookListener.StartAsync(500, 503, 500, 500);
        var endpoint = Emulator.Webhooks.AddEndpoint(listener.Address);
        Emulator.Webhooks.Send("external_key.failed", "ekey_1");

        await AdvanceAfterAsync(1, TimeSpan.FromSeconds(30));
        await AdvanceAfterAsync(2, TimeSpan.FromSeconds(120));
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        listener.All.Count.ShouldBe(3);
        listener.All.Select(static one => one.Headers.Id).Distinct().Count().ShouldBe(1);
        listener.All.Select(static one => one.Headers.Timestamp).Distinct().Count().ShouldBe(3);
        listener.All.Select(static one => Convert.ToHexString(one.Body)).Distinct().Count().ShouldBe(1);
        Emulator.Webhooks.Attempts.Select(static attempt => (attempt.Number, attempt.Status)).ShouldBe([(1, 500), (2, 503), (3, 500)]);
        endpoint.IsEnabled.ShouldBeTrue();
        listener.All[^1].Unwrap(endpoint.SigningKey, Clock).Event.ShouldBeOfType<ExternalKeyFailedWebhook>().WorkspaceId.ShouldBeNull();
    }

    [Fact]
    public async Task A_retry_can_succeed()
    {
        await using var listener = await WebhookListener.StartAsync(500);
        Emulator.Webhooks.AddEndpoint(listener.Address);
        Emulator.Webhooks.Send("agent.created", "agent_1");

        await AdvanceAfterAsync(1, TimeSpan.FromSeconds(30));
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        Emulator.Webhooks.Attempts.Select(static attempt => attempt.IsAcknowledged).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_disables_the_endpoint_immediately_and_missed_webhooks_are_not_sent(int status)
    {
        await using var listener = await WebhookListener.StartAsync(status);
        var endpoint = Emulator.Webhooks.AddEndpoint(listener.Address);

        Emulator.Webhooks.Send("agent.created", "agent_1");
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        Emulator.Webhooks.Send("agent.created", "agent_2");
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        endpoint.IsEnabled.ShouldBeFalse();
        endpoint.DisabledReason.ShouldContain("redirect");
        endpoint.Enable();
        Emulator.Webhooks.Send("agent.created", "agent_3");
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        listener.All.Select(static one => one.Json["data"]!["id"]!.GetValue<string>()).ShouldBe(["agent_1", "agent_3"]);
    }

    [Fact]
    public async Task Twenty_consecutive_failures_disable_the_endpoint_and_a_success_resets_the_count()
    {
        await using var listener = await WebhookListener.StartAsync([.. Enumerable.Repeat(500, 19), 200, .. Enumerable.Repeat(500, 20)]);
        var endpoint = Emulator.Webhooks.AddEndpoint(listener.Address);
        for (var number = 0; number < 20; number++)
        {
            Emulator.Webhooks.Send("agent.created", $"agent_{number}");
            await WaitForAttemptsAsync(number + 1);
        }

        endpoint.IsEnabled.ShouldBeTrue("The twentieth attempt was acknowledged.");
        for (var number = 20; number < 40; number++)
        {
            Emulator.Webhooks.Send("agent.created", $"agent_{number}");
            await WaitForAttemptsAsync(number + 1);
        }

        endpoint.IsEnabled.ShouldBeFalse();
        endpoint.DisabledReason.ShouldContain("20 consecutive attempts");
    }
}
