using Managed.Agents;

namespace PullRequestReviewer;

/// <summary>The agent with its tools, its environment, and the vault with the GitHub token.</summary>
internal sealed record Reviewer(string AgentId, string EnvironmentId, string VaultId)
{
    private const string McpServer = "https://api.githubcopilot.com/mcp/";

    public static async Task<Reviewer> SetUpAsync(ManagedAgentsClient client, IConfiguration configuration)
    {
        var vault = await client.Vaults.CreateAsync(new() { DisplayName = "reviewer" });

        // The credential is selected by the URL of the MCP server. The API never returns the token.
        await client.Vaults.Credentials.CreateAsync(vault.Id, new()
        {
            Auth = new StaticBearerAuth { McpServerUrl = new(McpServer), Token = configuration["GITHUB_TOKEN"] ?? throw new InvalidOperationException("Set GITHUB_TOKEN.") },
        });
        var agent = await client.Agents.CreateAsync(new()
        {
            Name = "pull-request-reviewer",
            Model = "claude-opus-5-5",
            System = "You review pull requests: correctness first, then clarity. End with a one-sentence summary.",
            McpServers = [new AgentMcpServer("github", McpServer)],
            Tools = [new AgentToolset(), new McpToolset("github") { DefaultConfig = new() { PermissionPolicy = new AlwaysAllowPolicy() } }],
        });
        var environment = await client.Environments.CreateAsync(new() { Name = "reviews" });
        return new Reviewer(agent.Id, environment.Id, vault.Id);
    }
}
