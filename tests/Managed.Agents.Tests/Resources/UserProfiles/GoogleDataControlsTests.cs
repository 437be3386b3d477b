using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Managed.Agents.UserProfiles;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.UserProfiles;

public sealed class GoogleDataControlsTests
{
    [Fact]
    public async Task An_update_sends_both_beta_values_and_null_for_removed_entries()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Json("""{"type":"google_managed_data_controls","user_profile_id":"uprof_1"}"""));
        using var client = Clients.To(server);

        var controls = await client.UserProfiles.GoogleDataControls.UpdateAsync("uprof_1", new()
        {
            Cmek = new GoogleCmekEnable { ExternalKeyIds = new Dictionary<string, string?> { ["eu"] = "ekey_1", ["us"] = null } },
            Storage = new GoogleStorageEnable
            {
                Buckets = new Dictionary<string, GoogleBucketReference?> { ["eu"] = new() { BucketName = "b", ProjectNumber = "1" }, ["us"] = null },
            },
        }).Guarded();

        server.Request.Header("anthropic-beta").ShouldBe("user-profiles-2026-09-04,google-managed-data-controls-2026-09-01");
        server.Request.Body.ShouldBe(
            """{"cmek":{"type":"enabled","external_key_ids":{"eu":"ekey_1","us":null}},"storage":{"type":"enabled","buckets":{"eu":{"bucket_name":"b","project_number":"1"},"us":null}}}""");
        controls.Cmek.ShouldBeOfType<UnknownGoogleCmekControl>().RetiredKeys.ShouldBeEmpty();
        controls.Storage.ShouldBeOfType<UnknownGoogleStorageControl>().RetiredBuckets.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_omitted_control_is_not_sent()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Json("""{"type":"google_managed_data_controls","user_profile_id":"uprof_1"}"""));
        using var client = Clients.To(server);

        await client.UserProfiles.GoogleDataControls.UpdateAsync("uprof_1", new() { Storage = new GoogleStorageDisable() }).Guarded();

        server.Request.Body.ShouldBe("""{"storage":{"type":"disabled"}}""");
    }

    [Fact]
    public async Task Unknown_kinds_keep_the_shared_fields()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Json(
            """
            {"type":"google_managed_data_controls","user_profile_id":"uprof_1",
             "cmek":{"type":"of_tomorrow","retired_keys":[{"external_key_id":"ekey_1","region":"eu","expires_at":"2026-12-01T00:00:00Z"}]},
             "storage":{"type":"enabled","buckets":{},"retired_buckets":[],"status":{
               "eu":{"type":"of_tomorrow","effective_bucket":{"bucket_name":"b","project_number":"1"}},
               "us":{"type":"active","effective_bucket":{"bucket_name":7},"validated_at":"2026-12-01T00:00:00Z","failed_checks":[]}}}}
            """));
        using var client = Clients.To(server);

        var controls = await client.UserProfiles.GoogleDataControls.GetAsync("uprof_1").Guarded();

        controls.Cmek.ShouldBeOfType<UnknownGoogleCmekControl>().RetiredKeys.ShouldHaveSingleItem().ExternalKeyId.ShouldBe("ekey_1");
        var status = controls.Storage.ShouldBeOfType<GoogleStorageEnabled>().Status;
        status["eu"].ShouldBeOfType<UnknownGoogleStorageRegionStatus>().EffectiveBucket.ShouldBe(new GoogleBucketReference { BucketName = "b", ProjectNumber = "1" });
        var malformed = status["us"].ShouldBeOfType<UnknownGoogleStorageRegionStatus>();
        (malformed.Type, malformed.EffectiveBucket).ShouldBe(("active", null));
        malformed.Problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Unknown_kinds_can_be_created_from_JSON()
    {
        var cmek = new UnknownGoogleCmekRegionStatus(JsonElement.Parse("""{"type":"of_tomorrow","effective_external_key_id":"ekey_1"}"""));

        (cmek.Type, cmek.EffectiveExternalKeyId).ShouldBe(("of_tomorrow", "ekey_1"));
    }
}
