using System.Text;
using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks;

[Collection(EnvironmentVariables.Name)]
public sealed class WebhookVerifierTests
{
    [Fact]
    public void The_example_of_the_Standard_Webhooks_specification_verifies()
    {
        const string key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        var headers = new WebhookHeaders("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        var verifier = new WebhookVerifier(key, new Testing.ManualTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1614265330)));

        verifier.Verify("""{"test": 2432232314}"""u8, headers).IsVerified.ShouldBeTrue();
    }

    [Fact]
    public void A_delivery_is_read_with_all_its_properties()
    {
        var delivery = SampleDelivery.Verifier().Unwrap(SampleDelivery.Body, SampleDelivery.Headers);

        delivery.Id.ShouldBe("whe_01");
        delivery.CreatedAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 8, 59, 58, TimeSpan.Zero));
        delivery.SentAt.ShouldBe(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        delivery.KeyLabel.ShouldBe("first");
        var idled = delivery.Event.ShouldBeOfType<SessionStatusIdledWebhook>();
        idled.Id.ShouldBe("sesn_01");
        idled.OrganizationId.ShouldBe("org_01");
        idled.WorkspaceId.ShouldBe("wrkspc_01");
        delivery.ToString().ShouldBe("webhook whe_01: session.status_idled: sesn_01");
    }

    [Fact]
    public void Headers_can_be_requested_by_name()
    {
        var requested = new List<string>();

        SampleDelivery.Verifier().Unwrap(SampleDelivery.Body, name =>
        {
            requested.Add(name);
            return name switch { "webhook-id" => SampleDelivery.Id, "webhook-timestamp" => SampleDelivery.Timestamp, _ => SampleDelivery.Signature };
        });

        requested.ShouldBe(["webhook-id", "webhook-timestamp", "webhook-signature"]);
    }

    [Fact]
    public async Task Every_form_of_body_and_headers_is_accepted()
    {
        var verifier = SampleDelivery.Verifier();
        static string? Header(string name) => name switch { "webhook-id" => SampleDelivery.Id, "webhook-timestamp" => SampleDelivery.Timestamp, _ => SampleDelivery.Signature };
        var expected = verifier.Unwrap(SampleDelivery.Body, SampleDelivery.Headers);

        verifier.Unwrap(SampleDelivery.Body, Header).ShouldBe(expected);
        verifier.Unwrap(SampleDelivery.Text, SampleDelivery.Headers).ShouldBe(expected);
        verifier.Unwrap(SampleDelivery.Text, Header).ShouldBe(expected);
        verifier.TryUnwrap(SampleDelivery.Text, SampleDelivery.Headers).Delivery.ShouldBe(expected);
        (await verifier.UnwrapAsync(new MemoryStream(SampleDelivery.Body), SampleDelivery.Headers)).ShouldBe(expected);
        (await verifier.UnwrapAsync(new MemoryStream(SampleDelivery.Body), Header)).ShouldBe(expected);
        (await verifier.TryUnwrapAsync(new MemoryStream(SampleDelivery.Body), SampleDelivery.Headers)).Delivery.ShouldBe(expected);
    }

    [Theory]
    [InlineData("ä", 1)]
    [InlineData("ab", 1)]
    public void A_text_is_limited_by_its_bytes(string text, int limit)
    {
        var options = SampleDelivery.Options(SampleDelivery.Key);
        options.MaximumBodyBytes = limit;

        new WebhookVerifier(options, SampleDelivery.Clock()).TryUnwrap(text, SampleDelivery.Headers).Failure.ShouldBe(WebhookVerificationFailure.BodyTooLarge);
    }

    [Fact]
    public async Task A_key_verifies_concurrent_deliveries()
    {
        var verifier = SampleDelivery.Verifier();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                var body = Encoding.UTF8.GetBytes(SampleDelivery.Text.Replace("sesn_01", $"sesn_{thread}_{i}", StringComparison.Ordinal));
                verifier.Unwrap(body, SampleDelivery.Signed(body)).Event.Id.ShouldBe($"sesn_{thread}_{i}");
                verifier.Verify(body, SampleDelivery.Headers).IsVerified.ShouldBeFalse();
            }
        })));
    }

    [Fact]
    public void Verifying_does_not_read_the_body_so_that_it_can_be_queued()
    {
        var outcome = SampleDelivery.Verifier().Verify(SampleDelivery.Body, SampleDelivery.Headers);
        outcome.IsVerified.ShouldBeTrue();
        outcome.Delivery.ShouldBeNull();
        outcome.DeliveryId.ShouldBe("whe_01");
        outcome.ToString().ShouldBe("verified whe_01 with the key 'first'");

        var later = JsonSerializer.Deserialize<WebhookDelivery>(SampleDelivery.Body, ManagedAgentsJson.Options)!;
        later.Event.ShouldBeOfType<SessionStatusIdledWebhook>().Id.ShouldBe("sesn_01");
        JsonSerializer.SerializeToUtf8Bytes(later, ManagedAgentsJson.Options).Length.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("whsec_", "empty")]
    [InlineData("whsec_se cret", "white space")]
    [InlineData("whsec_secret!", "base64")]
    public void An_invalid_key_is_rejected_immediately_and_not_shown(string key, string problem)
    {
        var error = Should.Throw<ArgumentException>(() => new WebhookVerifier(key));

        error.Message.ShouldContain("'default'");
        error.Message.ShouldContain(problem);
        error.Message.ShouldNotContain("cret");
    }

    [Fact]
    public void Invalid_options_are_named()
    {
        var options = new WebhookOptions { Tolerance = TimeSpan.Zero, MaximumBodyBytes = 0, SigningKeys = { ["old"] = "?" } };

        var message = Should.Throw<ArgumentException>(() => new WebhookVerifier(options)).Message;

        message.ShouldContain("'old'");
        message.ShouldContain("WebhookOptions.Tolerance is 00:00:00");
        message.ShouldContain("WebhookOptions.MaximumBodyBytes is 0");
    }

    [Fact]
    public void A_key_that_is_replaced_in_the_options_of_a_host_is_used_from_the_next_delivery_on()
    {
        var options = new TestOptionsMonitor(SampleDelivery.Options(SampleDelivery.OtherKey));
        var verifier = new WebhookVerifier(options, SampleDelivery.Clock());
        verifier.Verify(SampleDelivery.Body, SampleDelivery.Headers).Failure.ShouldBe(WebhookVerificationFailure.SignatureMismatch);

        options.CurrentValue = SampleDelivery.Options(SampleDelivery.OtherKey, SampleDelivery.Key);

        verifier.Verify(SampleDelivery.Body, SampleDelivery.Headers).KeyLabel.ShouldBe("key 2");
    }

    [Fact]
    public void An_invalid_key_does_not_prevent_a_match_and_is_named_when_nothing_matches()
    {
        var verifier = new WebhookVerifier(new TestOptionsMonitor(SampleDelivery.Options("broken!", SampleDelivery.Key)), SampleDelivery.Clock());

        verifier.Verify(SampleDelivery.Body, SampleDelivery.Headers).KeyLabel.ShouldBe("key 2");
        verifier.Verify("{}"u8, SampleDelivery.Headers).Problem.ShouldNotBeNull().ShouldContain("The webhook signing key 'first' is not a valid webhook key");
    }

    [Fact]
    public void Options_are_copied_when_a_verifier_is_created()
    {
        var options = SampleDelivery.Options(SampleDelivery.Key);
        var verifier = new WebhookVerifier(options, SampleDelivery.Clock());

        options.SigningKeys.Clear();

        verifier.Verify(SampleDelivery.Body, SampleDelivery.Headers).IsVerified.ShouldBeTrue();
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public void The_tolerance_can_be_configured(int seconds, bool isAccepted)
    {
        var options = SampleDelivery.Options(SampleDelivery.Key);
        options.Tolerance = TimeSpan.FromMinutes(1);
        var clock = SampleDelivery.Clock();
        var verifier = new WebhookVerifier(options, clock);

        clock.Advance(TimeSpan.FromSeconds(seconds));

        verifier.Verify(SampleDelivery.Body, SampleDelivery.Headers).IsVerified.ShouldBe(isAccepted);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_read_no_further_than_one_byte_beyond_the_limit()
    {
        var options = SampleDelivery.Options(SampleDelivery.Key);
        options.MaximumBodyBytes = 1000;
        var body = new MemoryStream(new byte[100_000]);

        var outcome = await new WebhookVerifier(options, SampleDelivery.Clock()).TryUnwrapAsync(body, SampleDelivery.Headers);

        outcome.Failure.ShouldBe(WebhookVerificationFailure.BodyTooLarge);
        body.Position.ShouldBe(1001);
    }

    [Fact]
    public async Task A_body_is_not_read_when_its_headers_are_invalid()
    {
        var body = new MemoryStream(SampleDelivery.Body);

        (await SampleDelivery.Verifier().TryUnwrapAsync(body, SampleDelivery.Headers with { Timestamp = "0" })).Failure.ShouldBe(WebhookVerificationFailure.TimestampTooOld);

        body.Position.ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF{}")]
    [InlineData("\"{}\"")]
    [InlineData("eyJ0eXBlIjoiZXZlbnQifQ==")]
    [InlineData("{\"type\": \"event\"}")]
    [InlineData("{\n  \"type\":\"event\"\n}")]
    [InlineData("{\"created_at\":\"2026\",\"type\":\"event\"}")]
    [InlineData("{\"Type\":\"event\",\"CreatedAt\":\"2026\"}")]
    public void The_likely_cause_is_named_when_a_body_looks_changed(string body) =>
        SampleDelivery.Verifier().Verify(Encoding.UTF8.GetBytes(body), SampleDelivery.Headers).Problem.ShouldNotBeNull()
            .ShouldMatch("empty: it was probably read before|byte order mark|JSON inside a JSON string|looks like base64|looks re-serialized");

    [Fact]
    public void No_cause_is_guessed_for_a_body_that_looks_unchanged() =>
        SampleDelivery.Verifier().Verify(Encoding.UTF8.GetBytes(SampleDelivery.Text.Replace("01", "02", StringComparison.Ordinal)), SampleDelivery.Headers).Problem
            .ShouldBe("No signature of the delivery 'whe_01' matches the key 'first'.");

    [Fact]
    public void The_key_of_the_environment_is_used_when_no_other_is_configured()
    {
        using (new VariableScope(("ANTHROPIC_WEBHOOK_SIGNING_KEY", SampleDelivery.Key)))
        {
            new WebhookVerifier(new WebhookOptions(), SampleDelivery.Clock()).Verify(SampleDelivery.Body, SampleDelivery.Headers).KeyLabel.ShouldBe("default");
            new WebhookVerifier(SampleDelivery.OtherKey, SampleDelivery.Clock()).Verify(SampleDelivery.Body, SampleDelivery.Headers).Failure.ShouldBe(WebhookVerificationFailure.SignatureMismatch);
        }

        using (new VariableScope())
        {
            var outcome = new WebhookVerifier(new WebhookOptions(), SampleDelivery.Clock()).Verify(SampleDelivery.Body, SampleDelivery.Headers);
            outcome.Failure.ShouldBe(WebhookVerificationFailure.MissingKey);
            outcome.Problem.ShouldNotBeNull().ShouldContain("ANTHROPIC_WEBHOOK_SIGNING_KEY");
        }
    }
}
