using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The status of a region of data controls over time.</summary>
public sealed class DataControlsRegionTests
{
    [Fact]
    public async Task A_key_becomes_active()
    {
        await using var controls = await DataControlsApi.StartAsync();

        var pending = await controls.SetKeysAsync("""{"eu":"ekey_1"}""");
        pending.At("cmek.status.eu")!.ToJsonString().ShouldBe("""{"type":"pending","effective_external_key_id":null,"error":null}""");

        var active = await controls.ValidatedAsync();
        active.At("cmek.status.eu")!.ToJsonString().ShouldBe(
            """{"type":"active","effective_external_key_id":"ekey_1","error":null,"validated_at":"2026-11-21T09:00:02.000000Z","last_checked_at":null}""");
        active.Text("updated_at").ShouldBe("2026-11-21T09:00:02.000000Z");
        (await controls.SetKeysAsync("""{"eu":"ekey_1"}""")).ToJsonString().ShouldBe(active.ToJsonString());
    }

    [Fact]
    public async Task The_previous_bucket_stays_in_use_until_the_new_one_is_active()
    {
        await using var controls = await DataControlsApi.StartAsync();
        await controls.SetBucketsAsync("""{"eu":{"bucket_name":"old","project_number":"1"}}""");
        (await controls.ValidatedAsync()).At("storage.buckets.eu")!.ToJsonString().ShouldBe(
            """{"bucket_name":"old","project_number":"1","project_id":"project-1","location":"EU","kms_key_name":null}""");
        controls.Service.FailBucket("new", "grant_mismatch", "No access.", "ingest");

        var pending = await controls.SetBucketsAsync("""{"eu":{"bucket_name":"new","project_number":"1"}}""");
        pending.Text("storage.status.eu.type").ShouldBe("pending");
        pending.Text("storage.status.eu.effective_bucket.bucket_name").ShouldBe("old");
        pending.Text("storage.buckets.eu.bucket_name").ShouldBe("new");

        var failed = await controls.ValidatedAsync();
        failed.At("storage.status.eu")!.ToJsonString().ShouldBe(
            """{"type":"failed","effective_bucket":{"bucket_name":"old","project_number":"1"},"failed_checks":[{"check":"grant_mismatch","message":"No access.","role":"ingest"}]}""");
        failed.At("storage.retired_buckets")!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_validation_is_restarted_with_the_same_value()
    {
        await using var controls = await DataControlsApi.StartAsync();
        controls.Service.FailKey("ekey_1", "Permission denied.");
        await controls.SetKeysAsync("""{"eu":"ekey_1"}""");
        (await controls.ValidatedAsync()).At("cmek.status.eu")!.ToJsonString().ShouldBe("""{"type":"failed","effective_external_key_id":null,"error":"Permission denied."}""");

        controls.Service.RecoverKey("ekey_1");
        (await controls.ValidatedAsync()).Text("cmek.status.eu.type").ShouldBe("failed");
        (await controls.SetKeysAsync("""{"eu":"ekey_1"}""")).At("cmek.status.eu")!.ToJsonString()
            .ShouldBe("""{"type":"pending","effective_external_key_id":null,"error":"Permission denied."}""");
        (await controls.ValidatedAsync()).Text("cmek.status.eu.type").ShouldBe("active");
    }

    [Fact]
    public async Task Replaced_and_removed_keys_are_retired_until_they_expire()
    {
        await using var controls = await DataControlsApi.StartAsync();
        await controls.SetKeysAsync("""{"eu":"ekey_1","us":"ekey_2"}""");
        await controls.ValidatedAsync();

        await controls.SetKeysAsync("""{"eu":"ekey_3"}""");
        (await controls.ValidatedAsync()).At("cmek.retired_keys")!.ToJsonString()
            .ShouldBe("""[{"external_key_id":"ekey_1","region":"eu","expires_at":"2026-12-21T09:00:04.000000Z"}]""");
        var disabled = (await controls.PostAsync("""{"cmek":{"type":"disabled"}}""")).ShouldSucceed().Body;
        Retired(disabled).ShouldBe(["ekey_1", "ekey_3", "ekey_2"], ignoreOrder: true);

        await controls.SetKeysAsync("""{"eu":"ekey_1"}""");
        Retired(await controls.ValidatedAsync()).ShouldBe(["ekey_3", "ekey_2"], ignoreOrder: true);
        var updated = (await controls.GetAsync()).Text("updated_at");
        controls.Clock.Advance(TimeSpan.FromDays(30));
        var expired = await controls.GetAsync();
        Retired(expired).ShouldBeEmpty();
        expired.Text("updated_at").ShouldBe(updated);
    }

    [Fact]
    public async Task A_withdrawn_approval_suspends_the_regions()
    {
        await using var controls = await DataControlsApi.StartAsync();
        await controls.SetKeysAsync("""{"eu":"ekey_1"}""");
        await controls.SetBucketsAsync("""{"eu":{"bucket_name":"b","project_number":"1"}}""");
        var before = await controls.ValidatedAsync();
        controls.Clock.Advance(TimeSpan.FromHours(1));

        controls.Service.IsCmekApproved = false;
        controls.Service.IsStorageApproved = false;

        var suspended = await controls.GetAsync();
        suspended.At("cmek.status.eu")!.ToJsonString().ShouldBe("""{"type":"suspended","effective_external_key_id":null}""");
        suspended.At("storage.status.eu")!.ToJsonString().ShouldBe("""{"type":"suspended","effective_bucket":null}""");
        suspended.Text("cmek.status.us.type").ShouldBe("not_configured");
        suspended.Text("updated_at").ShouldBe(before.Text("updated_at"));
        controls.Service.IsCmekApproved = true;
        controls.Service.IsStorageApproved = true;
        (await controls.GetAsync()).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public async Task A_repeated_check_does_not_count_as_a_change()
    {
        await using var controls = await DataControlsApi.StartAsync();
        await controls.SetKeysAsync("""{"eu":"ekey_1"}""");
        await controls.ValidatedAsync();
        controls.Service.FailKey("ekey_1", "Disabled.");
        var first = await controls.GetAsync();

        controls.Clock.Advance(TimeSpan.FromDays(1));
        controls.Service.FailKey("ekey_1", "Disabled.");

        var second = await controls.GetAsync();
        second.Text("cmek.status.eu.last_checked_at").ShouldBe("2026-11-22T09:00:02.000000Z");
        second.Text("updated_at").ShouldBe(first.Text("updated_at"));
    }

    [Fact]
    public async Task A_bucket_in_use_that_fails_and_recovers_sends_webhooks()
    {
        await using var controls = await DataControlsApi.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        controls.Api.Emulator.Webhooks.AddEndpoint(listener.Address);
        await controls.SetBucketsAsync("""{"eu":{"bucket_name":"b","project_number":"1"}}""");
        await controls.ValidatedAsync();

        var id = controls.Service.FailBucket("b", "lifecycle_rules", "A rule deletes objects.");
        controls.Service.FailBucket("unused");
        (await controls.GetAsync()).At("storage.status.eu.failed_checks")!.ToJsonString()
            .ShouldBe("""[{"check":"lifecycle_rules","message":"A rule deletes objects.","role":null}]""");
        controls.Service.RecoverBucket("b");
        controls.Service.RecoverBucket("b");
        await controls.Api.Emulator.Webhooks.WaitForDeliveriesAsync(controls.Api.Cancellation);

        Sent(controls).ShouldBe([("external_storage.failed", id), ("external_storage.recovered", id)], ignoreOrder: true);
        id.ShouldStartWith("estrg_");
        (await controls.GetAsync()).At("storage.status.eu.failed_checks")!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_in_use_that_fails_and_recovers_sends_webhooks()
    {
        await using var controls = await DataControlsApi.StartAsync();
        await using var listener = await WebhookListener.StartAsync();
        controls.Api.Emulator.Webhooks.AddEndpoint(listener.Address);
        await controls.SetKeysAsync("""{"eu":"ekey_1"}""");
        await controls.ValidatedAsync();

        controls.Service.FailKey("ekey_1", "Disabled.");
        controls.Service.FailKey("ekey_unused");
        (await controls.GetAsync()).Text("cmek.status.eu.error").ShouldBe("Disabled.");
        controls.Service.RecoverKey("ekey_1");
        await controls.Api.Emulator.Webhooks.WaitForDeliveriesAsync(controls.Api.Cancellation);

        Sent(controls).ShouldBe([("external_key.failed", "ekey_1"), ("external_key.recovered", "ekey_1")], ignoreOrder: true);
        (await controls.GetAsync()).Text("cmek.status.eu.type").ShouldBe("active");
    }

    private static IEnumerable<string?> Retired(JsonObject controls) =>
        controls.At("cmek.retired_keys")!.AsArray().Select(static key => key.Text("external_key_id"));

    private static IEnumerable<(string Type, string Id)> Sent(DataControlsApi controls) =>
        controls.Api.Emulator.Webhooks.Attempts.Select(static attempt => (attempt.Type, attempt.ObjectId));
}
