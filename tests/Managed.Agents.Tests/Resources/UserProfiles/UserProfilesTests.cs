using Managed.Agents.Tests.Framework;
using Managed.Agents.UserProfiles;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.UserProfiles;

public sealed class UserProfilesTests
{
    private const string Profile = """{"type":"user_profile","id":"uprof_1"}""";

    [Fact]
    public async Task The_released_form_sends_no_beta_value_and_an_older_form_sends_its_own()
    {
        using var server = MockServer.Start(Responses.Json(Profile), Responses.Json("""{"type":"user_profile","id":"uprof_1","external_id":"u-7","trust_grants":{"cyber":{"status":"pending"}}}"""));
        using var client = Clients.To(server);

        await client.UserProfiles.CreateAsync(new() { Name = "Ada", ExternalUserDetails = new() { Country = "FR" } }).Guarded();
        var older = await client.With(new CallOptions { Betas = ["user-profiles-2026-08-18"] }).UserProfiles.CreateAsync(new() { ExternalId = "u-7" }).Guarded();

        server.Requests.Select(static request => request.Header("anthropic-beta")).ShouldBe([null, "user-profiles-2026-08-18"]);
        server.Requests.Select(static request => request.Body).ShouldBe(["""{"name":"Ada","external_user_details":{"country":"FR"}}""", """{"external_id":"u-7"}"""]);
        older.ExternalId.ShouldBe("u-7");
        older.TrustGrants["cyber"].Status.ShouldBe(UserProfileProgramStatus.Pending);
    }

    [Fact]
    public async Task An_enrollment_link_of_the_older_form_sends_its_beta_value_and_no_body()
    {
        using var server = MockServer.Start(Responses.Json("""{"type":"enrollment_url","url":"https://example.com/e?t=secret","expires_at":"2026-11-20T12:00:00Z"}"""));
        using var client = Clients.To(server);

        var link = await client.UserProfiles.CreateEnrollmentUrlAsync("uprof_1").Guarded();

        server.Request.Header("anthropic-beta").ShouldBe("user-profiles-2026-08-18");
        server.Request.Body.ShouldBeEmpty();
        link.Url.OriginalString.ShouldBe("https://example.com/e?t=secret");
        link.ToString().ShouldBe("UserProfileEnrollmentUrl until 2026-11-20 12:00:00Z");
    }

    [Fact]
    public async Task A_link_requires_only_the_profile()
    {
        using var server = MockServer.Start(Responses.Json("""{"type":"user_profile_action_url","url":"https://example.com/e?t=secret","expires_at":"2026-11-20T12:00:00Z"}"""));
        using var client = Clients.To(server);

        var link = await client.UserProfiles.ActionUrls.CreateAsync("uprof_1", new()).Guarded();

        server.Request.Header("anthropic-beta").ShouldBeNull();
        server.Request.Body.ShouldBe("""{"action":{"type":"enroll_end_user"}}""");
        link.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task An_action_of_an_unknown_kind_keeps_the_shared_fields()
    {
        using var server = MockServer.Start(Responses.Json(
            """
            {"type":"user_profile","id":"uprof_1","enforcement_status":"of_tomorrow","enforcement_actions":[
             {"type":"ban","id":"enac_1","reason":"fraud_or_abuse","opened_at":"2026-11-20T12:00:00Z","expires_at":null,"action":null},
             {"type":"of_tomorrow","id":"enac_2","reason":"high_harm","opened_at":"2026-11-20T12:00:00Z","expires_at":"2026-12-01T00:00:00Z","action":"verify"}]}
            """));
        using var client = Clients.To(server);

        var profile = await client.UserProfiles.GetAsync("uprof_1").Guarded();

        profile.EnforcementStatus.ShouldBe(new UserProfileEnforcementStatus("of_tomorrow"));
        profile.EnforcementActions[0].ShouldBeOfType<UserProfileBan>().Reason.ShouldBe(UserProfileEnforcementReason.FraudOrAbuse);
        var unknown = profile.EnforcementActions[1].ShouldBeOfType<UnknownUserProfileEnforcementAction>();
        unknown.Id.ShouldBe("enac_2");
        unknown.Reason.ShouldBe(UserProfileEnforcementReason.HighHarm);
        unknown.ExpiresAt.ShouldBe(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        unknown.Action.ShouldBe(UserProfileNextStep.Verify);
    }
}
