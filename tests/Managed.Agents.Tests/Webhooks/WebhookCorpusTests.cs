using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>Every bad delivery is refused with its reason, every unusual good one is accepted, by each form of the verifier.</summary>
[Collection(EnvironmentVariables.Name)]
public sealed class WebhookCorpusTests
{
    public static TheoryData<string> Bad { get; } = Theories.Of(BadDeliveries.All.Keys);

    public static TheoryData<string> Unusual { get; } = Theories.Of(UnusualDeliveries.All.Keys);

    [Fact]
    public void The_corpora_are_as_large_as_they_have_to_be()
    {
        BadDeliveries.All.Count.ShouldBeGreaterThanOrEqualTo(60);
        UnusualDeliveries.All.Count.ShouldBeGreaterThanOrEqualTo(15);
        BadDeliveries.All.Values.Select(static bad => bad.Reason).Distinct().Order().ShouldBe(Enum.GetValues<WebhookRefusal>());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_delivery_is_refused_with_its_reason(string name)
    {
        var bad = BadDeliveries.All[name];
        using var environment = new VariableScope();
        var options = bad.Key is null ? new WebhookOptions() : Delivered.Options(bad.Key);
        var verifier = new WebhookVerifier(new FixedOptions(options), Delivered.Clock());

        var outcome = verifier.TryUnwrap(bad.Body, bad.Headers);

        outcome.IsVerified.ShouldBeFalse();
        outcome.Refusal.ShouldBe(bad.Reason, outcome.Problem);
        outcome.Delivery.ShouldBeNull();
        outcome.Problem.ShouldNotBeNullOrWhiteSpace();
        Should.Throw<WebhookVerificationException>(() => verifier.Unwrap(bad.Body, bad.Headers)).Reason.ShouldBe(bad.Reason);
        (await verifier.TryUnwrapAsync(new MemoryStream(bad.Body), bad.Headers)).Refusal.ShouldBe(bad.Reason);
        (await Should.ThrowAsync<WebhookVerificationException>(() => verifier.UnwrapAsync(new MemoryStream(bad.Body), bad.Headers))).Message.ShouldBe(outcome.Problem);
        verifier.Verify(bad.Body, bad.Headers).Refusal.ShouldBe(bad.Reason == WebhookRefusal.NotJson ? null : bad.Reason);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_refusal_gives_neither_key_nor_body_away(string name)
    {
        var bad = BadDeliveries.All[name];
        using var environment = new VariableScope();
        var verifier = new WebhookVerifier(new FixedOptions(bad.Key is null ? new WebhookOptions() : Delivered.Options(bad.Key)), Delivered.Clock());

        var text = verifier.TryUnwrap(bad.Body, bad.Headers).ToString();

        text.ShouldNotContain(Delivered.Key["whsec_".Length..^4]);
        text.ShouldNotContain("sesn_01");
        text.ShouldNotContain("status_idled");
        text.ShouldNotContain("\n");
        text.Length.ShouldBeLessThan(900);
    }

    [Theory]
    [MemberData(nameof(Unusual))]
    public async Task An_unusual_delivery_is_accepted(string name)
    {
        var unusual = UnusualDeliveries.All[name];
        var verifier = Delivered.Verifier(unusual.Keys);

        var delivery = verifier.Unwrap(unusual.Body, unusual.Headers);

        delivery.Id.ShouldBe(unusual.Headers.Id);
        delivery.Event.Type.ShouldBe(unusual.Type);
        delivery.KeyLabel.ShouldBe(unusual.KeyLabel);
        (await verifier.UnwrapAsync(new MemoryStream(unusual.Body), unusual.Headers)).ShouldBe(delivery);
        verifier.Verify(unusual.Body, unusual.Headers).DeliveryId.ShouldBe(unusual.Headers.Id);
    }
}
