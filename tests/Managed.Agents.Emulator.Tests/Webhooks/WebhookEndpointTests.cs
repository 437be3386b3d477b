namespace Managed.Agents.Emulator.Tests;

public sealed class WebhookEndpointTests
{
    private const string Beta = "webhooks-2026-10-07";
    private const string Path = "/v1/organizations/webhooks";

    [Fact]
    public async Task An_endpoint_is_created_updated_and_deleted_and_returns_its_secret_once()
    {
        await using var api = await TestApi.StartAsync();

        var made = (await CreateAsync(api, ""","name":"Ops","description":"What happens" """)).ShouldSucceed();
        made.Text("signing_secret").ShouldStartWith("whsec_");
        Convert.FromBase64String(made.Text("signing_secret")!["whsec_".Length..]).Length.ShouldBe(32);
        made.Text("state").ShouldBe("enabled");
        made.Text("disabled_reason").ShouldBe("");
        made.Text("name").ShouldBe("Ops");

        var path = $"{Path}/{made.Id}";
        (await api.GetAsync(path, Beta)).Body.ContainsKey("signing_secret").ShouldBeFalse();
        var changed = (await api.PostAsync(path, """{"url":"https://new.example.com/x","enabled_events":["external_key.failed","external_key.failed"],"state":"disabled"}""", Beta)).ShouldSucceed();
        changed.Text("url").ShouldBe("https://new.example.com/x");
        changed["enabled_events"]!.ToJsonString().ShouldBe("""["external_key.failed"]""");
        changed.Text("state").ShouldBe("disabled");
        changed.Text("disabled_reason").ShouldBe("");
        var kept = (await api.PostAsync(path, """{"enabled_events":[],"state":"enabled","name":"","description":"Other"}""", Beta)).ShouldSucceed();
        kept["enabled_events"]!.ToJsonString().ShouldBe("""["external_key.failed"]""");
        kept.Text("state").ShouldBe("enabled");
        kept.Text("name").ShouldBe("");

        (await api.DeleteAsync(path, Beta)).Text("type").ShouldBe("webhook_endpoint_deleted");
        (await api.GetAsync(path, Beta)).ShouldBeMissing();
        (await api.PostAsync(path, "{}", Beta)).ShouldBeMissing();
        (await api.PostAsync($"{path}/regenerate_signing_secret", null, Beta)).ShouldBeMissing();
        (await api.GetAsync(Path)).ShouldBeMissing();
    }

    [Fact]
    public async Task A_new_secret_replaces_the_old_one()
    {
        await using var api = await TestApi.StartAsync();
        var made = await CreateAsync(api);

        var first = (await api.PostAsync($"{Path}/{made.Id}/regenerate_signing_secret", null, Beta)).ShouldSucceed();
        var second = (await api.PostAsync($"{Path}/{made.Id}/regenerate_signing_secret", null, Beta)).ShouldSucceed();

        new[] { made, first, second }.Select(static answer => answer.Text("signing_secret")).Distinct().Count().ShouldBe(3);
        first.Body.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://hooks.example.com", "https")]
    [InlineData("https://hooks.example.com:8443", "port 443")]
    [InlineData("https://user@hooks.example.com", "user name")]
    [InlineData("hooks.example.com", "https")]
    [InlineData("https://10.0.0.1/hook", "public host name")]
    [InlineData("https://[::1]/hook", "public host name")]
    [InlineData("https://localhost/hook", "public host name")]
    public async Task An_endpoint_requires_a_public_https_address(string url, string message)
    {
        await using var api = await TestApi.StartAsync();
        var path = $"{Path}/{(await CreateAsync(api)).Id}";

        (await api.PostAsync(Path, $$"""{"url":"{{url}}","enabled_events":["external_key.failed"]}""", Beta)).ShouldBeRefused(message);
        (await api.PostAsync(path, $$"""{"url":"{{url}}"}""", Beta)).ShouldBeRefused(message);
    }

    [Fact]
    public async Task An_endpoint_requires_events_and_there_are_at_most_32_endpoints()
    {
        await using var api = await TestApi.StartAsync();

        (await api.PostAsync(Path, """{"url":"https://hooks.example.com","enabled_events":[]}""", Beta)).ShouldBeRefused("enabled_events");
        (await api.PostAsync(Path, """{"url":"https://hooks.example.com","enabled_events":["session.created"]}""", Beta)).ShouldBeRefused("enabled_events[0]");
        var last = "";
        for (var i = 0; i < 32; i++)
        {
            last = (await CreateAsync(api)).ShouldSucceed().Id;
        }

        (await CreateAsync(api)).ShouldBeRefused("32 webhook endpoints");
        await api.DeleteAsync($"{Path}/{last}", Beta);
        (await CreateAsync(api)).ShouldSucceed();
    }

    [Fact]
    public async Task A_list_continues_after_a_deleted_endpoint()
    {
        await using var api = await TestApi.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add((await CreateAsync(api)).Id);
        }

        var page = await api.GetAsync($"{Path}?limit=2", Beta);
        page.Ids().ShouldBe([ids[3], ids[2]]);
        await api.DeleteAsync($"{Path}/{ids[2]}", Beta);

        (await api.GetAsync($"{Path}?limit=2&after_id={page.Text("last_id")}", Beta)).Ids().ShouldBe([ids[1], ids[0]]);
        (await api.GetAsync($"{Path}?order=asc&limit=2", Beta)).Ids().ShouldBe([ids[0], ids[1]]);
        (await api.GetAsync($"{Path}?order=asc&before_id={ids[3]}&limit=1", Beta)).Ids().ShouldBe([ids[1]]);
        (await api.GetAsync($"{Path}?after_id=wep_none", Beta)).ShouldBeRefused("after_id");
    }

    private static Task<Answer> CreateAsync(TestApi api, string more = "") =>
        api.PostAsync(Path, $$"""{"url":"https://hooks.example.com/a","enabled_events":["user_profile.enforcement_action_opened"]{{more}}}""", Beta);
}
