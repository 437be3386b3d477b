using System.Net;
using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Errors;

/// <summary>The errors of every resource, on the emulator.</summary>
public sealed class ResourceErrorTests : EmulatorTest
{
    private static readonly Dictionary<string, Func<ManagedAgentsClient, Task>> Calls = new()
    {
        ["agent"] = static client => client.Agents.GetAsync("agent_none"),
        ["agent version"] = static client => client.Agents.UpdateAsync("agent_none", new() { Version = 1 }),
        ["environment"] = static client => client.Environments.ArchiveAsync("env_none"),
        ["work item"] = static client => client.Environments.Work.GetAsync("env_none", "work_none"),
        ["session"] = static client => client.Sessions.DeleteAsync("sesn_none"),
        ["session events"] = static client => client.Sessions.Events.SendAsync("sesn_none", "Hello"),
        ["session stream"] = static client => client.Sessions.Events.StreamAsync("sesn_none"),
        ["session resource"] = static client => client.Sessions.Resources.GetAsync("sesn_none", "sesrsc_none"),
        ["session thread"] = static client => client.Sessions.Threads.ArchiveAsync("sesn_none", "sthr_none"),
        ["vault"] = static client => client.Vaults.GetAsync("vlt_none"),
        ["credential"] = static client => client.Vaults.Credentials.DeleteAsync("vlt_none", "vcrd_none"),
        ["memory store"] = static client => client.MemoryStores.GetAsync("memstore_none"),
        ["memory"] = static client => client.MemoryStores.Memories.GetAsync("memstore_none", "mem_none"),
        ["memory version"] = static client => client.MemoryStores.MemoryVersions.GetAsync("memstore_none", "memver_none"),
        ["file"] = static client => client.Files.GetAsync("file_none"),
        ["file content"] = static client => client.Files.DownloadAsync("file_none", Stream.Null),
        ["skill"] = static client => client.Skills.GetAsync("skill_none"),
        ["skill version"] = static client => client.Skills.Versions.GetAsync("skill_none", "latest"),
        ["deployment"] = static client => client.Deployments.GetAsync("depl_none"),
        ["deployment run"] = static client => client.DeploymentRuns.GetAsync("drun_none"),
        ["dream"] = static client => client.Dreams.CancelAsync("drm_none"),
        ["tunnel"] = static client => client.Tunnels.RevealTokenAsync("tnl_none"),
        ["certificate"] = static client => client.Tunnels.Certificates.GetAsync("tnl_none", "tcrt_none"),
        ["user profile"] = static client => client.UserProfiles.GetAsync("uprof_none"),
        ["action URL"] = static client => client.UserProfiles.ActionUrls.CreateAsync("uprof_none", new()),
        ["data controls"] = static client => client.UserProfiles.GoogleDataControls.GetAsync("uprof_none"),
        ["model"] = static client => client.Models.GetAsync("claude-none"),
        ["webhook endpoint"] = static client => client.Webhooks.Endpoints.GetAsync("wep_none"),
        ["another kind of id"] = static client => client.Agents.GetAsync("env_none"),
    };

    public static TheoryData<string> Missing => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task A_missing_resource_is_not_found(string call)
    {
        var error = await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Calls[call](Client));

        error.Message.ShouldNotContain("no operation");
        Emulator.Requests[^1].Operation.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_beta_path_without_its_beta_value_is_not_found() =>
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.SendAsync(new RawRequest(HttpMethod.Get, "v1/agents")));

    [Fact]
    public async Task A_memory_path_conflict_names_the_existing_memory()
    {
        var store = await Client.MemoryStores.CreateAsync(new() { Name = "Notes" });
        var existing = await Client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = "/a", Content = "one" });

        foreach (var path in new[] { "/a", "/a/b" })
        {
            var error = await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.MemoryPathConflict, () => Client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = path, Content = "two" }));
            error.Error.GetProperty("conflicting_memory_id").GetString().ShouldBe(existing.Id);
        }
    }

    [Fact]
    public async Task A_body_over_32_MB_is_too_large()
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "env" });

        await FailsAsync(HttpStatusCode.RequestEntityTooLarge, ApiErrorType.RequestTooLarge, () => Client.Sessions.CreateAsync(new()
        {
            Agent = agent.Id,
            EnvironmentId = environment.Id,
            InitialEvents = [new UserMessage(new string('x', 33 * 1024 * 1024))],
        }));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_too_large()
    {
        await using var small = await AgentsEmulator.StartAsync(new AgentsEmulatorOptions { MaxFileSize = 1000 });
        using var client = small.CreateClient();

        await FailsAsync(HttpStatusCode.RequestEntityTooLarge, ApiErrorType.RequestTooLarge, () => client.Files.UploadAsync(FileUpload.FromBytes(new byte[1001], "a.bin")));
        (await client.Files.UploadAsync(FileUpload.FromBytes(new byte[1000], "a.bin"))).SizeBytes.ShouldBe(1000);
    }
}
