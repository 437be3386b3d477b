using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>The error of a run that could not start a session, or the error that made the API pause a deployment.</summary>
/// <remarks>For an unrecognized type, use <see cref="Message"/>.</remarks>
[JsonConverter(typeof(UnionConverter<DeploymentError>))]
public abstract record DeploymentError : ApiObject, IApiUnion<DeploymentError>, IUnionMember
{
    private static readonly UnionVariants<DeploymentError> Variants = new(
        static raw => new UnknownDeploymentError(raw),
        WithoutOwnFields<AgentArchivedError>("agent_archived_error"),
        WithoutOwnFields<EnvironmentArchivedError>("environment_archived_error"),
        WithoutOwnFields<EnvironmentNotFoundError>("environment_not_found_error"),
        WithoutOwnFields<FileNotFoundError>("file_not_found_error"),
        WithoutOwnFields<McpEgressBlockedError>("mcp_egress_blocked_error"),
        WithoutOwnFields<MemoryStoreArchivedError>("memory_store_archived_error"),
        WithoutOwnFields<OrganizationDisabledError>("organization_disabled_error"),
        WithoutOwnFields<SelfHostedResourcesUnsupportedError>("self_hosted_resources_unsupported_error"),
        WithoutOwnFields<SessionCreationRejectedError>("session_creation_rejected_error"),
        WithoutOwnFields<SessionRateLimitedError>("session_rate_limited_error"),
        WithoutOwnFields<SessionResourceNotFoundError>("session_resource_not_found_error"),
        WithoutOwnFields<SkillNotFoundError>("skill_not_found_error"),
        WithoutOwnFields<VaultArchivedError>("vault_archived_error"),
        WithoutOwnFields<VaultNotFoundError>("vault_not_found_error"),
        WithoutOwnFields<WorkspaceArchivedError>("workspace_archived_error"),
        WithoutOwnFields<UnspecifiedDeploymentError>("unknown_error"))
    {
        SharedFields = static options =>
        [
            SharedField<DeploymentError>.Create(options, nameof(Message), static error => error.Message, static (error, value) => error._message = value),
        ],
    };

    private string? _message;

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
    public string? Message { get => _message; init => _message = value; }
}
