using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Why a run of a deployment could not start a session, or why the service paused a deployment.</summary>
/// <remarks>For a kind that is not known, go by <see cref="Message"/>.</remarks>
[JsonConverter(typeof(UnionConverter<DeploymentError>))]
public abstract record DeploymentError : ApiObject, IApiUnion<DeploymentError>, IUnionMember
{
    private static readonly UnionVariants<DeploymentError> Variants = new(
        static raw => new UnknownDeploymentError(raw),
        ("agent_archived_error", typeof(AgentArchivedError)),
        ("environment_archived_error", typeof(EnvironmentArchivedError)),
        ("environment_not_found_error", typeof(EnvironmentNotFoundError)),
        ("file_not_found_error", typeof(FileNotFoundError)),
        ("mcp_egress_blocked_error", typeof(McpEgressBlockedError)),
        ("memory_store_archived_error", typeof(MemoryStoreArchivedError)),
        ("organization_disabled_error", typeof(OrganizationDisabledError)),
        ("self_hosted_resources_unsupported_error", typeof(SelfHostedResourcesUnsupportedError)),
        ("session_creation_rejected_error", typeof(SessionCreationRejectedError)),
        ("session_rate_limited_error", typeof(SessionRateLimitedError)),
        ("session_resource_not_found_error", typeof(SessionResourceNotFoundError)),
        ("skill_not_found_error", typeof(SkillNotFoundError)),
        ("vault_archived_error", typeof(VaultArchivedError)),
        ("vault_not_found_error", typeof(VaultNotFoundError)),
        ("workspace_archived_error", typeof(WorkspaceArchivedError)),
        ("unknown_error", typeof(UnspecifiedDeploymentError)));

    private protected DeploymentError()
    {
    }

    /// <summary>The error's kind on the wire, for example <c>agent_archived_error</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DeploymentError> IApiUnion<DeploymentError>.Variants => Variants;

    /// <summary>Stands in for an error that the API left out.</summary>
    internal static DeploymentError Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>What went wrong, in words for a person; null in the reason of a pause.</summary>
    public string? Message { get; init; }
}
