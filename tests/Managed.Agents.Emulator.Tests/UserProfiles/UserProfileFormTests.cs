namespace Managed.Agents.Emulator.Tests;

/// <summary>The older forms of user profiles, each with its beta value.</summary>
public sealed class UserProfileFormTests
{
    private const string March = "user-profiles-2026-03-24";
    private const string August = "user-profiles-2026-08-18";
    private const string September = "user-profiles-2026-09-04";

    [Theory]
    [InlineData(March, "id type name metadata created_at updated_at trust_grants external_id")]
    [InlineData(August, "id type name metadata created_at updated_at trust_grants access_type external_id external_user_onboarded_at")]
    [InlineData(September, "id type name metadata created_at updated_at trust_grants access_type external_user_details")]
    [InlineData(null, "id type name metadata created_at updated_at enforcement_status enforcement_actions programs access_type external_user_details")]
    public async Task The_beta_value_selects_the_form(string? beta, string fields)
    {
        await using var api = await TestApi.StartAsync();
        var created = (await api.PostAsync("/v1/user_profiles", "{}", beta)).ShouldSucceed();

        var read = (await api.GetAsync($"/v1/user_profiles/{created.Id}", beta)).ShouldSucceed();
        var listed = (await api.GetAsync("/v1/user_profiles", beta)).ShouldSucceed();

        read.Body.Select(static field => field.Key).ShouldBe(fields.Split(' '));
        listed.Data[0].Select(static field => field.Key).ShouldBe(fields.Split(' '));
    }

    [Theory]
    [InlineData(March, """{"external_user_details":{"country":"FR"}}""", "external_user_details: not supported")]
    [InlineData(August, """{"external_user_details":{"country":"FR"}}""", "external_user_details: not supported")]
    [InlineData(March, """{"external_user_onboarded_at":"2026-01-01T00:00:00Z"}""", "external_user_onboarded_at: requires")]
    [InlineData(September, """{"external_id":"1"}""", "external_id: requires")]
    [InlineData(September, """{"external_user_onboarded_at":"2026-01-01T00:00:00Z"}""", "external_user_onboarded_at: requires")]
    [InlineData(August, """{"external_user_onboarded_at":"2126-01-01T00:00:00Z"}""", "external_user_onboarded_at: must not be more than")]
    public async Task A_form_accepts_only_its_own_fields(string beta, string body, string message)
    {
        await using var api = await TestApi.StartAsync();

        (await api.PostAsync("/v1/user_profiles", body, beta)).ShouldBeRefused(message);
    }

    [Fact]
    public async Task The_older_fields_can_be_kept_or_cleared()
    {
        await using var api = await TestApi.StartAsync();
        var created = (await api.PostAsync("/v1/user_profiles", """{"external_id":"7","external_user_onboarded_at":"2026-01-01T00:00:00Z"}""", August)).ShouldSucceed();
        var path = $"/v1/user_profiles/{created.Id}";

        var kept = (await api.PostAsync(path, """{"name":"Ada"}""", August)).ShouldSucceed();
        kept.Text("external_id").ShouldBe("7");
        kept.Text("external_user_onboarded_at").ShouldBe("2026-01-01T00:00:00.000000Z");
        (await api.PostAsync(path, """{"external_id":null}""", March))["external_id"].ShouldBeNull();
        (await api.PostAsync(path, """{"external_user_onboarded_at":null}""", August)).ShouldBeRefused("must not be null");
        (await api.GetAsync("/v1/user_profiles?enforcement_status[]=banned", September)).ShouldBeRefused("enforcement_status[]: unknown query parameter");
        (await api.DeleteAsync(path, August)).Text("type").ShouldBe("user_profile_deleted");
    }
}
