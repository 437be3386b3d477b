using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class UserProfileTests
{
    [Fact]
    public async Task A_profile_is_created_updated_and_deleted_without_any_beta_value()
    {
        await using var api = await TestApi.StartAsync();

        var created = (await api.PostAsync("/v1/user_profiles", "{}", beta: null)).ShouldSucceed();
        created.Id.ShouldStartWith("uprof_01");
        created["name"].ShouldBeNull();
        created.Text("access_type").ShouldBe("application");
        created.Text("enforcement_status").ShouldBe("unrestricted");
        created["enforcement_actions"]!.ToJsonString().ShouldBe("[]");
        created["programs"]!.ToJsonString().ShouldBe("""{"cyber":null,"efs":null}""");
        created.Body.At("external_user_details.country").ShouldBeNull();

        var path = $"/v1/user_profiles/{created.Id}";
        var changed = (await api.PostAsync(path, """{"name":"Ada","access_type":"passthrough","metadata":{"a":"1","b":"2"},"external_user_details":{"country":"FR","reference_id":"7"}}""", beta: null)).ShouldSucceed();
        changed.Text("name").ShouldBe("Ada");
        changed.Text("access_type").ShouldBe("passthrough");
        var kept = (await api.PostAsync(path, """{"access_type":null,"metadata":{"a":""},"external_user_details":{"country":"DE"}}""", beta: null)).ShouldSucceed();
        kept.Text("name").ShouldBe("Ada");
        kept.Text("access_type").ShouldBe("passthrough");
        kept["metadata"]!.ToJsonString().ShouldBe("""{"b":"2"}""");
        kept.Text("external_user_details.country").ShouldBe("DE");
        kept.Text("external_user_details.reference_id").ShouldBe("7");
        (await api.PostAsync(path, """{"name":null}""", beta: null))["name"].ShouldBeNull();

        (await api.DeleteAsync(path, beta: null)).Text("type").ShouldBe("user_profile_deleted");
        (await api.GetAsync(path, beta: null)).ShouldBeMissing();
        (await api.PostAsync(path, "{}", beta: null)).ShouldBeMissing();
        (await api.PostAsync($"{path}/action_urls", """{"action":{"type":"enroll_end_user"}}""", beta: null)).ShouldBeMissing();
    }

    [Theory]
    [InlineData("""{"external_user_details":{"country":"France"}}""", "external_user_details.country")]
    [InlineData("""{"external_user_details":{"email_hash":""}}""", "external_user_details.email_hash")]
    [InlineData("""{"external_user_details":{"onboarded_at":"2026-11-21T09:01:01Z"}}""", "external_user_details.onboarded_at")]
    [InlineData("""{"access_type":"other"}""", "access_type")]
    [InlineData("""{"external_id":"1"}""", "external_id")]
    [InlineData("""{"metadata":{"a":""}}""", "metadata")]
    public async Task An_invalid_profile_is_rejected(string body, string message)
    {
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = new ManualTimeProvider());

        (await api.PostAsync("/v1/user_profiles", body, beta: null)).ShouldBeRefused(message);
    }

    [Fact]
    public async Task Details_of_a_user_can_be_replaced_but_not_cleared()
    {
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = new ManualTimeProvider());
        var path = $"/v1/user_profiles/{(await api.PostAsync("/v1/user_profiles", """{"external_user_details":{"country":"FR","name_hash":null,"onboarded_at":"2026-11-21T09:01:00Z"}}""", beta: null)).ShouldSucceed().Id}";

        (await api.PostAsync(path, """{"name":"Ada","external_user_details":{"country":null}}""", beta: null)).ShouldBeRefused("cannot be cleared");

        var profile = await api.GetAsync(path, beta: null);
        profile["name"].ShouldBeNull();
        profile.Text("external_user_details.country").ShouldBe("FR");
        profile.Text("external_user_details.onboarded_at").ShouldBe("2026-11-21T09:01:00.000000Z");
    }

    [Fact]
    public async Task Lists_are_sorted_by_time_or_by_name_in_pages()
    {
        await using var api = await TestApi.StartAsync();
        var ids = new Dictionary<string, string>();
        foreach (var name in new[] { "b", "c", "a" })
        {
            ids[name] = (await api.PostAsync("/v1/user_profiles", $$"""{"name":"{{name}}"}""", beta: null)).Id;
        }

        var unnamed = (await api.PostAsync("/v1/user_profiles", "{}", beta: null)).Id;

        (await ListAsync()).ShouldBe([unnamed, ids["a"], ids["c"], ids["b"]]);
        (await ListAsync("order=asc")).ShouldBe([ids["b"], ids["c"], ids["a"], unnamed]);
        (await ListAsync("order_by=name")).ShouldBe([ids["c"], ids["b"], ids["a"], unnamed]);
        (await ListAsync("order_by=name&order=asc")).ShouldBe([unnamed, ids["a"], ids["b"], ids["c"]]);
        var page = await api.GetAsync("/v1/user_profiles?order_by=name&limit=3", beta: null);
        (await ListAsync($"order_by=name&limit=3&page={page.NextPage}")).ShouldBe([unnamed]);
        (await api.GetAsync($"/v1/user_profiles?order_by=name&order=asc&page={page.NextPage}", beta: null)).ShouldBeRefused("page");
        (await api.GetAsync($"/v1/user_profiles?page={page.NextPage}", beta: null)).ShouldBeRefused("page");

        async Task<IEnumerable<string>> ListAsync(string query = "") => (await api.GetAsync($"/v1/user_profiles?{query}", beta: null)).ShouldSucceed().Ids();
    }

    [Fact]
    public async Task Enforcement_shows_in_the_profile_and_in_lists_until_it_ends()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var restricted = (await api.PostAsync("/v1/user_profiles", "{}", beta: null)).Id;
        var banned = (await api.PostAsync("/v1/user_profiles", "{}", beta: null)).Id;
        var free = (await api.PostAsync("/v1/user_profiles", "{}", beta: null)).Id;

        var restriction = api.Emulator.OpenEnforcementAction(restricted, "fraud_or_abuse", lifetime: TimeSpan.FromHours(1));
        var ban = api.Emulator.OpenEnforcementAction(banned, ban: true);

        var profile = (await api.GetAsync($"/v1/user_profiles/{restricted}", beta: null)).ShouldSucceed();
        profile.Text("enforcement_status").ShouldBe("restricted");
        profile["enforcement_actions"]!.ToJsonString().ShouldBe(
            $$"""[{"id":"{{restriction}}","type":"restriction","reason":"fraud_or_abuse","action":null,"opened_at":"2026-11-21T09:00:00.000000Z","expires_at":"2026-11-21T10:00:00.000000Z"}]""");
        (await ListAsync("enforcement_status[]=restricted&enforcement_status[]=banned")).ShouldBe([banned, restricted]);
        clock.Advance(TimeSpan.FromHours(1));
        (await ListAsync("enforcement_status[]=unrestricted")).ShouldBe([free, restricted]);
        api.Emulator.ResolveEnforcementAction(banned, ban);
        (await ListAsync("enforcement_status[]=banned")).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => api.Emulator.ResolveEnforcementAction(banned, ban));
        Should.Throw<ArgumentException>(() => api.Emulator.OpenEnforcementAction("uprof_none"));
        Should.Throw<ArgumentException>(() => api.Emulator.OpenEnforcementAction(free, ban: true, lifetime: TimeSpan.FromHours(1)));

        async Task<IEnumerable<string>> ListAsync(string query) => (await api.GetAsync($"/v1/user_profiles?{query}", beta: null)).ShouldSucceed().Ids();
    }

    [Fact]
    public async Task A_link_is_valid_for_a_day_and_unique()
    {
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = new ManualTimeProvider());
        var path = $"/v1/user_profiles/{(await api.PostAsync("/v1/user_profiles", "{}", beta: null)).Id}";
        const string Enroll = """{"action":{"type":"enroll_end_user"}}""";

        var first = (await api.PostAsync($"{path}/action_urls", Enroll, beta: null)).ShouldSucceed();
        var second = (await api.PostAsync($"{path}/action_urls", Enroll, beta: null)).ShouldSucceed();
        var older = (await api.PostAsync($"{path}/enrollment_url", null, "user-profiles-2026-08-18")).ShouldSucceed();

        first.Text("type").ShouldBe("user_profile_action_url");
        first.Text("expires_at").ShouldBe("2026-11-22T09:00:00.000000Z");
        second.Text("url").ShouldNotBe(first.Text("url"));
        older.Text("type").ShouldBe("enrollment_url");
        (await api.PostAsync($"{path}/enrollment_url", null, beta: null)).ShouldBeMissing();
        (await api.PostAsync($"{path}/action_urls", """{"action":{"type":"other"}}""", beta: null)).ShouldBeRefused("action.type");
    }
}
