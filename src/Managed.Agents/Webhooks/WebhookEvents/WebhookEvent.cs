using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents.Webhooks;

/// <summary>The event that a webhook reports. It contains the id of the object that the event is about, not a copy of the object.</summary>
/// <remarks>
/// Events arrive in any order, late, and sometimes more than once: get the object by <see cref="Id"/> before acting. The names of the
/// records follow the names on the wire, so <c>session.status_idled</c> is a <see cref="SessionStatusIdledWebhook"/>. Unrecognized types
/// are read as <see cref="UnknownWebhook"/>.
/// </remarks>
[JsonConverter(typeof(UnionConverter<WebhookEvent>))]
public abstract record WebhookEvent : ApiObject, IApiUnion<WebhookEvent>, IUnionMember
{
    private static readonly UnionVariants<WebhookEvent> Variants = new(
        static raw => new UnknownWebhook(raw),
        WithoutOwnFields<SessionCreatedWebhook>("session.created"),
        WithoutOwnFields<SessionUpdatedWebhook>("session.updated"),
        WithoutOwnFields<SessionArchivedWebhook>("session.archived"),
        WithoutOwnFields<SessionDeletedWebhook>("session.deleted"),
        WithoutOwnFields<SessionPendingWebhook>("session.pending"),
        WithoutOwnFields<SessionRunningWebhook>("session.running"),
        WithoutOwnFields<SessionIdledWebhook>("session.idled"),
        WithoutOwnFields<SessionRequiresActionWebhook>("session.requires_action"),
        WithoutOwnFields<SessionStatusRunStartedWebhook>("session.status_run_started"),
        WithoutOwnFields<SessionStatusIdledWebhook>("session.status_idled"),
        WithoutOwnFields<SessionStatusRescheduledWebhook>("session.status_rescheduled"),
        WithoutOwnFields<SessionStatusTerminatedWebhook>("session.status_terminated"),
        ("session.thread_created", typeof(SessionThreadCreatedWebhook)),
        ("session.thread_idled", typeof(SessionThreadIdledWebhook)),
        ("session.thread_terminated", typeof(SessionThreadTerminatedWebhook)),
        WithoutOwnFields<SessionOutcomeEvaluationEndedWebhook>("session.outcome_evaluation_ended"),
        WithoutOwnFields<SessionBudgetReachedWebhook>("session.budget_reached"),
        WithoutOwnFields<AgentCreatedWebhook>("agent.created"),
        WithoutOwnFields<AgentUpdatedWebhook>("agent.updated"),
        WithoutOwnFields<AgentArchivedWebhook>("agent.archived"),
        WithoutOwnFields<AgentDeletedWebhook>("agent.deleted"),
        WithoutOwnFields<EnvironmentCreatedWebhook>("environment.created"),
        WithoutOwnFields<EnvironmentUpdatedWebhook>("environment.updated"),
        WithoutOwnFields<EnvironmentArchivedWebhook>("environment.archived"),
        WithoutOwnFields<EnvironmentDeletedWebhook>("environment.deleted"),
        WithoutOwnFields<DeploymentCreatedWebhook>("deployment.created"),
        WithoutOwnFields<DeploymentUpdatedWebhook>("deployment.updated"),
        WithoutOwnFields<DeploymentPausedWebhook>("deployment.paused"),
        WithoutOwnFields<DeploymentUnpausedWebhook>("deployment.unpaused"),
        WithoutOwnFields<DeploymentArchivedWebhook>("deployment.archived"),
        WithoutOwnFields<DeploymentDeletedWebhook>("deployment.deleted"),
        WithoutOwnFields<DeploymentRunStartedWebhook>("deployment_run.started"),
        WithoutOwnFields<DeploymentRunSucceededWebhook>("deployment_run.succeeded"),
        WithoutOwnFields<DeploymentRunFailedWebhook>("deployment_run.failed"),
        WithoutOwnFields<VaultCreatedWebhook>("vault.created"),
        WithoutOwnFields<VaultArchivedWebhook>("vault.archived"),
        WithoutOwnFields<VaultDeletedWebhook>("vault.deleted"),
        ("vault_credential.created", typeof(VaultCredentialCreatedWebhook)),
        ("vault_credential.archived", typeof(VaultCredentialArchivedWebhook)),
        ("vault_credential.deleted", typeof(VaultCredentialDeletedWebhook)),
        ("vault_credential.refresh_failed", typeof(VaultCredentialRefreshFailedWebhook)),
        WithoutOwnFields<MemoryStoreCreatedWebhook>("memory_store.created"),
        WithoutOwnFields<MemoryStoreArchivedWebhook>("memory_store.archived"),
        WithoutOwnFields<MemoryStoreDeletedWebhook>("memory_store.deleted"),
        ("user_profile.enforcement_action_opened", typeof(UserProfileEnforcementActionOpenedWebhook)),
        ("user_profile.enforcement_action_resolved", typeof(UserProfileEnforcementActionResolvedWebhook)),
        WithoutOwnFields<UserProfileProgramStatusUpdatedWebhook>("user_profile.program_status_updated"),
        WithoutOwnFields<ExternalKeyFailedWebhook>("external_key.failed"),
        WithoutOwnFields<ExternalKeyRecoveredWebhook>("external_key.recovered"),
        WithoutOwnFields<ExternalStorageFailedWebhook>("external_storage.failed"),
        WithoutOwnFields<ExternalStorageRecoveredWebhook>("external_storage.recovered"))
    {
        SharedFields = static options =>
        [
            SharedField<WebhookEvent>.Create(options, nameof(Id), static webhook => webhook.Id, static (webhook, value) => webhook._id = value ?? ""),
            SharedField<WebhookEvent>.Create(options, nameof(OrganizationId), static webhook => webhook.OrganizationId, static (webhook, value) => webhook._organizationId = value ?? ""),
            SharedField<WebhookEvent>.Create(options, nameof(WorkspaceId), static webhook => webhook.WorkspaceId, static (webhook, value) => webhook._workspaceId = value),
        ],
    };

    private string _id = "";
    private string _organizationId = "";
    private string? _workspaceId;

    private protected WebhookEvent()
    {
    }

    /// <summary>The type on the wire, for example <c>session.status_idled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WebhookEvent> IApiUnion<WebhookEvent>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The id of the object that the event is about: the session, the vault, the deployment run and so on.</summary>
    public string Id { get => _id; init => _id = value ?? ""; }

    /// <summary>The id of the organization that the object belongs to.</summary>
    public string OrganizationId { get => _organizationId; init => _organizationId = value ?? ""; }

    /// <summary>The id of the workspace (<c>wrkspc_…</c>) that the object belongs to.</summary>
    /// <value><see langword="null"/> for objects of the whole organization: user profiles, external keys and external storage.</value>
    public string? WorkspaceId { get => _workspaceId; init => _workspaceId = value; }

    /// <summary>The event of a delivery without data.</summary>
    internal static WebhookEvent Missing { get; } = Variants.Missing;

    /// <summary>The text after the id in <see cref="ApiObject.ToString"/>; <see langword="null"/> for none.</summary>
    private protected virtual string? Detail => null;

    private protected sealed override string Summary => LogLine.Of(Type, Detail is null ? Id : $"{Id} {Detail}");
}
