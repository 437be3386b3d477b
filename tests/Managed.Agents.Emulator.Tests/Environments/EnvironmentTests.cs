namespace Managed.Agents.Emulator.Tests;

/// <summary>Environments: defaults, merge, archive, delete.</summary>
public sealed class EnvironmentTests
{
    [Fact]
    public async Task Omitted_fields_get_defaults()
    {
        await using var api = await TestApi.StartAsync();

        var environment = await api.PostAsync("/v1/environments", """{"name":"python","config":{"type":"cloud","packages":{"pip":["pytest"]}}}""");

        environment["config"]!.ToJsonString().ShouldBe("""{"type":"cloud","networking":{"type":"unrestricted"},"packages":{"type":"packages","apt":[],"cargo":[],"gem":[],"go":[],"npm":[],"pip":["pytest"]}}""");
        environment["description"].ShouldBeNull();
        environment["scope"]!.GetValue<string>().ShouldBe("organization");
        environment["state"]!.GetValue<string>().ShouldBe("active");
    }

    [Fact]
    public async Task A_self_hosted_environment_has_no_other_configuration()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateEnvironmentAsync("""{"type":"self_hosted"}""");

        (await api.GetAsync($"/v1/environments/{id}"))["config"]!.ToJsonString().ShouldBe("""{"type":"self_hosted"}""");
    }

    [Fact]
    public async Task The_type_of_an_environment_cannot_change()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateEnvironmentAsync();

        var answer = await api.PostAsync($"/v1/environments/{id}", """{"config":{"type":"self_hosted"}}""");

        answer.Status.ShouldBe(400);
        answer.ErrorCode.ShouldBe("invalid_config_type_change");
    }

    [Fact]
    public async Task An_update_keeps_omitted_fields_and_an_empty_string_deletes_metadata()
    {
        await using var api = await TestApi.StartAsync();
        var id = (await api.PostAsync("/v1/environments", """{"name":"e","description":"d","metadata":{"a":"1","b":"2"},"config":{"type":"cloud","networking":{"type":"limited","allowed_hosts":["a.example"]}}}""")).Id;

        var changed = await api.PostAsync($"/v1/environments/{id}", """{"metadata":{"a":"","c":"3"},"description":null,"config":{"type":"cloud","networking":{"type":"limited","allow_mcp_servers":true}}}""");

        changed["name"]!.GetValue<string>().ShouldBe("e");
        changed["description"].ShouldBeNull();
        changed["metadata"]!.ToJsonString().ShouldBe("""{"b":"2","c":"3"}""");
        changed["config"]!["networking"]!.ToJsonString().ShouldBe("""{"type":"limited","allowed_hosts":["a.example"],"allow_mcp_servers":true,"allow_package_managers":false}""");
    }

    [Theory]
    [InlineData("""{"type":"cloud","networking":{"type":"limited"},"packages":{"pip":["x"]}}""", "allow_package_managers")]
    [InlineData("""{"type":"cloud","networking":{"type":"limited","allowed_hosts":["https://a.example"]}}""", "allowed_hosts[0]")]
    [InlineData("""{"type":"cloud","networking":{"type":"none"}}""", "config.networking.type")]
    public async Task An_inconsistent_configuration_is_rejected(string config, string problem)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.PostAsync("/v1/environments", $$"""{"name":"e","config":{{config}}}""");

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task An_archived_environment_is_read_only_and_accepts_no_sessions()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateEnvironmentAsync();
        (await api.PostAsync($"/v1/environments/{id}/archive"))["archived_at"].ShouldNotBeNull();

        var session = await api.PostAsync("/v1/sessions", $$"""{"agent":"{{await api.CreateAgentAsync()}}","environment_id":"{{id}}"}""");

        session.Status.ShouldBe(400);
        session.ErrorCode.ShouldBe("environment_archived");
        (await api.PostAsync($"/v1/environments/{id}", """{"name":"x"}""")).Status.ShouldBe(400);
        (await api.GetAsync("/v1/environments")).Data.ShouldBeEmpty();
        (await api.GetAsync("/v1/environments?include_archived=true")).Data.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_environment_in_use_cannot_be_deleted()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateEnvironmentAsync();
        var session = await api.CreateSessionAsync(environmentId: id);
        (await api.DeleteAsync($"/v1/environments/{id}")).Status.ShouldBe(400);

        await api.DeleteAsync($"/v1/sessions/{session}");

        (await api.DeleteAsync($"/v1/environments/{id}")).Body.ToJsonString().ShouldBe($$"""{"id":"{{id}}","type":"environment_deleted"}""");
        (await api.GetAsync($"/v1/environments/{id}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_unknown_environment_is_404_with_an_error_code()
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync("/v1/environments/env_nowhere")).ErrorCode.ShouldBe("environment_not_found");
        (await api.GetAsync($"/v1/environments/{await api.CreateAgentAsync()}")).Status.ShouldBe(404);
    }
}
