using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class DeploymentFailureTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("environment_archived_error")]
    [InlineData("environment_not_found_error")]
    [InlineData("vault_archived_error")]
    [InlineData("vault_not_found_error")]
    [InlineData("file_not_found_error")]
    [InlineData("memory_store_archived_error")]
    [InlineData("session_resource_not_found_error")]
    [InlineData("skill_not_found_error")]
    [InlineData("mcp_egress_blocked_error")]
    [InlineData("self_hosted_resources_unsupported_error")]
    public async Task A_permanent_failure_pauses_the_deployment(string error)
    {
        await using var api = await StartAsync();
        var path = await DeployBrokenAsync(api, error);

        _clock.Advance(TimeSpan.FromDays(3));

        var run = (await api.RunsAsync(path)).ShouldHaveSingleItem();
        run["session_id"].ShouldBeNull();
        run.Text("error.type").ShouldBe(error);
        run.Text("error.message").ShouldNotBeNullOrEmpty();
        var paused = await api.GetAsync(path);
        paused.Text("status").ShouldBe("paused");
        paused["paused_reason"]!.ToJsonString().ShouldBe($$$"""{"type":"error","error":{"type":"{{{error}}}"}}""");
        (await api.GetAsync("/v1/sessions")).Data.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(429, "session_rate_limited_error")]
    [InlineData(400, "session_creation_rejected_error")]
    public async Task A_transient_failure_is_recorded_and_the_next_run_tries_again(int status, string error)
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Nightly);
        api.Emulator.Faults.OnRequests("sessions.create").Once().DropResponse();
        api.Emulator.Faults.OnRequests("sessions.create").Once().Fail(status);

        _clock.Advance(TimeSpan.FromDays(2));

        (await api.RunsAsync(path)).Select(static run => run.Text("error.type")).ShouldBe([error, null]);
        (await api.GetAsync(path)).Text("status").ShouldBe("active");
    }

    [Fact]
    public async Task An_unknown_failure_pauses_the_deployment()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Nightly);
        api.Emulator.Faults.OnRequests("sessions.create").Once().Fail(500);

        (await api.PostAsync($"{path}/run")).ShouldSucceed().Text("error.type").ShouldBe("unknown_error");
        (await api.GetAsync(path)).Text("paused_reason.error.type").ShouldBe("unknown_error");
        (await api.PostAsync($"{path}/pause")).Text("paused_reason.type").ShouldBe("error");
        (await api.PostAsync($"{path}/unpause")).Text("status").ShouldBe("active");
        _clock.Advance(TimeSpan.FromDays(1));

        (await api.RunsAsync(path)).Select(static run => run.Text("error.type")).ShouldBe(["unknown_error", null]);
    }

    private static async Task<string> DeployBrokenAsync(TestApi api, string error)
    {
        var environment = await api.CreateEnvironmentAsync();
        switch (error)
        {
            case "environment_archived_error":
                var archived = await api.DeployAsync(DeploymentApi.Nightly, environment: environment);
                await api.PostAsync($"/v1/environments/{environment}/archive");
                return archived;
            case "environment_not_found_error":
                var deleted = await api.DeployAsync(DeploymentApi.Nightly, environment: environment);
                (await api.DeleteAsync($"/v1/environments/{environment}")).ShouldSucceed();
                return deleted;
            case "vault_archived_error":
                var vault = await api.CreateVaultAsync();
                await api.PostAsync($"/v1/vaults/{vault}/archive");
                return await api.DeployAsync($$"""{{DeploymentApi.Nightly}},"vault_ids":["{{vault}}"]""");
            case "vault_not_found_error":
                return await api.DeployAsync($$"""{{DeploymentApi.Nightly}},"vault_ids":["vlt_none"]""");
            case "file_not_found_error":
                return await api.DeployAsync($$"""{{DeploymentApi.Nightly}},"resources":[{"type":"file","file_id":"file_none"}]""");
            case "memory_store_archived_error":
                var store = await api.CreateStoreAsync();
                await api.PostAsync($"{store}/archive");
                return await api.DeployAsync($$"""{{DeploymentApi.Nightly}},"resources":[{"type":"memory_store","memory_store_id":"{{store.Split('/')[^1]}}"}]""");
            case "session_resource_not_found_error":
                return await api.DeployAsync($$"""{{DeploymentApi.Nightly}},"resources":[{"type":"memory_store","memory_store_id":"memstore_none"}]""");
            case "skill_not_found_error":
                var skilled = await api.CreateAgentAsync(more: ""","skills":[{"type":"custom","skill_id":"skill_none"}]""");
                return await api.DeployAsync(DeploymentApi.Nightly, skilled);
            case "mcp_egress_blocked_error":
                var connected = await api.CreateAgentAsync(
                    tools: """[{"type":"mcp_toolset","mcp_server_name":"crm"}]""", more: ""","mcp_servers":[{"type":"url","name":"crm","url":"https://crm.example/mcp"}]""");
                return await api.DeployAsync(DeploymentApi.Nightly, connected, await api.CreateEnvironmentAsync("""{"type":"cloud","networking":{"type":"limited"}}"""));
            default:
                var own = await api.CreateEnvironmentAsync("""{"type":"self_hosted"}""");
                var file = (await api.UploadAsync("/v1/files", Forms.File())).Id;
                return await api.DeployAsync($$"""{{DeploymentApi.Nightly}},"resources":[{"type":"file","file_id":"{{file}}"}]""", environment: own);
        }
    }

    private Task<TestApi> StartAsync() => TestApi.StartAsync(options => options.TimeProvider = _clock);
}
