using System.Net;
using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;
using Managed.Agents.UserProfiles;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.UserProfiles;

public sealed class GoogleDataControlsLifeTests : EmulatorTest
{
    private static readonly GoogleCmekEnable Key = new() { ExternalKeyIds = new Dictionary<string, string?> { ["eu"] = "ekey_1" } };
    private static readonly GoogleStorageEnable Bucket = new() { Buckets = new Dictionary<string, GoogleBucketReference?> { ["eu"] = new() { BucketName = "b", ProjectNumber = "1" } } };

    private GoogleDataControlsClient Controls => Client.UserProfiles.GoogleDataControls;

    [Fact]
    public async Task Keys_are_set_validated_replaced_and_retired()
    {
        var profile = await Client.UserProfiles.CreateAsync();
        var initial = await Controls.GetAsync(profile.Id);
        (initial.UserProfileId, initial.Cmek, initial.Storage).ShouldBe((profile.Id, new GoogleCmekDisabled(), new GoogleStorageDisabled()));

        var pending = (await Controls.UpdateAsync(profile.Id, new() { Cmek = Key })).Cmek.ShouldBeOfType<GoogleCmekEnabled>();
        pending.ExternalKeyIds["eu"].ShouldBe("ekey_1");
        pending.Status["eu"].ShouldBe(new GoogleCmekRegionPending());
        pending.Status["us"].ShouldBe(new GoogleCmekRegionNotConfigured());

        var validatedAt = Clock.GetUtcNow().AddSeconds(2);
        (await ValidatedAsync(profile.Id)).Cmek.ShouldBeOfType<GoogleCmekEnabled>().Status["eu"]
            .ShouldBe(new GoogleCmekRegionActive { EffectiveExternalKeyId = "ekey_1", ValidatedAt = validatedAt });

        Emulator.GoogleDataControls.FailKey("ekey_2", "Permission denied.");
        await Controls.UpdateAsync(profile.Id, new() { Cmek = new GoogleCmekEnable { ExternalKeyIds = new Dictionary<string, string?> { ["eu"] = "ekey_2" } } });
        (await ValidatedAsync(profile.Id)).Cmek.ShouldBeOfType<GoogleCmekEnabled>().Status["eu"]
            .ShouldBe(new GoogleCmekRegionFailed { EffectiveExternalKeyId = "ekey_1", Error = "Permission denied." });

        var disabled = (await Controls.UpdateAsync(profile.Id, new() { Cmek = new GoogleCmekDisable() })).Cmek;
        disabled.ShouldBeOfType<GoogleCmekDisabled>().RetiredKeys.ShouldBe([new GoogleRetiredKey { ExternalKeyId = "ekey_1", Region = "eu", ExpiresAt = Clock.GetUtcNow().AddDays(30) }]);
    }

    [Fact]
    public async Task Buckets_are_set_verified_checked_and_suspended()
    {
        var profile = await Client.UserProfiles.CreateAsync();
        var reference = new GoogleBucketReference { BucketName = "b", ProjectNumber = "1" };
        await Controls.UpdateAsync(profile.Id, new() { Storage = Bucket });

        var active = (await ValidatedAsync(profile.Id)).Storage.ShouldBeOfType<GoogleStorageEnabled>();
        active.Buckets["eu"].ShouldBe(new GoogleStorageBucket { BucketName = "b", ProjectNumber = "1", ProjectId = "project-1", Location = "EU" });
        active.Status["eu"].ShouldBe(new GoogleStorageRegionActive { EffectiveBucket = reference, ValidatedAt = Clock.GetUtcNow() });

        Emulator.GoogleDataControls.FailBucket("b", "grant_mismatch", "No access.", "ingest");
        (await StatusAsync(profile.Id)).ShouldBeOfType<GoogleStorageRegionActive>().FailedChecks
            .ShouldBe([new GoogleStorageFailedCheck { Check = GoogleStorageCheck.GrantMismatch, Message = "No access.", Role = GoogleStorageRole.Ingest }]);

        Emulator.GoogleDataControls.IsStorageApproved = false;
        (await StatusAsync(profile.Id)).ShouldBe(new GoogleStorageRegionSuspended());
    }

    [Theory]
    [InlineData("cmek_not_approved", HttpStatusCode.BadRequest)]
    [InlineData("storage_not_approved", HttpStatusCode.BadRequest)]
    [InlineData("external_key_not_found", HttpStatusCode.BadRequest)]
    [InlineData("external_key_provider_mismatch", HttpStatusCode.BadRequest)]
    [InlineData("gcp_project_not_verified", HttpStatusCode.BadRequest)]
    [InlineData("region_not_supported", HttpStatusCode.BadRequest)]
    [InlineData("gcp_project_controlled_by_another_organization", HttpStatusCode.Conflict)]
    [InlineData("storage_in_use", HttpStatusCode.Conflict)]
    public async Task A_rejection_has_its_code(string code, HttpStatusCode status)
    {
        var profile = await Client.UserProfiles.CreateAsync();
        await PrepareAsync(code);

        var error = await FailsAsync(
            status,
            status == HttpStatusCode.Conflict ? ApiErrorType.Conflict : ApiErrorType.InvalidRequest,
            () => Controls.UpdateAsync(profile.Id, code is "cmek_not_approved" or "external_key_not_found" or "external_key_provider_mismatch" ? new() { Cmek = Key } : new() { Storage = Bucket }));

        error.ErrorCode.ShouldBe(code);
        (await Controls.GetAsync(profile.Id)).Storage.ShouldBeOfType<GoogleStorageDisabled>();
    }

    [Fact]
    public async Task An_update_without_a_control_is_rejected()
    {
        var profile = await Client.UserProfiles.CreateAsync();

        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Controls.UpdateAsync(profile.Id, new()));
    }

    private async Task PrepareAsync(string code)
    {
        var service = Emulator.GoogleDataControls;
        switch (code)
        {
            case "cmek_not_approved":
                service.IsCmekApproved = false;
                break;
            case "storage_not_approved":
                service.IsStorageApproved = false;
                break;
            case "external_key_not_found":
                service.SetKey("ekey_1", EmulatedExternalKey.Missing);
                break;
            case "external_key_provider_mismatch":
                service.SetKey("ekey_1", EmulatedExternalKey.OtherProvider);
                break;
            case "gcp_project_not_verified":
                service.SetProject("1", EmulatedGoogleProject.NotVerified);
                break;
            case "gcp_project_controlled_by_another_organization":
                service.SetProject("1", EmulatedGoogleProject.OtherOrganization);
                break;
            case "region_not_supported":
                service.Regions = ["us"];
                break;
            default:
                await Controls.UpdateAsync((await Client.UserProfiles.CreateAsync()).Id, new() { Storage = Bucket });
                break;
        }
    }

    private async Task<GoogleDataControls> ValidatedAsync(string profileId)
    {
        Clock.Advance(TimeSpan.FromSeconds(2));
        return await Controls.GetAsync(profileId);
    }

    private async Task<GoogleStorageRegionStatus> StatusAsync(string profileId) =>
        (await Controls.GetAsync(profileId)).Storage.ShouldBeOfType<GoogleStorageEnabled>().Status["eu"];
}
