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
    public void A_delivery_is_read_with_all_that_is_known_about_it()
    {
        var delivery = Delivered.Verifier().Unwrap(Delivered.Body, Delivered.Headers);

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
    public void Headers_can_be_asked_for_by_name()
    {
        var asked = new List<string>();

        Delivered.Verifier().Unwrap(Delivered.Body, name =>
        {
            asked.Add(name);
            return name switch { "webhook-id" => Delivered.Id, "webhook-timestamp" => Delivered.Timestamp, _ => Delivered.Signature };
        });

        asked.ShouldBe(["webhook-id", "webhook-timestamp", "webhook-signature"]);
    }

    [Fact]
    public void Verifying_does_not_read_the_body_so_that_it_can_go_into_a_queue()
    {
        var outcome = Delivered.Verifier().Verify(Delivered.Body, Delivered.Headers);
        outcome.IsVerified.ShouldBeTrue();
        outcome.Delivery.ShouldBeNull();
        outcome.DeliveryId.ShouldBe("whe_01");
        outcome.ToString().ShouldBe("verified whe_01 with the key 'first'");

        var later = JsonSerializer.Deserialize<WebhookDelivery>(Delivered.Body, ManagedAgentsJson.Options)!;
        later.Event.ShouldBeOfType<SessionStatusIdledWebhook>().Id.ShouldBe("sesn_01");
        JsonSerializer.SerializeToUtf8Bytes(later, ManagedAgentsJson.Options).Length.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("whsec_", "empty")]
    [InlineData("whsec_se cret", "white space")]
    [InlineData("whsec_secret!", "base64")]
    public void A_key_that_is_none_is_refused_at_once_and_not_shown(string key, string problem)
    {
        var error = Should.Throw<ArgumentException>(() => new WebhookVerifier(key));

        error.Message.ShouldContain("'default'");
        error.Message.ShouldContain(problem);
        error.Message.ShouldNotContain("cret");
    }

    [Fact]
    public void Options_that_cannot_be_used_are_named()
    {
        var options = new WebhookOptions { Tolerance = TimeSpan.Zero, MaximumBodyBytes = 0, SigningKeys = { ["old"] = "?" } };

        var message = Should.Throw<ArgumentException>(() => new WebhookVerifier(options)).Message;

        message.ShouldContain("'old'");
        message.ShouldContain("WebhookOptions.Tolerance is 00:00:00");
        message.ShouldContain("WebhookOptions.MaximumBodyBytes is 0");
    }

    [Fact]
    public void A_key_that_is_replaced_in_the_options_of_a_host_counts_from_the_next_delivery_on()
    {
        var options = new FixedOptions(Delivered.Options(Delivered.OtherKey));
        var verifier = new WebhookVerifier(options, Delivered.Clock());
        verifier.Verify(Delivered.Body, Delivered.Headers).Refusal.ShouldBe(WebhookRefusal.NoMatch);

        options.CurrentValue = Delivered.Options(Delivered.OtherKey, Delivered.Key);

        verifier.Verify(Delivered.Body, Delivered.Headers).KeyLabel.ShouldBe("key 2");
    }

    [Fact]
    public void A_broken_key_does_not_keep_a_good_one_from_matching_and_is_named_when_nothing_matches()
    {
        var verifier = new WebhookVerifier(new FixedOptions(Delivered.Options("broken!", Delivered.Key)), Delivered.Clock());

        verifier.Verify(Delivered.Body, Delivered.Headers).KeyLabel.ShouldBe("key 2");
        verifier.Verify("{}"u8, Delivered.Headers).Problem.ShouldNotBeNull().ShouldContain("The webhook signing key 'first' is no key");
    }

    [Fact]
    public void Options_that_a_verifier_was_made_with_do_not_change_under_it()
    {
        var options = Delivered.Options(Delivered.Key);
        var verifier = new WebhookVerifier(options, Delivered.Clock());

        options.SigningKeys.Clear();

        verifier.Verify(Delivered.Body, Delivered.Headers).IsVerified.ShouldBeTrue();
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public void The_tolerance_is_the_callers(int seconds, bool isAccepted)
    {
        var options = Delivered.Options(Delivered.Key);
        options.Tolerance = TimeSpan.FromMinutes(1);
        var clock = Delivered.Clock();
        var verifier = new WebhookVerifier(options, clock);

        clock.Advance(TimeSpan.FromSeconds(seconds));

        verifier.Verify(Delivered.Body, Delivered.Headers).IsVerified.ShouldBe(isAccepted);
    }

    [Fact]
    public async Task Of_a_body_that_is_too_large_no_more_than_a_byte_above_the_limit_is_read()
    {
        var options = Delivered.Options(Delivered.Key);
        options.MaximumBodyBytes = 1000;
        var body = new MemoryStream(new byte[100_000]);

        var outcome = await new WebhookVerifier(options, Delivered.Clock()).TryUnwrapAsync(body, Delivered.Headers);

        outcome.Refusal.ShouldBe(WebhookRefusal.TooLarge);
        body.Position.ShouldBe(1001);
    }

    [Fact]
    public async Task A_body_is_not_read_when_its_headers_cannot_be_right()
    {
        var body = new MemoryStream(Delivered.Body);

        (await Delivered.Verifier().TryUnwrapAsync(body, Delivered.Headers with { Timestamp = "0" })).Refusal.ShouldBe(WebhookRefusal.Stale);

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
    public void What_most_likely_went_wrong_is_said_when_a_body_looks_changed(string body) =>
        Delivered.Verifier().Verify(Encoding.UTF8.GetBytes(body), Delivered.Headers).Problem.ShouldNotBeNull()
            .ShouldMatch("empty: something before|byte order mark|JSON inside of a JSON string|looks like base64|looks re-serialised");

    [Fact]
    public void Nothing_is_guessed_about_a_body_that_looks_as_it_was_sent() =>
        Delivered.Verifier().Verify(Encoding.UTF8.GetBytes(Delivered.Text.Replace("01", "02", StringComparison.Ordinal)), Delivered.Headers).Problem
            .ShouldBe("No signature of the delivery 'whe_01' matches the key 'first'.");

    [Fact]
    public void The_key_of_the_environment_counts_when_no_other_is_given()
    {
        using (new VariableScope(("ANTHROPIC_WEBHOOK_SIGNING_KEY", Delivered.Key)))
        {
            new WebhookVerifier(new WebhookOptions(), Delivered.Clock()).Verify(Delivered.Body, Delivered.Headers).KeyLabel.ShouldBe("default");
            new WebhookVerifier(Delivered.OtherKey, Delivered.Clock()).Verify(Delivered.Body, Delivered.Headers).Refusal.ShouldBe(WebhookRefusal.NoMatch);
        }

        using (new VariableScope())
        {
            var outcome = new WebhookVerifier(new WebhookOptions(), Delivered.Clock()).Verify(Delivered.Body, Delivered.Headers);
            outcome.Refusal.ShouldBe(WebhookRefusal.NoKey);
            outcome.Problem.ShouldNotBeNull().ShouldContain("ANTHROPIC_WEBHOOK_SIGNING_KEY");
        }
    }
}
