using System.Text;
using System.Text.Unicode;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>Each overload of the verifier rejects every bad delivery with its reason and accepts every unusual valid one.</summary>
[Collection(EnvironmentVariables.Name)]
public sealed class WebhookCorpusTests
{
    public static TheoryData<string> Bad { get; } = Theories.Of(BadDeliveries.All.Keys);

    public static TheoryData<string> Unusual { get; } = Theories.Of(UnusualDeliveries.All.Keys);

    [Fact]
    public void The_corpora_have_the_required_size()
    {
        BadDeliveries.All.Count.ShouldBeGreaterThanOrEqualTo(60);
        UnusualDeliveries.All.Count.ShouldBeGreaterThanOrEqualTo(15);
        BadDeliveries.All.Values.Select(static bad => bad.Failure).Distinct().Order().ShouldBe(Enum.GetValues<WebhookVerificationFailure>());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_delivery_is_rejected_with_its_reason(string name)
    {
        var bad = BadDeliveries.All[name];
        using var environment = new VariableScope();
        var options = bad.Key is null ? new WebhookOptions() : SampleDelivery.Options(bad.Key);
        var verifier = new WebhookVerifier(new TestOptionsMonitor(options), SampleDelivery.Clock());

        var outcome = verifier.TryUnwrap(bad.Body, bad.Headers);

        outcome.IsVerified.ShouldBeFalse();
        outcome.Failure.ShouldBe(bad.Failure, outcome.Problem);
        outcome.Delivery.ShouldBeNull();
        outcome.Problem.ShouldNotBeNullOrWhiteSpace();
        Should.Throw<WebhookVerificationException>(() => verifier.Unwrap(bad.Body, bad.Headers)).Failure.ShouldBe(bad.Failure);
        if (IsUtf8(bad.Body))
        {
            verifier.TryUnwrap(Encoding.UTF8.GetString(bad.Body), bad.Headers).ToString().ShouldBe(outcome.ToString());
        }

        (await verifier.TryUnwrapAsync(new MemoryStream(bad.Body), bad.Headers)).Failure.ShouldBe(bad.Failure);
        (await Should.ThrowAsync<WebhookVerificationException>(() => verifier.UnwrapAsync(new MemoryStream(bad.Body), bad.Headers))).Message.ShouldBe(outcome.Problem);
        verifier.Verify(bad.Body, bad.Headers).Failure.ShouldBe(bad.Failure == WebhookVerificationFailure.InvalidBody ? null : bad.Failure);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_rejection_reveals_neither_key_nor_body(string name)
    {
        var bad = BadDeliveries.All[name];
        using var environment = new VariableScope();
        var verifier = new WebhookVerifier(new TestOptionsMonitor(bad.Key is null ? new WebhookOptions() : SampleDelivery.Options(bad.Key)), SampleDelivery.Clock());

        var text = verifier.TryUnwrap(bad.Body, bad.Headers).ToString();

        text.ShouldNotContain(SampleDelivery.Key["whsec_".Length..^4]);
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
        var verifier = SampleDelivery.Verifier(unusual.Keys);

        var delivery = verifier.Unwrap(unusual.Body, unusual.Headers);

        delivery.Id.ShouldBe(unusual.Headers.Id);
        delivery.Event.Type.ShouldBe(unusual.Type);
        delivery.KeyLabel.ShouldBe(unusual.KeyLabel);
        verifier.Unwrap(Encoding.UTF8.GetString(unusual.Body), unusual.Headers).ShouldBe(delivery);
        (await verifier.UnwrapAsync(new MemoryStream(unusual.Body), unusual.Headers)).ShouldBe(delivery);
        verifier.Verify(unusual.Body, unusual.Headers).DeliveryId.ShouldBe(unusual.Headers.Id);
    }

    private static bool IsUtf8(byte[] body) => Utf8.IsValid(body);
}
