namespace Managed.Agents.Emulator.Tests;

/// <summary>The Google data controls of user profiles: reading, updating, and what is rejected.</summary>
public sealed class DataControlsTests
{
    private const string Keys = """{"cmek":{"type":"enabled","external_key_ids":{"eu":"ekey_1"}}}""";
    private const string Buckets = """{"storage":{"type":"enabled","buckets":{"eu":{"bucket_name":"b-eu","project_number":"1"}}}}""";

    [Fact]
    public async Task A_new_profile_has_disabled_controls()
    {
        await using var controls = await DataControlsApi.StartAsync();

        var body = await controls.GetAsync();

        body.Text("type").ShouldBe("google_managed_data_controls");
        controls.Path.ShouldContain(body.Text("user_profile_id")!);
        body.Text("bucket_label_value").ShouldNotBeNullOrEmpty();
        body["cmek"]!.ToJsonString().ShouldBe("""{"type":"disabled","retired_keys":[]}""");
        body["storage"]!.ToJsonString().ShouldBe("""{"type":"disabled","retired_buckets":[]}""");
        body.Text("updated_at").ShouldBe("2026-11-21T09:00:00.000000Z");
        (await controls.Api.GetAsync("/v1/user_profiles/uprof_none/providers/google/data_controls", DataControlsApi.Beta)).ShouldBeMissing();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("user-profiles-2026-09-04")]
    public async Task The_beta_value_of_data_controls_is_required(string? beta)
    {
        await using var controls = await DataControlsApi.StartAsync();

        (await controls.Api.GetAsync(controls.Path, beta)).ShouldBeMissing();
        (await controls.Api.PostAsync(controls.Path, Keys, beta)).ShouldBeMissing();
        (await controls.Api.GetAsync(controls.Path, $"user-profiles-2026-09-04,{DataControlsApi.Beta}")).ShouldSucceed();
    }

    [Fact]
    public async Task An_update_sets_and_removes_regions_and_leaves_the_others_unchanged()
    {
        await using var controls = await DataControlsApi.StartAsync();

        await controls.SetKeysAsync("""{"eu":"ekey_1","us":"ekey_2"}""");
        var merged = await controls.SetKeysAsync("""{"eu":null,"sg":"ekey_3"}""");

        merged.At("cmek.external_key_ids")!.ToJsonString().ShouldBe("""{"us":"ekey_2","sg":"ekey_3"}""");
        merged.At("cmek.status")!.AsObject().Select(static region => $"{region.Key} {region.Value.Text("type")}")
            .ShouldBe(["us pending", "eu not_configured", "sg pending", "global not_configured"]);
        merged.Text("storage.type").ShouldBe("disabled");
        var both = (await controls.PostAsync(Buckets)).ShouldSucceed().Body;
        both.At("cmek.external_key_ids")!.AsObject().Count.ShouldBe(2);
        both.At("storage.buckets.eu")!.ToJsonString().ShouldBe("""{"bucket_name":"b-eu","project_number":"1","project_id":null,"location":null,"kms_key_name":null}""");
        (await controls.SetKeysAsync("null")).At("cmek.external_key_ids")!.AsObject().Count.ShouldBe(2);
        var disabled = (await controls.PostAsync("""{"cmek":{"type":"disabled"},"storage":{"type":"disabled"}}""")).ShouldSucceed();
        disabled.Text("cmek.type").ShouldBe("disabled");
        disabled.Text("storage.type").ShouldBe("disabled");
    }

    [Theory]
    [InlineData("{}", "at least one of cmek and storage")]
    [InlineData("""{"cmek":null}""", "cmek")]
    [InlineData("""{"cmek":{"type":"other"}}""", "cmek.type")]
    [InlineData("""{"cmek":{"type":"enabled","external_key_ids":{"us":null,"eu":null}}}""", "at least one region must remain")]
    [InlineData("""{"storage":{"type":"enabled"}}""", "at least one region must remain")]
    [InlineData("""{"cmek":{"type":"disabled"},"storage":{"type":"enabled","buckets":{}}}""", "at least one region must remain")]
    [InlineData("""{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"b"}}}}""", "project_number")]
    [InlineData("""{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"b","project_number":"x1"}}}}""", "decimal digits")]
    [InlineData("""{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"","project_number":"1"}}}}""", "bucket_name")]
    [InlineData("""{"storage":{"type":"enabled","buckets":{"us":{"bucket_name":"b","project_number":"1"},"eu":{"bucket_name":"b","project_number":"1"}}}}""", "more than one region")]
    public async Task An_invalid_update_is_rejected_and_changes_nothing(string body, string message)
    {
        await using var controls = await DataControlsApi.StartAsync();
        await controls.SetKeysAsync("""{"eu":"ekey_1"}""");
        var before = await controls.GetAsync();
        controls.Clock.Advance(TimeSpan.FromSeconds(1));

        (await controls.PostAsync(body)).ShouldBeRefused(message);

        (await controls.GetAsync()).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Theory]
    [InlineData("cmek_not_approved", 400, Keys)]
    [InlineData("storage_not_approved", 400, Buckets)]
    [InlineData("external_key_not_found", 400, Keys)]
    [InlineData("external_key_provider_mismatch", 400, Keys)]
    [InlineData("gcp_project_not_verified", 400, Buckets)]
    [InlineData("region_not_supported", 400, Keys)]
    [InlineData("region_not_supported", 400, Buckets)]
    [InlineData("gcp_project_controlled_by_another_organization", 409, Buckets)]
    [InlineData("storage_in_use", 409, Buckets)]
    public async Task Each_reason_for_rejection_has_its_code(string code, int status, string body)
    {
        await using var controls = await DataControlsApi.StartAsync();
        switch (code)
        {
            case "cmek_not_approved":
                controls.Service.IsCmekApproved = false;
                break;
            case "storage_not_approved":
                controls.Service.IsStorageApproved = false;
                break;
            case "external_key_not_found":
                controls.Service.SetKey("ekey_1", EmulatedExternalKey.Missing);
                break;
            case "external_key_provider_mismatch":
                controls.Service.SetKey("ekey_1", EmulatedExternalKey.OtherProvider);
                break;
            case "gcp_project_not_verified":
                controls.Service.SetProject("1", EmulatedGoogleProject.NotVerified);
                break;
            case "gcp_project_controlled_by_another_organization":
                controls.Service.SetProject("1", EmulatedGoogleProject.OtherOrganization);
                break;
            case "region_not_supported":
                controls.Service.Regions = ["us"];
                break;
            default:
                (await controls.Api.PostAsync(await DataControlsApi.CreateAsync(controls.Api), Buckets, DataControlsApi.Beta)).ShouldSucceed();
                break;
        }

        var answer = await controls.PostAsync(body);

        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
        answer.ErrorType.ShouldBe(status == 409 ? "conflict_error" : "invalid_request_error");
        (await controls.GetAsync()).Text("cmek.type").ShouldBe("disabled");
    }
}
