using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The error of a run that could not start a session, or the error that made the API pause a deployment.</summary>
/// <remarks>For an unrecognized type, use <see cref="Message"/>.</remarks>
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

    /// <summary>The type on the wire, for example <c>agent_archived_error</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DeploymentError> IApiUnion<DeploymentError>.Variants => Variants;

    /// <summary>The value used when the API omits the error.</summary>
    internal static DeploymentError Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>A human-readable description of the error; <see langword="null"/> when the error is the reason of a pause.</summary>
    public string? Message { get; init; }
}
