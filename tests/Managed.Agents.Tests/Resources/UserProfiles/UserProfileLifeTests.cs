using System.Net;
using Managed.Agents.Tests.Framework;
using Managed.Agents.UserProfiles;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.UserProfiles;

public sealed class UserProfileLifeTests : EmulatorTest
{
    [Fact]
    public async Task A_profile_is_created_updated_listed_and_deleted()
    {
        var created = await Client.UserProfiles.CreateAsync(new() { Name = "Ada", ExternalUserDetails = new() { Country = "FR" }, Metadata = new Dictionary<string, string> { ["plan"] = "pro" } });
        (created.AccessType, created.EnforcementStatus).ShouldBe((UserProfileAccessType.Application, UserProfileEnforcementStatus.Unrestricted));

        var changed = await Client.UserProfiles.UpdateAsync(created.Id, new()
        {
            AccessType = UserProfileAccessType.Passthrough,
            ExternalUserDetails = new() { ReferenceId = "7" },
            Metadata = new Dictionary<string, string> { ["plan"] = "" },
        });
        (changed.Name, changed.AccessType, changed.Metadata.Count).ShouldBe(("Ada", UserProfileAccessType.Passthrough, 0));
        changed.ExternalUserDetails.ShouldNotBeNull().ReferenceId.ShouldBe("7");
        changed.ExternalUserDetails.Country.ShouldBe("FR");
        (await Client.UserProfiles.GetAsync(created.Id)).ShouldBe(changed);

        var other = await Client.UserProfiles.CreateAsync(new() { Name = "Grace" });
        (await AllAsync(Client.UserProfiles.ListAsync(new() { OrderBy = UserProfileOrderBy.Name, Order = SortOrder.Ascending, PageSize = 1 }))).Select(static profile => profile.Id)
            .ShouldBe([created.Id, other.Id]);

        (await Client.UserProfiles.DeleteAsync(created.Id)).Id.ShouldBe(created.Id);
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.UserProfiles.GetAsync(created.Id));
    }

    [Fact]
    public async Task A_restricted_user_is_listed_and_released()
    {
        var profile = await Client.UserProfiles.CreateAsync();
        await Client.UserProfiles.CreateAsync();
        var id = Emulator.OpenEnforcementAction(profile.Id, "fraud_or_abuse", lifetime: TimeSpan.FromDays(1));

        var restricted = (await AllAsync(Client.UserProfiles.ListAsync(new() { EnforcementStatus = [UserProfileEnforcementStatus.Restricted] }))).ShouldHaveSingleItem();
        restricted.Id.ShouldBe(profile.Id);
        var action = restricted.EnforcementActions.ShouldHaveSingleItem().ShouldBeOfType<UserProfileRestriction>();
        (action.Id, action.Reason, action.ExpiresAt).ShouldBe((id, UserProfileEnforcementReason.FraudOrAbuse, Clock.GetUtcNow().AddDays(1)));

        Emulator.ResolveEnforcementAction(profile.Id, id);
        (await Client.UserProfiles.GetAsync(profile.Id)).EnforcementStatus.ShouldBe(UserProfileEnforcementStatus.Unrestricted);
    }

    [Fact]
    public async Task Links_are_created_in_both_forms()
    {
        var profile = await Client.UserProfiles.CreateAsync();

        var link = await Client.UserProfiles.ActionUrls.CreateAsync(profile.Id, new());
        var older = await Client.UserProfiles.CreateEnrollmentUrlAsync(profile.Id);

        link.ExpiresAt.ShouldBeGreaterThan(Clock.GetUtcNow());
        older.Url.ShouldNotBe(link.Url);
    }

    [Fact]
    public async Task A_client_with_an_older_beta_value_gets_the_older_form()
    {
        var older = Client.With(new CallOptions { Betas = ["user-profiles-2026-08-18"] }).UserProfiles;

        var profile = await older.CreateAsync(new() { ExternalId = "u-7" });

        (profile.ExternalId, profile.EnforcementStatus, profile.ExternalUserDetails).ShouldBe(("u-7", null, null));
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => older.CreateAsync(new() { ExternalUserDetails = new() { Country = "FR" } }));
    }
}
