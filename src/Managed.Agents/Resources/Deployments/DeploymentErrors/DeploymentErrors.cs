namespace Managed.Agents;

/// <summary>The agent is archived.</summary>
public sealed record AgentArchivedError : DeploymentError;

/// <summary>The environment is archived.</summary>
public sealed record EnvironmentArchivedError : DeploymentError;

/// <summary>The environment no longer exists.</summary>
public sealed record EnvironmentNotFoundError : DeploymentError;

/// <summary>A file in the resources no longer exists.</summary>
public sealed record FileNotFoundError : DeploymentError;

/// <summary>The network policy of the environment blocks one of the agent's MCP servers.</summary>
public sealed record McpEgressBlockedError : DeploymentError;

/// <summary>A memory store in the resources is archived.</summary>
public sealed record MemoryStoreArchivedError : DeploymentError;

/// <summary>The organization is disabled.</summary>
public sealed record OrganizationDisabledError : DeploymentError;

/// <summary>The environment is self-hosted and does not support files or repositories.</summary>
public sealed record SelfHostedResourcesUnsupportedError : DeploymentError;

/// <summary>The API rejected the creation of the session.</summary>
public sealed record SessionCreationRejectedError : DeploymentError;

/// <summary>The rate limit for new sessions was reached. The run is not retried; the next scheduled run tries again.</summary>
public sealed record SessionRateLimitedError : DeploymentError;

/// <summary>One of the resources no longer exists.</summary>
public sealed record SessionResourceNotFoundError : DeploymentError;

/// <summary>A skill of the agent no longer exists.</summary>
public sealed record SkillNotFoundError : DeploymentError;

/// <summary>One of the vaults is archived.</summary>
public sealed record VaultArchivedError : DeploymentError;

/// <summary>One of the vaults no longer exists.</summary>
public sealed record VaultNotFoundError : DeploymentError;

/// <summary>The workspace is archived.</summary>
public sealed record WorkspaceArchivedError : DeploymentError;

/// <summary>An error that the API does not classify further. See its message.</summary>
public sealed record UnspecifiedDeploymentError : DeploymentError;
