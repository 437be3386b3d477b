using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>What a webhook tells: that something happened to an object. It is a notice, not a copy of the object.</summary>
/// <remarks>
/// Notices come in any order, more than once, and late: fetch the object by <see cref="Id"/> before acting. The names of the records are
/// the names on the wire, so <c>session.status_idled</c> is a <see cref="SessionStatusIdledWebhook"/>. Kinds that are newer than this
/// library come as an <see cref="UnknownWebhook"/>.
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

    private string _id = "";
    private string _organizationId = "";
    private string? _workspaceId;

    private protected WebhookEvent()
    {
    }

    /// <summary>The kind on the wire, for example <c>session.status_idled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WebhookEvent> IApiUnion<WebhookEvent>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The id of the object that the notice is about: of the session, the vault, the run and so on.</summary>
    public string Id { get => _id; init => _id = value ?? ""; }

    /// <summary>The organization that the object belongs to.</summary>
    public string OrganizationId { get => _organizationId; init => _organizationId = value ?? ""; }

    /// <summary>The workspace (<c>wrkspc_…</c>) that the object belongs to.</summary>
    /// <value>Null for what belongs to the whole organization: user profiles, external keys and external storage.</value>
    public string? WorkspaceId { get => _workspaceId; init => _workspaceId = value; }

    /// <summary>The object of an unknown kind that stands in for data that is not there.</summary>
    internal static WebhookEvent Missing => Variants.Missing;

    /// <summary>Sets a field while the notice is read by <see cref="DeliveryReader"/>.</summary>
    /// <returns>False when the kind has no such field.</returns>
    internal bool TrySet(ReadOnlySpan<byte> name, string? value)
    {
        if (name.SequenceEqual("id"u8))
        {
            _id = value ?? "";
        }
        else if (name.SequenceEqual("organization_id"u8))
        {
            _organizationId = value ?? "";
        }
        else if (name.SequenceEqual("workspace_id"u8))
        {
            _workspaceId = value;
        }
        else
        {
            return TrySetOwn(name, value ?? "");
        }

        return true;
    }

    /// <summary>Sets a field that the kind has beside those of all.</summary>
    private protected virtual bool TrySetOwn(ReadOnlySpan<byte> name, string value) => false;

    /// <summary>What the line of a log shows behind the id; null for nothing.</summary>
    private protected virtual string? Detail => null;

    private protected sealed override string Summary => LogLine.Of(Type, Detail is null ? Id : $"{Id} {Detail}");
}
