namespace Managed.Agents;

/// <summary>The agent is archived.</summary>
public sealed record AgentArchivedError : DeploymentError;

/// <summary>The environment is archived.</summary>
public sealed record EnvironmentArchivedError : DeploymentError;

/// <summary>The environment does not exist any more.</summary>
public sealed record EnvironmentNotFoundError : DeploymentError;

/// <summary>A file among the resources does not exist any more.</summary>
public sealed record FileNotFoundError : DeploymentError;

/// <summary>The network rules of the environment keep the agent from one of its MCP servers.</summary>
public sealed record McpEgressBlockedError : DeploymentError;

/// <summary>A memory store among the resources is archived.</summary>
public sealed record MemoryStoreArchivedError : DeploymentError;

/// <summary>The organization is disabled.</summary>
public sealed record OrganizationDisabledError : DeploymentError;

/// <summary>The environment is self-hosted, and such take no files and no repositories.</summary>
public sealed record SelfHostedResourcesUnsupportedError : DeploymentError;

/// <summary>The API refused to create the session.</summary>
public sealed record SessionCreationRejectedError : DeploymentError;

/// <summary>The rate limit for new sessions was reached. The run is not repeated; the next one tries again.</summary>
public sealed record SessionRateLimitedError : DeploymentError;

/// <summary>One of the resources does not exist any more.</summary>
public sealed record SessionResourceNotFoundError : DeploymentError;

/// <summary>A skill of the agent does not exist any more.</summary>
public sealed record SkillNotFoundError : DeploymentError;

/// <summary>One of the vaults is archived.</summary>
public sealed record VaultArchivedError : DeploymentError;

/// <summary>One of the vaults does not exist any more.</summary>
public sealed record VaultNotFoundError : DeploymentError;

/// <summary>The workspace is archived.</summary>
public sealed record WorkspaceArchivedError : DeploymentError;

/// <summary>Something that the API has no kind for; its message says more.</summary>
public sealed record UnspecifiedDeploymentError : DeploymentError;
