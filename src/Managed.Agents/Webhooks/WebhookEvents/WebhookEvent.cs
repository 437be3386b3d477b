using System.Text.Json.Serialization;

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
        ("session.created", typeof(SessionCreatedWebhook)),
        ("session.updated", typeof(SessionUpdatedWebhook)),
        ("session.archived", typeof(SessionArchivedWebhook)),
        ("session.deleted", typeof(SessionDeletedWebhook)),
        ("session.pending", typeof(SessionPendingWebhook)),
        ("session.running", typeof(SessionRunningWebhook)),
        ("session.idled", typeof(SessionIdledWebhook)),
        ("session.requires_action", typeof(SessionRequiresActionWebhook)),
        ("session.status_run_started", typeof(SessionStatusRunStartedWebhook)),
        ("session.status_idled", typeof(SessionStatusIdledWebhook)),
        ("session.status_rescheduled", typeof(SessionStatusRescheduledWebhook)),
        ("session.status_terminated", typeof(SessionStatusTerminatedWebhook)),
        ("session.thread_created", typeof(SessionThreadCreatedWebhook)),
        ("session.thread_idled", typeof(SessionThreadIdledWebhook)),
        ("session.thread_terminated", typeof(SessionThreadTerminatedWebhook)),
        ("session.outcome_evaluation_ended", typeof(SessionOutcomeEvaluationEndedWebhook)),
        ("session.budget_reached", typeof(SessionBudgetReachedWebhook)),
        ("agent.created", typeof(AgentCreatedWebhook)),
        ("agent.updated", typeof(AgentUpdatedWebhook)),
        ("agent.archived", typeof(AgentArchivedWebhook)),
        ("agent.deleted", typeof(AgentDeletedWebhook)),
        ("environment.created", typeof(EnvironmentCreatedWebhook)),
        ("environment.updated", typeof(EnvironmentUpdatedWebhook)),
        ("environment.archived", typeof(EnvironmentArchivedWebhook)),
        ("environment.deleted", typeof(EnvironmentDeletedWebhook)),
        ("deployment.created", typeof(DeploymentCreatedWebhook)),
        ("deployment.updated", typeof(DeploymentUpdatedWebhook)),
        ("deployment.paused", typeof(DeploymentPausedWebhook)),
        ("deployment.unpaused", typeof(DeploymentUnpausedWebhook)),
        ("deployment.archived", typeof(DeploymentArchivedWebhook)),
        ("deployment.deleted", typeof(DeploymentDeletedWebhook)),
        ("deployment_run.started", typeof(DeploymentRunStartedWebhook)),
        ("deployment_run.succeeded", typeof(DeploymentRunSucceededWebhook)),
        ("deployment_run.failed", typeof(DeploymentRunFailedWebhook)),
        ("vault.created", typeof(VaultCreatedWebhook)),
        ("vault.archived", typeof(VaultArchivedWebhook)),
        ("vault.deleted", typeof(VaultDeletedWebhook)),
        ("vault_credential.created", typeof(VaultCredentialCreatedWebhook)),
        ("vault_credential.archived", typeof(VaultCredentialArchivedWebhook)),
        ("vault_credential.deleted", typeof(VaultCredentialDeletedWebhook)),
        ("vault_credential.refresh_failed", typeof(VaultCredentialRefreshFailedWebhook)),
        ("memory_store.created", typeof(MemoryStoreCreatedWebhook)),
        ("memory_store.archived", typeof(MemoryStoreArchivedWebhook)),
        ("memory_store.deleted", typeof(MemoryStoreDeletedWebhook)),
        ("user_profile.enforcement_action_opened", typeof(UserProfileEnforcementActionOpenedWebhook)),
        ("user_profile.enforcement_action_resolved", typeof(UserProfileEnforcementActionResolvedWebhook)),
        ("user_profile.program_status_updated", typeof(UserProfileProgramStatusUpdatedWebhook)),
        ("external_key.failed", typeof(ExternalKeyFailedWebhook)),
        ("external_key.recovered", typeof(ExternalKeyRecoveredWebhook)),
        ("external_storage.failed", typeof(ExternalStorageFailedWebhook)),
        ("external_storage.recovered", typeof(ExternalStorageRecoveredWebhook)));

    private protected WebhookEvent()
    {
    }

    /// <summary>The type on the wire, for example <c>session.status_idled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WebhookEvent> IApiUnion<WebhookEvent>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The id of the object that the event is about: the session, the vault, the deployment run and so on.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the organization that the object belongs to.</summary>
    public string OrganizationId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the workspace (<c>wrkspc_…</c>) that the object belongs to.</summary>
    /// <value><see langword="null"/> for objects of the whole organization: user profiles, external keys and external storage.</value>
    public string? WorkspaceId { get; init; }

    /// <summary>The event of a delivery without data.</summary>
    internal static WebhookEvent Missing { get; } = Variants.Missing;

    /// <summary>The text after the id in <see cref="ApiObject.ToString"/>; <see langword="null"/> for none.</summary>
    private protected virtual string? Detail => null;

    private protected sealed override string Summary => LogLine.Of(Type, Detail is null ? Id : $"{Id} {Detail}");
}
