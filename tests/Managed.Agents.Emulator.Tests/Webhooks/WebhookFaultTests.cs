namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults that affect webhook deliveries.</summary>
public sealed class WebhookFaultTests : WebhookDeliveryTestBase
{
    [Fact]
    public async Task Deliveries_can_be_duplicated_delayed_and_dropped()
    {
        await using var listener = await WebhookListener.StartAsync();
        Emulator.Webhooks.AddEndpoint(listener.Address);

        Emulator.Webhooks.Faults = new() { Copies = 3 };
        Emulator.Webhooks.Send("agent.created", "agent_1");
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.Count.ShouldBe(3);
        listener.All.Select(static one => one.Headers.Id).Distinct().Count().ShouldBe(1);

        Emulator.Webhooks.Faults = new() { Copies = 0 };
        Emulator.Webhooks.Send("agent.created", "agent_2");
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.Count.ShouldBe(3);

        Emulator.Webhooks.Faults = new() { Delay = TimeSpan.FromHours(1) };
        Emulator.Webhooks.Send("agent.created", "agent_3");
        await Clock.WaitForTimersAsync(1);
        listener.All.Count.ShouldBe(3);
        Clock.Advance(TimeSpan.FromHours(1));
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Deliveries_can_be_sent_in_reverse_order()
    {
        await using var listener = await WebhookListener.StartAsync();
        Emulator.Webhooks.AddEndpoint(listener.Address);
        Emulator.Webhooks.Faults = new() { ReverseBatchSize = 3 };

        foreach (var number in Enumerable.Range(1, 4))
        {
            Emulator.Webhooks.Send("agent.created", $"agent_{number}");
        }

        await WaitForAttemptsAsync(3);
        listener.All.Select(static one => one.Json["data"]!["id"]!.GetValue<string>()).ShouldBe(["agent_3", "agent_2", "agent_1"]);
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);
        listener.All.Count.ShouldBe(4, "Waiting for deliveries sends the deliveries that are still collected.");
    }

    [Fact]
    public async Task Deliveries_can_be_signed_with_two_keys()
    {
        const string other = "whsec_b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI=";
        await using var listener = await WebhookListener.StartAsync();
        var endpoint = Emulator.Webhooks.AddEndpoint(listener.Address);
        Emulator.Webhooks.Faults = new() { AdditionalSigningKey = other };

        Emulator.Webhooks.Send("agent.created", "agent_1");
        await Emulator.Webhooks.WaitForDeliveriesAsync().WaitAsync(TestTimeout);

        var received = listener.All.ShouldHaveSingleItem();
        received.Headers.Signature!.Split(' ').Length.ShouldBe(2);
        received.Unwrap(endpoint.SigningKey, Clock).Id.ShouldBe(received.Headers.Id);
        received.Unwrap(other, Clock).Id.ShouldBe(received.Headers.Id);
        Emulator.Webhooks.Faults.ToString().ShouldNotContain(other);
    }
}
