using System.Text;

namespace Managed.Agents.AotTest;

/// <summary>Uses the resources that sessions read and write: vaults, memory stores, files, skills, deployments and work.</summary>
internal sealed class StoresWalk(ManagedAgentsClient client)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var vault = await VaultAsync(cancellationToken);
        var store = await MemoryAsync(cancellationToken);
        var file = await client.Files.UploadAsync(FileUpload.FromBytes("1,2"u8.ToArray(), "input.csv"), cancellationToken: cancellationToken);
        Check("Uploaded a file", (await client.Files.GetAsync(file.Id, cancellationToken)).SizeBytes == 3);
        var skill = await SkillAsync(cancellationToken);

        var agent = await client.Agents.CreateAsync(
            new() { Name = "keeper", Model = "claude-sonnet-5-5", Tools = [new AgentToolset()], Skills = [new CustomSkill(skill)] }, cancellationToken);
        Check("Listed the versions of an agent", (await Step.AllAsync(client.Agents.Versions.ListAsync(agent.Id, cancellationToken: cancellationToken))).Count == 1);
        var environment = await client.Environments.GetOrCreateAsync(new() { Name = "stores" }, cancellationToken);
        await SessionAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, VaultIds = [vault], Resources = [new FileResource(file.Id), new MemoryStoreResource(store)] }, cancellationToken);
        await DeploymentAsync(agent.Id, environment.Id, cancellationToken);

        var own = await client.Environments.CreateAsync(new() { Name = "own", Config = new SelfHostedEnvironmentConfig() }, cancellationToken);
        Check("Got the depth of the work queue", (await client.Environments.Work.GetStatsAsync(own.Id, cancellationToken)).Depth == 0);
    }

    private static void Check(string step, bool holds) => Step.Check("Stores", step, holds);

    private async Task<string> VaultAsync(CancellationToken cancellationToken)
    {
        var vault = await client.Vaults.CreateAsync(new() { DisplayName = "Ada" }, cancellationToken);
        var credential = await client.Vaults.Credentials.CreateAsync(vault.Id, new() { Auth = new StaticBearerAuth("https://mcp.example.com", "secret") }, cancellationToken);
        var listed = await Step.AllAsync(client.Vaults.Credentials.ListAsync(vault.Id, cancellationToken: cancellationToken));
        Check("Created a credential in a vault", listed is [{ Auth: StaticBearerAuth { Token: null } } one] && one.Id == credential.Id);
        return vault.Id;
    }

    private async Task<string> MemoryAsync(CancellationToken cancellationToken)
    {
        var store = await client.MemoryStores.CreateAsync(new() { Name = "Notes" }, cancellationToken);
        await client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = "/a/b.md", Content = "one" }, cancellationToken: cancellationToken);
        var tree = await client.MemoryStores.Memories.GetTreeAsync(store.Id, cancellationToken: cancellationToken);
        var versions = await Step.AllAsync(client.MemoryStores.MemoryVersions.ListAsync(store.Id, cancellationToken: cancellationToken));
        Check("Created a memory and read it as a tree and as a version", tree.AllMemories().Single().Path == "/a/b.md" && versions is [{ CreatedBy: ApiActor }]);
        return store.Id;
    }

    private async Task<string> SkillAsync(CancellationToken cancellationToken)
    {
        var manifest = FileUpload.FromBytes(Encoding.UTF8.GetBytes("---\nname: a-skill\ndescription: Does it.\n---\n"), "a-skill/SKILL.md");
        var skill = await client.Skills.CreateAsync(SkillUpload.FromFiles(manifest), cancellationToken: cancellationToken);
        var folder = Path.Combine(Path.GetTempPath(), $"skill-{Guid.NewGuid():N}");
        await client.Skills.Versions.DownloadToFolderAsync(skill.Id, skill.LatestVersionId, folder, cancellationToken: cancellationToken);
        Check("Uploaded a skill and downloaded it as a folder", File.Exists(Path.Combine(folder, "SKILL.md")));
        Directory.Delete(folder, recursive: true);
        return skill.Id;
    }

    private async Task SessionAsync(SessionCreateRequest request, CancellationToken cancellationToken)
    {
        var session = await client.Sessions.CreateAsync(request, cancellationToken);
        var resources = await Step.AllAsync(client.Sessions.Resources.ListAsync(session.Id, cancellationToken: cancellationToken));
        Check("Created a session with a file and a memory store", resources is [FileResource, MemoryStoreResource]);
        var threads = await Step.AllAsync(client.Sessions.Threads.ListAsync(session.Id, cancellationToken: cancellationToken));
        var events = await Step.AllAsync(client.Sessions.Threads.Events.ListAsync(session.Id, threads.Single().Id, cancellationToken: cancellationToken));
        Check("Listed the events of its only thread", events.Count == 0);
        Check("Listed its outputs", (await client.Sessions.Outputs.WaitAsync(session.Id, SessionOutputWaitOptions.None, cancellationToken)).Count == 0);
        await client.Sessions.DeleteAsync(session.Id, cancellationToken);
    }

    private async Task DeploymentAsync(string agentId, string environmentId, CancellationToken cancellationToken)
    {
        var deployment = await client.Deployments.CreateAsync(
            new() { Name = "nightly", Agent = agentId, EnvironmentId = environmentId, InitialEvents = [new UserMessage("Hello")], Schedule = DeploymentSchedule.Cron("0 3 * * *", "UTC") },
            cancellationToken);
        var run = await client.Deployments.RunAsync(deployment.Id, cancellationToken);
        Check("Ran a deployment manually", (await client.DeploymentRuns.GetAsync(run.Id, cancellationToken)) is { SessionId: not null, TriggerContext: ManualTrigger });
        await client.Deployments.ArchiveAsync(deployment.Id, cancellationToken);
    }
}
