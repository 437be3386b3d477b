using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Managed.Agents;

namespace Coordinator;

/// <summary>Deploys the definitions in this file: finds or creates the environment by name, creates or updates agents, and skips unchanged agents.</summary>
internal static class DeployStep
{
    public static async Task RunAsync(ManagedAgentsClient client, string path)
    {
        var previous = File.Exists(path) ? await Manifest.LoadAsync(path) : null;
        var environment = await client.Environments.GetOrCreateAsync(new() { Name = "analysis" });
        var skillId = previous?.SkillId ?? (await client.Skills.CreateAsync(SkillUpload.FromFiles(
            FileUpload.FromBytes("---\nname: sources\ndescription: Which sources to trust.\n---\nPrefer filings to news.\n"u8.ToArray(), "sources/SKILL.md")))).Id;
        var manifest = new Manifest(environment.Id, skillId, []);

        await DeployAsync("Researcher", new() { Name = "Researcher", Model = "claude-sonnet-5-5", Tools = [new AgentToolset()], Skills = [new CustomSkill(skillId, "latest")] });
        await DeployAsync("Report Writer", new() { Name = "Report Writer", Model = "claude-sonnet-5-5", Tools = [new AgentToolset()], Skills = [new AnthropicSkill("xlsx"), new AnthropicSkill("docx")] });

        // The roster pins versions, so a new version of a sub-agent causes a new version of the coordinator.
        await DeployAsync("Analysis Lead", new()
        {
            Name = "Analysis Lead",
            Model = "claude-opus-5-5",
            System = "You plan, delegate the work, and combine the results.",
            Multiagent = new MultiagentCoordinator(Pinned("Researcher"), Pinned("Report Writer")),
        });
        await manifest.SaveAsync(path);

        AgentReference Pinned(string name) => new(manifest.Agents[name].Id, manifest.Agents[name].Version);

        async Task DeployAsync(string name, AgentCreateRequest desired)
        {
            var definition = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(desired, ManagedAgentsJson.Options))));
            var deployed = previous?.Agents.GetValueOrDefault(name);
            if (deployed?.Definition == definition)
            {
                Console.WriteLine($"{name}: unchanged, version {deployed.Version}");
                manifest.Agents[name] = deployed;
                return;
            }

            var agent = deployed is null
                ? await client.Agents.CreateAsync(desired)
                : await client.Agents.UpdateAsync(deployed.Id, AgentUpdateRequest.From(desired, deployed.Version));
            Console.WriteLine($"{name}: version {agent.Version}");
            manifest.Agents[name] = new DeployedAgent(agent.Id, agent.Version, definition);
        }
    }
}
