// The public API of Managed.Agents. To update it: MANAGED_AGENTS_UPDATE_API=1 dotnet test tests/Managed.Agents.Tests --filter PublicApiTests

namespace Managed.Agents
{
    public abstract record Actor : ApiObject, IApiUnion<Actor>
    {
        public string Type { get; }
    }

    public sealed record Advisor : MultiagentRosterEntry
    {
        [SetsRequiredMembers] public Advisor(string model);
        public Advisor();
        public required string Model { get; init; }
    }

    public sealed record Agent : ApiObject
    {
        public Agent();
        public DateTimeOffset? ArchivedAt { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string? Description { get; init; }
        public ExecutionIdentity ExecutionIdentity { get; init; }
        public required string Id { get; init; }
        public IReadOnlyList<AgentMcpServer> McpServers { get; init; }
        public Metadata Metadata { get; init; }
        public ModelConfig Model { get; init; }
        public Multiagent? Multiagent { get; init; }
        public string Name { get; init; }
        public IReadOnlyList<AgentSkill> Skills { get; init; }
        public string? System { get; init; }
        public IReadOnlyList<AgentTool> Tools { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
        public int Version { get; init; }
    }

    public sealed record AgentArchivedError : DeploymentError
    {
        public AgentArchivedError();
    }

    public sealed record AgentCreateRequest : ApiObject
    {
        public AgentCreateRequest();
        public string? Description { get; init; }
        public ExecutionIdentity? ExecutionIdentity { get; init; }
        public IReadOnlyList<AgentMcpServer> McpServers { get; init; }
        public Metadata Metadata { get; init; }
        public required ModelConfig Model { get; init; }
        public Multiagent? Multiagent { get; init; }
        public required string Name { get; init; }
        public IReadOnlyList<AgentSkill> Skills { get; init; }
        public string? System { get; init; }
        public IReadOnlyList<AgentTool> Tools { get; init; }
    }

    public sealed record AgentCustomToolUseEvent : SessionEvent
    {
        public AgentCustomToolUseEvent();
        public JsonElement Input { get; init; }
        public string Name { get; init; }
    }

    public sealed record AgentEnvironment : ApiObject
    {
        public AgentEnvironment();
        public DateTimeOffset? ArchivedAt { get; init; }
        public EnvironmentConfig Config { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string? Description { get; init; }
        public required string Id { get; init; }
        public Metadata Metadata { get; init; }
        public string Name { get; init; }
        public EnvironmentScope? Scope { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }

    public sealed record AgentListOptions
    {
        public AgentListOptions();
        public DateTimeOffset? CreatedAtOrAfter { get; init; }
        public DateTimeOffset? CreatedAtOrBefore { get; init; }
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
    }

    public sealed record AgentMcpServer : ApiObject
    {
        [SetsRequiredMembers] public AgentMcpServer(string name, string url);
        public AgentMcpServer();
        public required string Name { get; init; }
        public required Uri Url { get; init; }
    }

    public sealed record AgentMcpToolResultEvent : SessionEvent
    {
        public AgentMcpToolResultEvent();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public bool? IsError { get; init; }
        public string McpToolUseId { get; init; }
    }

    public sealed record AgentMcpToolUseEvent : SessionEvent
    {
        public AgentMcpToolUseEvent();
        public EvaluatedPermission? EvaluatedPermission { get; init; }
        public AgentToolEvaluation? Evaluation { get; init; }
        public JsonElement Input { get; init; }
        public string McpServerName { get; init; }
        public string Name { get; init; }
    }

    public sealed record AgentMessageEvent : SessionEvent
    {
        public AgentMessageEvent();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public string Text { get; }
    }

    public sealed record AgentMessagePreview : EventPreview
    {
        public AgentMessagePreview();
    }

    public sealed record AgentReference : SessionAgentReference
    {
        [SetsRequiredMembers] public AgentReference(string id, int? version = null);
        public AgentReference();
        public required string Id { get; init; }
        public int? Version { get; init; }
        public static AgentReference FromString(string id);
        public static implicit operator AgentReference(string id);
    }

    public abstract record AgentSkill : ApiObject, IApiUnion<AgentSkill>
    {
        public string Type { get; }
    }

    public sealed record AgentThinkingEvent : SessionEvent
    {
        public AgentThinkingEvent();
    }

    public sealed record AgentThinkingPreview : EventPreview
    {
        public AgentThinkingPreview();
    }

    public sealed record AgentThreadContextCompactedEvent : SessionEvent
    {
        public AgentThreadContextCompactedEvent();
    }

    public sealed record AgentThreadMessageReceivedEvent : SessionEvent
    {
        public AgentThreadMessageReceivedEvent();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public string? FromAgentName { get; init; }
        public string FromSessionThreadId { get; init; }
        public string Text { get; }
    }

    public sealed record AgentThreadMessageSentEvent : SessionEvent
    {
        public AgentThreadMessageSentEvent();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public string Text { get; }
        public string? ToAgentName { get; init; }
        public string ToSessionThreadId { get; init; }
    }

    public abstract record AgentTool : ApiObject, IApiUnion<AgentTool>
    {
        public string Type { get; }
    }

    public abstract record AgentToolConfig : ApiObject, IApiUnion<AgentToolConfig>
    {
        public bool? Enabled { get; init; }
        public string Name { get; }
        public PermissionPolicy? PermissionPolicy { get; init; }
        public string Type { get; }
    }

    public abstract record AgentToolEvaluation : ApiObject, IApiUnion<AgentToolEvaluation>
    {
        public string Type { get; }
    }

    public sealed record AgentToolResultEvent : SessionEvent
    {
        public AgentToolResultEvent();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public bool? IsError { get; init; }
        public string ToolUseId { get; init; }
    }

    public sealed record AgentToolUseEvent : SessionEvent
    {
        public AgentToolUseEvent();
        public EvaluatedPermission? EvaluatedPermission { get; init; }
        public AgentToolEvaluation? Evaluation { get; init; }
        public JsonElement Input { get; init; }
        public string Name { get; init; }
    }

    public sealed record AgentToolset : AgentTool
    {
        public AgentToolset();
        public IReadOnlyList<AgentToolConfig> Configs { get; init; }
        public AgentToolsetDefaultConfig? DefaultConfig { get; init; }
        public static AgentToolset Only(params string[] tools);
        public static AgentToolset Without(params string[] tools);
    }

    public sealed record AgentToolsetDefaultConfig : ApiObject
    {
        public AgentToolsetDefaultConfig();
        public bool? Enabled { get; init; }
        public PermissionPolicy? PermissionPolicy { get; init; }
    }

    public sealed record AgentUpdateRequest : ApiObject
    {
        public AgentUpdateRequest();
        public Optional<string> Description { get; init; }
        public Optional<ExecutionIdentity> ExecutionIdentity { get; init; }
        public OptionalList<AgentMcpServer> McpServers { get; init; }
        public MetadataUpdate? Metadata { get; init; }
        public ModelConfig? Model { get; init; }
        public Optional<Multiagent> Multiagent { get; init; }
        public string? Name { get; init; }
        public OptionalList<AgentSkill> Skills { get; init; }
        public Optional<string> System { get; init; }
        public OptionalList<AgentTool> Tools { get; init; }
        public int? Version { get; init; }
        public static AgentUpdateRequest From(AgentCreateRequest definition, int? version = null);
    }

    public class AgentVersionsClient
    {
        protected AgentVersionsClient();
        public virtual AsyncPageable<Agent> ListAsync(string agentId, ListOptions? options = null, CancellationToken cancellationToken = default);
    }

    public class AgentsClient
    {
        protected AgentsClient();
        public virtual AgentVersionsClient Versions { get; }
        public virtual Task<Agent> ArchiveAsync(string agentId, CancellationToken cancellationToken = default);
        public virtual Task<Agent> CreateAsync(AgentCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<CreateOnceResult<Agent>> CreateOnceAsync(AgentCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<Agent> GetAsync(string agentId, CancellationToken cancellationToken = default);
        public virtual Task<Agent> GetAsync(string agentId, int? version, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<Agent> ListAsync(AgentListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<Agent> UpdateAsync(string agentId, AgentUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed record AlwaysAllowEvaluation : AgentToolEvaluation
    {
        public AlwaysAllowEvaluation();
    }

    public sealed record AlwaysAllowPolicy : PermissionPolicy
    {
        public AlwaysAllowPolicy();
    }

    public sealed record AlwaysAskEvaluation : AgentToolEvaluation
    {
        public AlwaysAskEvaluation();
    }

    public sealed record AlwaysAskPolicy : PermissionPolicy
    {
        public AlwaysAskPolicy();
    }

    public sealed record AnthropicSkill : AgentSkill
    {
        [SetsRequiredMembers] public AnthropicSkill(string skillId, string? version = null);
        public AnthropicSkill();
        public required string SkillId { get; init; }
        public string? Version { get; init; }
    }

    public sealed record ApiActor : Actor
    {
        public ApiActor();
        public string ApiKeyId { get; init; }
    }

    public readonly record struct ApiErrorType : IOpenEnum<ApiErrorType>
    {
        public ApiErrorType(string value);
        public static ApiErrorType Api { get; }
        public static ApiErrorType Authentication { get; }
        public static ApiErrorType Billing { get; }
        public static ApiErrorType Conflict { get; }
        public static ApiErrorType InvalidRequest { get; }
        public static ApiErrorType MemoryPathConflict { get; }
        public static ApiErrorType MemoryPreconditionFailed { get; }
        public static ApiErrorType NotFound { get; }
        public static ApiErrorType Overloaded { get; }
        public static ApiErrorType Permission { get; }
        public static ApiErrorType RateLimit { get; }
        public static ApiErrorType RequestTooLarge { get; }
        public static ApiErrorType Timeout { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Api = "api_error";
            public const string Authentication = "authentication_error";
            public const string Billing = "billing_error";
            public const string Conflict = "conflict_error";
            public const string InvalidRequest = "invalid_request_error";
            public const string MemoryPathConflict = "memory_path_conflict_error";
            public const string MemoryPreconditionFailed = "memory_precondition_failed_error";
            public const string NotFound = "not_found_error";
            public const string Overloaded = "overloaded_error";
            public const string Permission = "permission_error";
            public const string RateLimit = "rate_limit_error";
            public const string RequestTooLarge = "request_too_large";
            public const string Timeout = "timeout_error";
        }
    }

    public abstract record ApiObject
    {
        protected ApiObject();
        public IReadOnlyDictionary<string, JsonElement> AdditionalFields { get; init; }
        public virtual bool Equals(ApiObject? other);
        public override int GetHashCode();
        public sealed override string ToString();
    }

    public class AsyncPageable<T> : IAsyncEnumerable<T>
    {
        public AsyncPageable(Func<string?, int?, CancellationToken, Task<Page<T>>> fetch, CancellationToken cancellationToken = default);
        public virtual IAsyncEnumerable<Page<T>> AsPages(string? cursor = null, int? pageSize = null);
        public virtual Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default);
        public virtual IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default);
        public virtual Task<List<T>> ToListAsync(CancellationToken cancellationToken = default);
    }

    public sealed record AutoAllowed : AutoEvaluatedPermission
    {
        public AutoAllowed();
    }

    public sealed record AutoAsked : AutoEvaluatedPermission
    {
        public AutoAsked();
        public PermissionReason ReasonCode { get; init; }
    }

    public sealed record AutoDenied : AutoEvaluatedPermission
    {
        public AutoDenied();
        public PermissionReason ReasonCode { get; init; }
    }

    public abstract record AutoEvaluatedPermission : ApiObject, IApiUnion<AutoEvaluatedPermission>
    {
        public string Type { get; }
    }

    public sealed record AutoEvaluation : AgentToolEvaluation
    {
        public AutoEvaluation();
        public AutoEvaluatedPermission EvaluatedPermission { get; init; }
    }

    public sealed record AutoPolicy : PermissionPolicy
    {
        public AutoPolicy();
    }

    public sealed record AwsRoleIdentity : ExecutionIdentity
    {
        [SetsRequiredMembers] public AwsRoleIdentity(string roleArn);
        public AwsRoleIdentity();
        public required string RoleArn { get; init; }
    }

    public sealed record Base64DocumentSource : DocumentSource
    {
        public Base64DocumentSource();
        public required string Data { get; init; }
        public required string MediaType { get; init; }
    }

    public sealed record Base64ImageSource : ImageSource
    {
        public Base64ImageSource();
        public required string Data { get; init; }
        public required string MediaType { get; init; }
    }

    public sealed record BashToolConfig : AgentToolConfig
    {
        public BashToolConfig();
    }

    public sealed record BashToolInput : ApiObject
    {
        public BashToolInput();
        public string? Command { get; init; }
        public bool? Restart { get; init; }
        public TimeSpan? Timeout { get; init; }
    }

    public sealed record BillingError : SessionError
    {
        public BillingError();
    }

    public sealed record BranchCheckout : RepositoryCheckout
    {
        [SetsRequiredMembers] public BranchCheckout(string name);
        public BranchCheckout();
        public required string Name { get; init; }
    }

    public sealed record BudgetLimit : ApiObject
    {
        [SetsRequiredMembers] public BudgetLimit(MonetaryAmount maxListCost);
        public BudgetLimit();
        public required MonetaryAmount MaxListCost { get; init; }
        public static BudgetLimit Usd(decimal dollars);
    }

    public sealed record BudgetReached : StopReason
    {
        public BudgetReached();
    }

    public sealed record CacheCreationUsage : ApiObject
    {
        public CacheCreationUsage();
        public long? Ephemeral1hInputTokens { get; init; }
        public long? Ephemeral5mInputTokens { get; init; }
    }

    public sealed record CallOptions
    {
        public CallOptions();
        public IReadOnlyList<string> Betas { get; init; }
        public IReadOnlyDictionary<string, string> Headers { get; init; }
        public Action<RawResponse>? OnResponse { get; init; }
        public TimeSpan? Timeout { get; init; }
        public string? WorkspaceId { get; init; }
        public override string ToString();
    }

    public sealed record ClientSecretBasicAuth : TokenEndpointAuth
    {
        public ClientSecretBasicAuth();
        public SecretString? ClientSecret { get; init; }
    }

    public sealed record ClientSecretPostAuth : TokenEndpointAuth
    {
        public ClientSecretPostAuth();
        public SecretString? ClientSecret { get; init; }
    }

    public sealed record CloudEnvironmentConfig : EnvironmentConfig
    {
        public CloudEnvironmentConfig();
        public NetworkAccess? Networking { get; init; }
        public EnvironmentPackages? Packages { get; init; }
    }

    public sealed record CommitCheckout : RepositoryCheckout
    {
        [SetsRequiredMembers] public CommitCheckout(string sha);
        public CommitCheckout();
        public required string Sha { get; init; }
    }

    public sealed record CompactionLimitReachedError : SessionError
    {
        public CompactionLimitReachedError();
    }

    public sealed record ContentSha256Precondition : MemoryPrecondition
    {
        public ContentSha256Precondition();
        public string? ContentSha256 { get; init; }
    }

    public static class CreateMarker
    {
        public const string Key = "managed_agents_create_marker";
    }

    public sealed record CreateOnceResult<T> where T : class
    {
        public CreateOnceResult();
        public int Attempts { get; init; }
        public IReadOnlyList<T> Candidates { get; init; }
        public required string Marker { get; init; }
        public required OnceOutcome Outcome { get; init; }
        public ManagedAgentsException? Problem { get; init; }
        public T? Value { get; init; }
    }

    public abstract record CredentialAuth : ApiObject, IApiUnion<CredentialAuth>
    {
        public string Type { get; }
    }

    public abstract record CredentialAuthUpdate : ApiObject, IApiUnion<CredentialAuthUpdate>
    {
        public string Type { get; }
    }

    public sealed record CredentialHostUnreachableError : SessionError
    {
        public CredentialHostUnreachableError();
        public string CredentialId { get; init; }
        public string VaultId { get; init; }
    }

    public sealed record CredentialHttpResponse : ApiObject
    {
        public CredentialHttpResponse();
        public string Body { get; init; }
        public bool BodyTruncated { get; init; }
        public string ContentType { get; init; }
        public int StatusCode { get; init; }
    }

    public abstract record CredentialNetworking : ApiObject, IApiUnion<CredentialNetworking>
    {
        public string Type { get; }
        public static CredentialNetworking Unrestricted { get; }
        public static CredentialNetworking Limited(IReadOnlyList<string> allowedHosts);
        public static CredentialNetworking Limited(params string[] allowedHosts);
    }

    public sealed record CredentialRefresh : ApiObject
    {
        public CredentialRefresh();
        public CredentialHttpResponse? HttpResponse { get; init; }
        public CredentialRefreshStatus Status { get; init; }
    }

    public readonly record struct CredentialRefreshStatus : IOpenEnum<CredentialRefreshStatus>
    {
        public CredentialRefreshStatus(string value);
        public static CredentialRefreshStatus ConnectError { get; }
        public static CredentialRefreshStatus Failed { get; }
        public static CredentialRefreshStatus NoRefreshToken { get; }
        public static CredentialRefreshStatus Succeeded { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string ConnectError = "connect_error";
            public const string Failed = "failed";
            public const string NoRefreshToken = "no_refresh_token";
            public const string Succeeded = "succeeded";
        }
    }

    public readonly record struct CredentialValidationStatus : IOpenEnum<CredentialValidationStatus>
    {
        public CredentialValidationStatus(string value);
        public static CredentialValidationStatus Invalid { get; }
        public static CredentialValidationStatus Unknown { get; }
        public static CredentialValidationStatus Valid { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Invalid = "invalid";
            public const string Unknown = "unknown";
            public const string Valid = "valid";
        }
    }

    public sealed record CronSchedule : DeploymentSchedule
    {
        [SetsRequiredMembers] public CronSchedule(string expression, string timezone);
        public CronSchedule();
        public required string Expression { get; init; }
        public DateTimeOffset? LastRunAt { get; init; }
        public required string Timezone { get; init; }
        public IReadOnlyList<DateTimeOffset> UpcomingRunsAt { get; init; }
    }

    public readonly record struct Currency : IOpenEnum<Currency>
    {
        public Currency(string value);
        public static Currency Usd { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Usd = "USD";
        }
    }

    public sealed record CustomSkill : AgentSkill
    {
        [SetsRequiredMembers] public CustomSkill(string skillId, string? version = null);
        public CustomSkill();
        public required string SkillId { get; init; }
        public string? Version { get; init; }
    }

    public sealed record CustomTool : AgentTool
    {
        public CustomTool();
        public required string Description { get; init; }
        public required JsonElement InputSchema { get; init; }
        public required string Name { get; init; }
        public static CustomTool Create(string name, string description, [StringSyntax("Json")] string schemaJson);
    }

    public static class CustomToolExtensions
    {
        public static CustomTool ToCustomTool(this AIFunctionDeclaration function);
        public static IReadOnlyList<CustomTool> ToCustomTools(this IEnumerable<AIFunctionDeclaration> functions);
    }

    public sealed record DeletedResource : ApiObject
    {
        public DeletedResource();
        public required string Id { get; init; }
        public string? Type { get; init; }
    }

    public sealed record Deployment : ApiObject
    {
        public Deployment();
        public AgentReference Agent { get; init; }
        public DateTimeOffset? ArchivedAt { get; init; }
        public BudgetLimit? Budget { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string? Description { get; init; }
        public string EnvironmentId { get; init; }
        public required string Id { get; init; }
        public IReadOnlyList<SessionInput> InitialEvents { get; init; }
        public Metadata Metadata { get; init; }
        public string Name { get; init; }
        public DeploymentPausedReason? PausedReason { get; init; }
        public IReadOnlyList<SessionResource> Resources { get; init; }
        public DeploymentSchedule? Schedule { get; init; }
        public DeploymentStatus Status { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
        public IReadOnlyList<string> VaultIds { get; init; }
    }

    public sealed record DeploymentCreateRequest : ApiObject
    {
        public DeploymentCreateRequest();
        public required AgentReference Agent { get; init; }
        public BudgetLimit? Budget { get; init; }
        public string? Description { get; init; }
        public required string EnvironmentId { get; init; }
        public required IReadOnlyList<SessionInput> InitialEvents { get; init; }
        public Metadata Metadata { get; init; }
        public required string Name { get; init; }
        public IReadOnlyList<SessionResource> Resources { get; init; }
        public DeploymentSchedule? Schedule { get; init; }
        public IReadOnlyList<string> VaultIds { get; init; }
    }

    public abstract record DeploymentError : ApiObject, IApiUnion<DeploymentError>
    {
        public string? Message { get; init; }
        public string Type { get; }
    }

    public sealed record DeploymentListOptions
    {
        public DeploymentListOptions();
        public string? AgentId { get; init; }
        public DateTimeOffset? CreatedAtOrAfter { get; init; }
        public DateTimeOffset? CreatedAtOrBefore { get; init; }
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
        public DeploymentStatus? Status { get; init; }
    }

    public abstract record DeploymentPausedReason : ApiObject, IApiUnion<DeploymentPausedReason>
    {
        public string Type { get; }
    }

    public sealed record DeploymentRun : ApiObject
    {
        public DeploymentRun();
        public AgentReference Agent { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string DeploymentId { get; init; }
        public DeploymentError? Error { get; init; }
        public required string Id { get; init; }
        public string? SessionId { get; init; }
        public DeploymentTrigger TriggerContext { get; init; }
    }

    public sealed record DeploymentRunListOptions
    {
        public DeploymentRunListOptions();
        public DateTimeOffset? CreatedAfter { get; init; }
        public DateTimeOffset? CreatedAtOrAfter { get; init; }
        public DateTimeOffset? CreatedAtOrBefore { get; init; }
        public DateTimeOffset? CreatedBefore { get; init; }
        public string? DeploymentId { get; init; }
        public bool? HasError { get; init; }
        public int? PageSize { get; init; }
        public DeploymentTriggerType? TriggerType { get; init; }
    }

    public class DeploymentRunsClient
    {
        protected DeploymentRunsClient();
        public virtual Task<DeploymentRun> GetAsync(string deploymentRunId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<DeploymentRun> ListAsync(DeploymentRunListOptions? options = null, CancellationToken cancellationToken = default);
    }

    public abstract record DeploymentSchedule : ApiObject, IApiUnion<DeploymentSchedule>
    {
        public string Type { get; }
        public static DeploymentSchedule Cron(string expression, string timezone);
    }

    public readonly record struct DeploymentStatus : IOpenEnum<DeploymentStatus>
    {
        public DeploymentStatus(string value);
        public static DeploymentStatus Active { get; }
        public static DeploymentStatus Paused { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Active = "active";
            public const string Paused = "paused";
        }
    }

    public abstract record DeploymentTrigger : ApiObject, IApiUnion<DeploymentTrigger>
    {
        public string Type { get; }
    }

    public readonly record struct DeploymentTriggerType : IOpenEnum<DeploymentTriggerType>
    {
        public DeploymentTriggerType(string value);
        public static DeploymentTriggerType Manual { get; }
        public static DeploymentTriggerType Schedule { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Manual = "manual";
            public const string Schedule = "schedule";
        }
    }

    public sealed record DeploymentUpdateRequest : ApiObject
    {
        public DeploymentUpdateRequest();
        public AgentReference? Agent { get; init; }
        public Optional<BudgetLimit> Budget { get; init; }
        public Optional<string> Description { get; init; }
        public string? EnvironmentId { get; init; }
        public IReadOnlyList<SessionInput> InitialEvents { get; init; }
        public MetadataUpdate? Metadata { get; init; }
        public string? Name { get; init; }
        public OptionalList<SessionResource> Resources { get; init; }
        public Optional<DeploymentSchedule> Schedule { get; init; }
        public OptionalList<string> VaultIds { get; init; }
    }

    public class DeploymentsClient
    {
        protected DeploymentsClient();
        public virtual Task<Deployment> ArchiveAsync(string deploymentId, CancellationToken cancellationToken = default);
        public virtual Task<Deployment> CreateAsync(DeploymentCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<Deployment> GetAsync(string deploymentId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<Deployment> ListAsync(DeploymentListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<Deployment> PauseAsync(string deploymentId, CancellationToken cancellationToken = default);
        public virtual Task<DeploymentRun> RunAsync(string deploymentId, CancellationToken cancellationToken = default);
        public virtual Task<Deployment> UnpauseAsync(string deploymentId, CancellationToken cancellationToken = default);
        public virtual Task<Deployment> UpdateAsync(string deploymentId, DeploymentUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed class DistributedCacheToolCallStore : IToolCallStore
    {
        public DistributedCacheToolCallStore(IDistributedCache cache, TimeSpan? retention = null, string keyPrefix = "managed-agents:tool-call:");
        public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default);
        public ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default);
    }

    public sealed record DocumentBlock : SessionContentBlock
    {
        [SetsRequiredMembers] public DocumentBlock(DocumentSource source);
        public DocumentBlock();
        public string? Context { get; init; }
        public required DocumentSource Source { get; init; }
        public string? Title { get; init; }
        public static DocumentBlock FromBytes(ReadOnlySpan<byte> bytes, string mediaType);
        public static DocumentBlock FromFile(string fileId);
        public static DocumentBlock FromPlainText(string text);
        public static DocumentBlock FromUrl(string url);
    }

    public abstract record DocumentSource : ApiObject, IApiUnion<DocumentSource>
    {
        public string Type { get; }
    }

    public sealed record DownloadedFile
    {
        public DownloadedFile(FileMetadata File, string Path);
        public FileMetadata File { get; init; }
        public string Path { get; init; }
    }

    public sealed record EditToolConfig : AgentToolConfig
    {
        public EditToolConfig();
    }

    public sealed record EditToolInput : ApiObject
    {
        public EditToolInput();
        public string FilePath { get; init; }
        public string NewString { get; init; }
        public string OldString { get; init; }
        public bool? ReplaceAll { get; init; }
    }

    public readonly record struct EffortLevel : IOpenEnum<EffortLevel>
    {
        public EffortLevel(string value);
        public static EffortLevel High { get; }
        public static EffortLevel Low { get; }
        public static EffortLevel Max { get; }
        public static EffortLevel Medium { get; }
        public string Value { get; }
        public static EffortLevel Xhigh { get; }
        public override string ToString();
        public static class Known
        {
            public const string High = "high";
            public const string Low = "low";
            public const string Max = "max";
            public const string Medium = "medium";
            public const string Xhigh = "xhigh";
        }
    }

    public sealed record EndTurn : StopReason
    {
        public EndTurn();
    }

    public sealed record EnvironmentArchivedError : DeploymentError
    {
        public EnvironmentArchivedError();
    }

    public abstract record EnvironmentConfig : ApiObject, IApiUnion<EnvironmentConfig>
    {
        public string Type { get; }
    }

    public sealed record EnvironmentCreateRequest : ApiObject
    {
        public EnvironmentCreateRequest();
        public EnvironmentConfig? Config { get; init; }
        public string? Description { get; init; }
        public Metadata Metadata { get; init; }
        public required string Name { get; init; }
        public EnvironmentScope? Scope { get; init; }
    }

    public sealed record EnvironmentListOptions
    {
        public EnvironmentListOptions();
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
    }

    public sealed record EnvironmentNotFoundError : DeploymentError
    {
        public EnvironmentNotFoundError();
    }

    public sealed record EnvironmentPackages : ApiObject
    {
        public EnvironmentPackages();
        public OptionalList<string> Apt { get; init; }
        public OptionalList<string> Cargo { get; init; }
        public OptionalList<string> Gem { get; init; }
        public OptionalList<string> Go { get; init; }
        public OptionalList<string> Npm { get; init; }
        public OptionalList<string> Pip { get; init; }
    }

    public readonly record struct EnvironmentScope : IOpenEnum<EnvironmentScope>
    {
        public EnvironmentScope(string value);
        public static EnvironmentScope Account { get; }
        public static EnvironmentScope Organization { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Account = "account";
            public const string Organization = "organization";
        }
    }

    public sealed record EnvironmentUpdateRequest : ApiObject
    {
        public EnvironmentUpdateRequest();
        public EnvironmentConfig? Config { get; init; }
        public Optional<string> Description { get; init; }
        public MetadataUpdate? Metadata { get; init; }
        public string? Name { get; init; }
        public EnvironmentScope? Scope { get; init; }
    }

    public sealed record EnvironmentVariableAuth : CredentialAuth
    {
        [SetsRequiredMembers] public EnvironmentVariableAuth(string secretName, SecretString secretValue, CredentialNetworking networking);
        public EnvironmentVariableAuth();
        public InjectionLocation? InjectionLocation { get; init; }
        public required CredentialNetworking Networking { get; init; }
        public required string SecretName { get; init; }
        public SecretString? SecretValue { get; init; }
    }

    public sealed record EnvironmentVariableAuthUpdate : CredentialAuthUpdate
    {
        public EnvironmentVariableAuthUpdate();
        public InjectionLocation? InjectionLocation { get; init; }
        public CredentialNetworking? Networking { get; init; }
        public SecretString? SecretValue { get; init; }
    }

    public class EnvironmentsClient
    {
        protected EnvironmentsClient();
        public virtual EnvironmentWorkClient Work { get; }
        public virtual Task<AgentEnvironment> ArchiveAsync(string environmentId, CancellationToken cancellationToken = default);
        public virtual Task<AgentEnvironment> CreateAsync(EnvironmentCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string environmentId, CancellationToken cancellationToken = default);
        public virtual Task<AgentEnvironment> GetAsync(string environmentId, CancellationToken cancellationToken = default);
        public virtual Task<AgentEnvironment> GetOrCreateAsync(EnvironmentCreateRequest request, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<AgentEnvironment> ListAsync(EnvironmentListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<AgentEnvironment> UpdateAsync(string environmentId, EnvironmentUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed record ErrorPause : DeploymentPausedReason
    {
        public ErrorPause();
        public DeploymentError Error { get; init; }
    }

    public readonly record struct EvaluatedPermission : IOpenEnum<EvaluatedPermission>
    {
        public EvaluatedPermission(string value);
        public static EvaluatedPermission Allow { get; }
        public static EvaluatedPermission Ask { get; }
        public static EvaluatedPermission Deny { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Allow = "allow";
            public const string Ask = "ask";
            public const string Deny = "deny";
        }
    }

    public sealed record EventDelta : ApiObject
    {
        public EventDelta();
        public TextBlock Content { get; init; }
        public int Index { get; init; }
    }

    public sealed record EventDeltaEvent : SessionEvent
    {
        public EventDeltaEvent();
        public EventDelta Delta { get; init; }
        public string EventId { get; init; }
        public string Text { get; }
    }

    public readonly record struct EventDeltaType : IOpenEnum<EventDeltaType>
    {
        public EventDeltaType(string value);
        public static EventDeltaType AgentMessage { get; }
        public static EventDeltaType AgentThinking { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string AgentMessage = "agent.message";
            public const string AgentThinking = "agent.thinking";
        }
    }

    public abstract record EventPreview : ApiObject, IApiUnion<EventPreview>
    {
        public string Id { get; init; }
        public string Type { get; }
    }

    public sealed record EventStartEvent : SessionEvent
    {
        public EventStartEvent();
        public EventPreview Event { get; init; }
    }

    public abstract record ExecutionIdentity : ApiObject, IApiUnion<ExecutionIdentity>
    {
        public static ExecutionIdentity ServiceAccount { get; }
        public string Type { get; }
    }

    public sealed record FileDocumentSource : DocumentSource
    {
        [SetsRequiredMembers] public FileDocumentSource(string fileId);
        public FileDocumentSource();
        public required string FileId { get; init; }
    }

    public sealed record FileImageSource : ImageSource
    {
        [SetsRequiredMembers] public FileImageSource(string fileId);
        public FileImageSource();
        public required string FileId { get; init; }
    }

    public sealed record FileListOptions
    {
        public FileListOptions();
        public IReadOnlyList<string> Ids { get; init; }
        public int? PageSize { get; init; }
        public string? ScopeId { get; init; }
    }

    public sealed record FileMetadata : ApiObject
    {
        public FileMetadata();
        public DateTimeOffset CreatedAt { get; init; }
        public bool? Downloadable { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
        public string FileName { get; init; }
        public required string Id { get; init; }
        public string MimeType { get; init; }
        public FileScope? Scope { get; init; }
        public long SizeBytes { get; init; }
    }

    public sealed record FileNotFoundError : DeploymentError
    {
        public FileNotFoundError();
    }

    public sealed record FileResource : SessionResource
    {
        [SetsRequiredMembers] public FileResource(string fileId);
        public FileResource();
        public DateTimeOffset? CreatedAt { get; init; }
        public required string FileId { get; init; }
        public string Id { get; init; }
        public string? MountPath { get; init; }
        public DateTimeOffset? UpdatedAt { get; init; }
    }

    public sealed record FileRubric : Rubric
    {
        [SetsRequiredMembers] public FileRubric(string fileId);
        public FileRubric();
        public required string FileId { get; init; }
    }

    public sealed record FileScope : ApiObject
    {
        public FileScope();
        public string Id { get; init; }
    }

    public sealed record FileUpload
    {
        public TimeSpan? ExpiresIn { get; init; }
        public string FileName { get; }
        public string MediaType { get; init; }
        public static FileUpload FromBytes(ReadOnlyMemory<byte> bytes, string fileName);
        public static FileUpload FromPath(string path, string? fileName = null);
        public static FileUpload FromStream(Stream stream, string fileName);
    }

    public class FilesClient
    {
        protected FilesClient();
        public virtual Task<DeletedResource> DeleteAsync(string fileId, CancellationToken cancellationToken = default);
        public virtual Task DownloadAsync(string fileId, Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
        public virtual Task DownloadToFileAsync(string fileId, string path, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
        public virtual Task<FileMetadata> GetAsync(string fileId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<FileMetadata> ListAsync(FileListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<FileMetadata> UploadAsync(FileUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
    }

    public sealed record GitHubRepositoryResource : SessionResource
    {
        [SetsRequiredMembers] public GitHubRepositoryResource(string url);
        public GitHubRepositoryResource();
        public SecretString? AuthorizationToken { get; init; }
        public RepositoryCheckout? Checkout { get; init; }
        public DateTimeOffset? CreatedAt { get; init; }
        public string Id { get; init; }
        public string? MountPath { get; init; }
        public DateTimeOffset? UpdatedAt { get; init; }
        public required Uri Url { get; init; }
    }

    public sealed record GlobToolConfig : AgentToolConfig
    {
        public GlobToolConfig();
    }

    public sealed record GlobToolInput : ApiObject
    {
        public GlobToolInput();
        public string? Path { get; init; }
        public string Pattern { get; init; }
    }

    public sealed record GrepToolConfig : AgentToolConfig
    {
        public GrepToolConfig();
    }

    public sealed record GrepToolInput : ApiObject
    {
        public GrepToolInput();
        public string? Path { get; init; }
        public string Pattern { get; init; }
    }

    public interface IToolApprover
    {
        ValueTask<ToolApprovalDecision> DecideAsync(ToolCall call, CancellationToken cancellationToken = default);
    }

    public interface IToolCallStore
    {
        ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default);
        ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default);
    }

    public sealed record ImageBlock : SessionContentBlock
    {
        [SetsRequiredMembers] public ImageBlock(ImageSource source);
        public ImageBlock();
        public required ImageSource Source { get; init; }
        public static ImageBlock FromBytes(ReadOnlySpan<byte> bytes, string mediaType);
        public static ImageBlock FromFile(string fileId);
        public static ImageBlock FromUrl(string url);
    }

    public abstract record ImageSource : ApiObject, IApiUnion<ImageSource>
    {
        public string Type { get; }
    }

    public sealed class InMemoryToolCallStore : IToolCallStore
    {
        public InMemoryToolCallStore(TimeProvider? timeProvider = null);
        public int Count { get; }
        public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default);
        public ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default);
    }

    public sealed record InjectionLocation : ApiObject
    {
        public InjectionLocation();
        public bool? Body { get; init; }
        public bool? Header { get; init; }
    }

    public sealed record InlineAgent : ThreadAgent
    {
        public InlineAgent();
        public string? Description { get; init; }
        public ExecutionIdentity ExecutionIdentity { get; init; }
        public IReadOnlyList<AgentMcpServer> McpServers { get; init; }
        public ModelConfig Model { get; init; }
        public string Name { get; init; }
        public IReadOnlyList<AgentSkill> Skills { get; init; }
        public string? System { get; init; }
        public IReadOnlyList<AgentTool> Tools { get; init; }
    }

    public sealed record LimitedCredentialNetworking : CredentialNetworking
    {
        public LimitedCredentialNetworking();
        public required IReadOnlyList<string> AllowedHosts { get; init; }
    }

    public sealed record LimitedNetwork : NetworkAccess
    {
        public LimitedNetwork();
        public bool? AllowMcpServers { get; init; }
        public bool? AllowPackageManagers { get; init; }
        public OptionalList<string> AllowedHosts { get; init; }
    }

    public sealed record ListOptions
    {
        public ListOptions();
        public int? PageSize { get; init; }
    }

    public sealed class ManagedAgentsApiException : ManagedAgentsServiceException
    {
        public ManagedAgentsApiException(string message);
        public JsonElement Error { get; init; }
        public TimeSpan? RetryAfter { get; init; }
        public required HttpStatusCode StatusCode { get; init; }
    }

    public class ManagedAgentsClient : IDisposable
    {
        public ManagedAgentsClient();
        public ManagedAgentsClient(ManagedAgentsOptions options, HttpMessageHandler? handler = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null);
        public ManagedAgentsClient(string apiKey);
        public virtual AgentsClient Agents { get; }
        public virtual DeploymentRunsClient DeploymentRuns { get; }
        public virtual DeploymentsClient Deployments { get; }
        [Experimental("MAG001")] public virtual DreamsClient Dreams { get; }
        public virtual EnvironmentsClient Environments { get; }
        public virtual FilesClient Files { get; }
        public virtual MemoryStoresClient MemoryStores { get; }
        public virtual ModelsClient Models { get; }
        public virtual SessionsClient Sessions { get; }
        public virtual SkillsClient Skills { get; }
        [Experimental("MAG001")] public virtual TunnelsClient Tunnels { get; }
        public virtual UserProfilesClient UserProfiles { get; }
        public virtual VaultsClient Vaults { get; }
        public virtual WebhooksClient Webhooks { get; }
        protected virtual void Dispose(bool disposing);
        public void Dispose();
        public virtual Task<RawResponse> SendAsync(RawRequest request, CancellationToken cancellationToken = default);
        public virtual ManagedAgentsClient With(CallOptions options);
    }

    public sealed class ManagedAgentsConnectionException : ManagedAgentsException
    {
        public ManagedAgentsConnectionException(string message, Exception innerException);
    }

    public abstract class ManagedAgentsException : Exception
    {
        public bool MayHaveTakenEffect { get; }
        public string? RequestId { get; init; }
    }

    public static class ManagedAgentsJson
    {
        public static JsonSerializerOptions Options { get; }
    }

    public sealed class ManagedAgentsOptions
    {
        public ManagedAgentsOptions();
        public bool AllowInsecureHttp { get; set; }
        public string? ApiKey { get; set; }
        public string? AuthToken { get; set; }
        public Uri? BaseAddress { get; set; }
        public ResilienceOptions? Resilience { get; set; }
        public TimeSpan StreamIdleTimeout { get; set; }
        public TimeSpan StreamOpenTimeout { get; set; }
        public TimeSpan Timeout { get; set; }
        public string? WebhookSigningKey { get; set; }
        public WebhookOptions Webhooks { get; set; }
        public string? WorkspaceId { get; set; }
        public override string ToString();
    }

    public sealed class ManagedAgentsResponseException : ManagedAgentsException
    {
        public ManagedAgentsResponseException(string message, Exception? innerException = null);
        public string? JsonPath { get; init; }
        public required HttpStatusCode StatusCode { get; init; }
    }

    public abstract class ManagedAgentsServiceException : ManagedAgentsException
    {
        public JsonElement Details { get; init; }
        public string? ErrorCode { get; init; }
        public required ApiErrorType ErrorType { get; init; }
    }

    public sealed class ManagedAgentsStreamDisconnectedException : ManagedAgentsException
    {
        public ManagedAgentsStreamDisconnectedException(string message, Exception? innerException = null);
    }

    public sealed class ManagedAgentsStreamErrorException : ManagedAgentsServiceException
    {
        public ManagedAgentsStreamErrorException(string message);
    }

    public sealed class ManagedAgentsTimeoutException : ManagedAgentsException
    {
        public ManagedAgentsTimeoutException(string message, TimeoutKind kind, TimeSpan timeout, Exception? innerException = null);
        public TimeoutKind Kind { get; }
        public TimeSpan Timeout { get; }
    }

    public sealed record ManualPause : DeploymentPausedReason
    {
        public ManualPause();
    }

    public sealed record ManualTrigger : DeploymentTrigger
    {
        public ManualTrigger();
    }

    public sealed record MaxWorkflowRunsError : WorkflowRunError
    {
        public MaxWorkflowRunsError();
    }

    public sealed record McpAuthenticationFailedError : SessionError
    {
        public McpAuthenticationFailedError();
        public string McpServerName { get; init; }
    }

    public sealed record McpConnectionFailedError : SessionError
    {
        public McpConnectionFailedError();
        public string McpServerName { get; init; }
    }

    public sealed record McpEgressBlockedError : DeploymentError
    {
        public McpEgressBlockedError();
    }

    public sealed record McpOAuthAuth : CredentialAuth
    {
        [SetsRequiredMembers] public McpOAuthAuth(string mcpServerUrl, SecretString accessToken);
        public McpOAuthAuth();
        public SecretString? AccessToken { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
        public required Uri McpServerUrl { get; init; }
        public McpOAuthRefresh? Refresh { get; init; }
    }

    public sealed record McpOAuthAuthUpdate : CredentialAuthUpdate
    {
        public McpOAuthAuthUpdate();
        public SecretString? AccessToken { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
        public McpOAuthRefreshUpdate? Refresh { get; init; }
    }

    public sealed record McpOAuthRefresh : ApiObject
    {
        public McpOAuthRefresh();
        public required string ClientId { get; init; }
        public SecretString? RefreshToken { get; init; }
        public string? Resource { get; init; }
        public string? Scope { get; init; }
        public required Uri TokenEndpoint { get; init; }
        public required TokenEndpointAuth TokenEndpointAuth { get; init; }
    }

    public sealed record McpOAuthRefreshUpdate : ApiObject
    {
        public McpOAuthRefreshUpdate();
        public SecretString? RefreshToken { get; init; }
        public string? Scope { get; init; }
        public TokenEndpointAuth? TokenEndpointAuth { get; init; }
    }

    public sealed record McpProbe : ApiObject
    {
        public McpProbe();
        public CredentialHttpResponse? HttpResponse { get; init; }
        public string Method { get; init; }
    }

    public sealed record McpToolConfig : ApiObject
    {
        [SetsRequiredMembers] public McpToolConfig(string name);
        public McpToolConfig();
        public bool? Enabled { get; init; }
        public required string Name { get; init; }
        public PermissionPolicy? PermissionPolicy { get; init; }
    }

    public sealed record McpToolset : AgentTool
    {
        [SetsRequiredMembers] public McpToolset(string mcpServerName);
        public McpToolset();
        public IReadOnlyList<McpToolConfig> Configs { get; init; }
        public McpToolsetDefaultConfig? DefaultConfig { get; init; }
        public required string McpServerName { get; init; }
    }

    public sealed record McpToolsetDefaultConfig : ApiObject
    {
        public McpToolsetDefaultConfig();
        public bool? Enabled { get; init; }
        public PermissionPolicy? PermissionPolicy { get; init; }
    }

    public class MemoriesClient
    {
        protected MemoriesClient();
        public virtual Task<Memory> CreateAsync(string memoryStoreId, MemoryCreateRequest request, MemoryView? view = null, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string memoryStoreId, string memoryId, string? expectedContentSha256 = null, CancellationToken cancellationToken = default);
        public virtual Task<Memory> GetAsync(string memoryStoreId, string memoryId, MemoryView? view = null, CancellationToken cancellationToken = default);
        public virtual Task<MemoryFolder> GetTreeAsync(string memoryStoreId, string? pathPrefix = null, MemoryView? view = null, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<MemoryListItem> ListAsync(string memoryStoreId, MemoryListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<Memory> UpdateAsync(string memoryStoreId, string memoryId, MemoryUpdateRequest request, MemoryView? view = null, CancellationToken cancellationToken = default);
    }

    public sealed record Memory : MemoryListItem
    {
        public Memory();
        public string? Content { get; init; }
        public string ContentSha256 { get; init; }
        public int ContentSizeBytes { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public required string Id { get; init; }
        public string MemoryStoreId { get; init; }
        public string MemoryVersionId { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }

    public sealed record MemoryCreateRequest : ApiObject
    {
        public MemoryCreateRequest();
        public required string Content { get; init; }
        public required string Path { get; init; }
    }

    public sealed class MemoryFolder
    {
        public IReadOnlyCollection<MemoryFolder> Folders { get; }
        public IReadOnlyCollection<Memory> Memories { get; }
        public string Name { get; }
        public string Path { get; }
        public IEnumerable<Memory> AllMemories();
        public static MemoryFolder Arrange(IEnumerable<Memory> memories, string pathPrefix = "/");
        public override string ToString();
    }

    public abstract record MemoryListItem : ApiObject, IApiUnion<MemoryListItem>
    {
        public string Path { get; init; }
        public string Type { get; }
    }

    public sealed record MemoryListOptions
    {
        public MemoryListOptions();
        public int? Depth { get; init; }
        public int? PageSize { get; init; }
        public string? PathPrefix { get; init; }
        public MemoryView? View { get; init; }
    }

    public abstract record MemoryPrecondition : ApiObject, IApiUnion<MemoryPrecondition>
    {
        public string Type { get; }
        public static MemoryPrecondition Unchanged(Memory memory);
    }

    public sealed record MemoryPrefix : MemoryListItem
    {
        public MemoryPrefix();
    }

    public sealed record MemoryStore : ApiObject
    {
        public MemoryStore();
        public DateTimeOffset? ArchivedAt { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string Description { get; init; }
        public required string Id { get; init; }
        public Metadata Metadata { get; init; }
        public string Name { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }

    public readonly record struct MemoryStoreAccess : IOpenEnum<MemoryStoreAccess>
    {
        public MemoryStoreAccess(string value);
        public static MemoryStoreAccess ReadOnly { get; }
        public static MemoryStoreAccess ReadWrite { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string ReadOnly = "read_only";
            public const string ReadWrite = "read_write";
        }
    }

    public sealed record MemoryStoreArchivedError : DeploymentError
    {
        public MemoryStoreArchivedError();
    }

    public sealed record MemoryStoreCreateRequest : ApiObject
    {
        public MemoryStoreCreateRequest();
        public string? Description { get; init; }
        public Metadata Metadata { get; init; }
        public required string Name { get; init; }
    }

    public sealed record MemoryStoreListOptions
    {
        public MemoryStoreListOptions();
        public DateTimeOffset? CreatedAtOrAfter { get; init; }
        public DateTimeOffset? CreatedAtOrBefore { get; init; }
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
    }

    public sealed record MemoryStoreResource : SessionResource
    {
        [SetsRequiredMembers] public MemoryStoreResource(string memoryStoreId);
        public MemoryStoreResource();
        public MemoryStoreAccess? Access { get; init; }
        public string? Description { get; init; }
        public string? Instructions { get; init; }
        public required string MemoryStoreId { get; init; }
        public string? MountPath { get; init; }
        public string? Name { get; init; }
    }

    public sealed record MemoryStoreUpdateRequest : ApiObject
    {
        public MemoryStoreUpdateRequest();
        public string? Description { get; init; }
        public MetadataUpdate? Metadata { get; init; }
        public string? Name { get; init; }
    }

    public class MemoryStoresClient
    {
        protected MemoryStoresClient();
        public virtual MemoriesClient Memories { get; }
        public virtual MemoryVersionsClient MemoryVersions { get; }
        public virtual Task<MemoryStore> ArchiveAsync(string memoryStoreId, CancellationToken cancellationToken = default);
        public virtual Task<MemoryStore> CreateAsync(MemoryStoreCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string memoryStoreId, CancellationToken cancellationToken = default);
        public virtual Task<MemoryStore> GetAsync(string memoryStoreId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<MemoryStore> ListAsync(MemoryStoreListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<MemoryStore> UpdateAsync(string memoryStoreId, MemoryStoreUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed record MemoryUpdateRequest : ApiObject
    {
        public MemoryUpdateRequest();
        public string? Content { get; init; }
        public string? Path { get; init; }
        public MemoryPrecondition? Precondition { get; init; }
    }

    public sealed record MemoryVersion : ApiObject
    {
        public MemoryVersion();
        public string? Content { get; init; }
        public string? ContentSha256 { get; init; }
        public int? ContentSizeBytes { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public Actor? CreatedBy { get; init; }
        public required string Id { get; init; }
        public string MemoryId { get; init; }
        public string MemoryStoreId { get; init; }
        public MemoryVersionOperation Operation { get; init; }
        public string? Path { get; init; }
        public DateTimeOffset? RedactedAt { get; init; }
        public Actor? RedactedBy { get; init; }
    }

    public sealed record MemoryVersionListOptions
    {
        public MemoryVersionListOptions();
        public string? ApiKeyId { get; init; }
        public DateTimeOffset? CreatedAtOrAfter { get; init; }
        public DateTimeOffset? CreatedAtOrBefore { get; init; }
        public string? MemoryId { get; init; }
        public MemoryVersionOperation? Operation { get; init; }
        public int? PageSize { get; init; }
        public string? ServiceAccountId { get; init; }
        public string? SessionId { get; init; }
        public MemoryView? View { get; init; }
    }

    public readonly record struct MemoryVersionOperation : IOpenEnum<MemoryVersionOperation>
    {
        public MemoryVersionOperation(string value);
        public static MemoryVersionOperation Created { get; }
        public static MemoryVersionOperation Deleted { get; }
        public static MemoryVersionOperation Modified { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Created = "created";
            public const string Deleted = "deleted";
            public const string Modified = "modified";
        }
    }

    public class MemoryVersionsClient
    {
        protected MemoryVersionsClient();
        public virtual Task<MemoryVersion> GetAsync(string memoryStoreId, string memoryVersionId, MemoryView? view = null, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<MemoryVersion> ListAsync(string memoryStoreId, MemoryVersionListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<MemoryVersion> RedactAsync(string memoryStoreId, string memoryVersionId, CancellationToken cancellationToken = default);
    }

    public readonly record struct MemoryView : IOpenEnum<MemoryView>
    {
        public MemoryView(string value);
        public static MemoryView Basic { get; }
        public static MemoryView Full { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Basic = "basic";
            public const string Full = "full";
        }
    }

    public sealed record MessageAbandoned : MessageUpdate
    {
        public MessageAbandoned(string EventId, string Text);
        public string Text { get; init; }
    }

    public sealed record MessageCompleted : MessageUpdate
    {
        public MessageCompleted(AgentMessageEvent Message, bool IsCorrected);
        public bool IsCorrected { get; init; }
        public AgentMessageEvent Message { get; init; }
    }

    public sealed class MessageProjection
    {
        public MessageProjection();
        public IReadOnlyList<MessageUpdate> Apply(SessionEvent received, string? threadId = null);
    }

    public static class MessageProjectionExtensions
    {
        public static IAsyncEnumerable<MessageUpdate> ReadMessagesAsync(this IAsyncEnumerable<SessionEvent> events, CancellationToken cancellationToken = default);
    }

    public sealed record MessageTextAdded : MessageUpdate
    {
        public MessageTextAdded(string EventId, string Text);
        public string Text { get; init; }
    }

    public abstract record MessageUpdate
    {
        protected MessageUpdate(string EventId);
        public string EventId { get; init; }
        public string? ThreadId { get; init; }
    }

    public sealed class Metadata : MetadataMap<string>
    {
        public Metadata();
        public Metadata(IEnumerable<KeyValuePair<string, string>> entries);
        public static Metadata FromDictionary(Dictionary<string, string> entries);
        public static implicit operator Metadata(Dictionary<string, string> entries);
    }

    public abstract class MetadataMap<TValue> : IDictionary<string, TValue>, IEquatable<MetadataMap<TValue>>, IReadOnlyDictionary<string, TValue>
    {
        public int Count { get; }
        public bool IsReadOnly { get; }
        public TValue this[string key] { get; set; }
        public ICollection<string> Keys { get; }
        public ICollection<TValue> Values { get; }
        public void Add(string key, TValue value);
        public void Clear();
        public bool ContainsKey(string key);
        public bool Equals(MetadataMap<TValue>? other);
        public override bool Equals(object? obj);
        public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator();
        public override int GetHashCode();
        public bool Remove(string key);
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value);
    }

    public sealed class MetadataUpdate : MetadataMap<string>
    {
        public MetadataUpdate();
        public MetadataUpdate(IEnumerable<KeyValuePair<string, string?>> entries);
        public static MetadataUpdate FromDictionary(Dictionary<string, string?> entries);
        public static implicit operator MetadataUpdate(Dictionary<string, string?> entries);
    }

    public sealed record ModelConfig : ApiObject
    {
        [SetsRequiredMembers] public ModelConfig(string id);
        public ModelConfig();
        public ModelEffort? Effort { get; init; }
        public required string Id { get; init; }
        public string? InferenceGeo { get; init; }
        public ModelSpeed? Speed { get; init; }
        public static ModelConfig FromString(string id);
        public static implicit operator ModelConfig(string id);
    }

    public sealed record ModelEffort : ApiObject
    {
        [SetsRequiredMembers] public ModelEffort(EffortLevel level);
        public ModelEffort();
        public required EffortLevel Level { get; init; }
        public static ModelEffort FromEffortLevel(EffortLevel level);
        public static ModelEffort FromString(string level);
        public static implicit operator ModelEffort(EffortLevel level);
        public static implicit operator ModelEffort(string level);
    }

    public sealed record ModelOverloadedError : SessionError
    {
        public ModelOverloadedError();
    }

    public sealed record ModelRateLimitedError : SessionError
    {
        public ModelRateLimitedError();
    }

    public sealed record ModelRequestFailedError : SessionError
    {
        public ModelRequestFailedError();
    }

    public readonly record struct ModelSpeed : IOpenEnum<ModelSpeed>
    {
        public ModelSpeed(string value);
        public static ModelSpeed Fast { get; }
        public static ModelSpeed Standard { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Fast = "fast";
            public const string Standard = "standard";
        }
    }

    public sealed record MonetaryAmount : ApiObject
    {
        public MonetaryAmount();
        public required string Amount { get; init; }
        public required Currency Currency { get; init; }
        public decimal? Dollars { get; }
        public static MonetaryAmount Usd(decimal dollars);
    }

    public abstract record Multiagent : ApiObject, IApiUnion<Multiagent>
    {
        public string Type { get; }
    }

    public abstract record MultiagentAdvisor : ApiObject, IApiUnion<MultiagentAdvisor>
    {
        public static MultiagentAdvisor Disabled { get; }
        public string Type { get; }
    }

    public sealed record MultiagentAdvisorDisabled : MultiagentAdvisor
    {
        public MultiagentAdvisorDisabled();
    }

    public sealed record MultiagentAdvisorEnabled : MultiagentAdvisor
    {
        [SetsRequiredMembers] public MultiagentAdvisorEnabled(string model);
        public MultiagentAdvisorEnabled();
        public required string Model { get; init; }
    }

    public sealed record MultiagentCapabilities : Multiagent
    {
        public MultiagentCapabilities();
        public MultiagentAdvisor? Advisor { get; init; }
        public MultiagentSubagents? Subagents { get; init; }
        public MultiagentWorkflows? Workflows { get; init; }
    }

    public sealed record MultiagentCoordinator : Multiagent
    {
        [SetsRequiredMembers] public MultiagentCoordinator(IReadOnlyList<MultiagentRosterEntry> agents);
        [SetsRequiredMembers] public MultiagentCoordinator(params MultiagentRosterEntry[] agents);
        public MultiagentCoordinator();
        public required IReadOnlyList<MultiagentRosterEntry> Agents { get; init; }
    }

    public abstract record MultiagentInlineAgents : ApiObject, IApiUnion<MultiagentInlineAgents>
    {
        public static MultiagentInlineAgents Disabled { get; }
        public static MultiagentInlineAgents Enabled { get; }
        public string Type { get; }
    }

    public sealed record MultiagentInlineAgentsDisabled : MultiagentInlineAgents
    {
        public MultiagentInlineAgentsDisabled();
    }

    public sealed record MultiagentInlineAgentsEnabled : MultiagentInlineAgents
    {
        public MultiagentInlineAgentsEnabled();
    }

    public abstract record MultiagentRosterEntry : ApiObject, IApiUnion<MultiagentRosterEntry>
    {
        public static MultiagentRosterEntry Self { get; }
        public string Type { get; }
        public static MultiagentRosterEntry FromString(string agentId);
        public static implicit operator MultiagentRosterEntry(string agentId);
    }

    public sealed record MultiagentSelf : MultiagentRosterEntry
    {
        public MultiagentSelf();
    }

    public abstract record MultiagentSubagents : ApiObject, IApiUnion<MultiagentSubagents>
    {
        public static MultiagentSubagents Disabled { get; }
        public static MultiagentSubagents Enabled { get; }
        public string Type { get; }
    }

    public sealed record MultiagentSubagentsDisabled : MultiagentSubagents
    {
        public MultiagentSubagentsDisabled();
    }

    public sealed record MultiagentSubagentsEnabled : MultiagentSubagents
    {
        public MultiagentSubagentsEnabled();
        public MultiagentInlineAgents? InlineAgents { get; init; }
        public OptionalList<MultiagentRosterEntry> PredefinedAgents { get; init; }
    }

    public abstract record MultiagentWorkflows : ApiObject, IApiUnion<MultiagentWorkflows>
    {
        public static MultiagentWorkflows Disabled { get; }
        public static MultiagentWorkflows Enabled { get; }
        public string Type { get; }
    }

    public sealed record MultiagentWorkflowsDisabled : MultiagentWorkflows
    {
        public MultiagentWorkflowsDisabled();
    }

    public sealed record MultiagentWorkflowsEnabled : MultiagentWorkflows
    {
        public MultiagentWorkflowsEnabled();
        public MultiagentInlineAgents? InlineAgents { get; init; }
        public OptionalList<MultiagentRosterEntry> PredefinedAgents { get; init; }
    }

    public abstract record NetworkAccess : ApiObject, IApiUnion<NetworkAccess>
    {
        public string Type { get; }
        public static NetworkAccess Unrestricted { get; }
        public static LimitedNetwork Limited(params string[] allowedHosts);
    }

    public sealed record NoTokenEndpointAuth : TokenEndpointAuth
    {
        public NoTokenEndpointAuth();
    }

    public sealed record OnceOptions
    {
        public OnceOptions();
        public int MaxRetryAttempts { get; init; }
        public TimeSpan SettleDelay { get; init; }
    }

    public enum OnceOutcome
    {
        Unknown = 0,
        Sent = 1,
        Found = 2,
    }

    public static class OptionalList
    {
        public static OptionalList<T> Create<T>(ReadOnlySpan<T> items);
    }

    [CollectionBuilder(typeof(OptionalList), "Create")]
    public readonly struct OptionalList<T> : IEquatable<OptionalList<T>>, IReadOnlyList<T>
    {
        public int Count { get; }
        public bool IsNull { get; }
        public bool IsSpecified { get; }
        public T this[int index] { get; }
        public bool Equals(OptionalList<T> other);
        public override bool Equals(object? obj);
        public IEnumerator<T> GetEnumerator();
        public override int GetHashCode();
        public static bool operator ==(OptionalList<T> left, OptionalList<T> right);
        public static implicit operator OptionalList<T>(T[]? items);
        public static bool operator !=(OptionalList<T> left, OptionalList<T> right);
    }

    public readonly record struct Optional<T>
    {
        public Optional(T? value);
        public bool IsSpecified { get; }
        public static Optional<T> Omitted { get; }
        public T? Value { get; }
        public override string ToString();
        public static implicit operator Optional<T>(T? value);
    }

    public sealed record OrganizationDisabledError : DeploymentError
    {
        public OrganizationDisabledError();
    }

    public sealed record OutcomeEvaluation : ApiObject
    {
        public OutcomeEvaluation();
        public DateTimeOffset? CompletedAt { get; init; }
        public string Description { get; init; }
        public string? Explanation { get; init; }
        public int Iteration { get; init; }
        public string OutcomeId { get; init; }
        public OutcomeResult Result { get; init; }
    }

    public readonly record struct OutcomeResult : IOpenEnum<OutcomeResult>
    {
        public OutcomeResult(string value);
        public static OutcomeResult Evaluating { get; }
        public static OutcomeResult Failed { get; }
        public static OutcomeResult Interrupted { get; }
        public static OutcomeResult MaxIterationsReached { get; }
        public static OutcomeResult NeedsRevision { get; }
        public static OutcomeResult Pending { get; }
        public static OutcomeResult Running { get; }
        public static OutcomeResult Satisfied { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Evaluating = "evaluating";
            public const string Failed = "failed";
            public const string Interrupted = "interrupted";
            public const string MaxIterationsReached = "max_iterations_reached";
            public const string NeedsRevision = "needs_revision";
            public const string Pending = "pending";
            public const string Running = "running";
            public const string Satisfied = "satisfied";
        }
    }

    public sealed class Page<T>
    {
        public Page(IReadOnlyList<T> items, string? nextCursor = null, string? previousCursor = null, string? requestId = null);
        public IReadOnlyList<T> Items { get; }
        public string? NextCursor { get; }
        public string? PreviousCursor { get; }
        public string? RequestId { get; }
    }

    public sealed record PendingAction
    {
        public PendingAction(string EventId, ToolCall? Call, PendingReason Reason, ManagedAgentsException? Problem = null);
        public ToolCall? Call { get; init; }
        public string EventId { get; init; }
        public ManagedAgentsException? Problem { get; init; }
        public PendingReason Reason { get; init; }
    }

    public enum PendingReason
    {
        NotOwned = 0,
        AwaitsApproval = 1,
        OutcomeUnknown = 2,
        AnswerRefused = 3,
    }

    public abstract record PermissionPolicy : ApiObject, IApiUnion<PermissionPolicy>
    {
        public static PermissionPolicy AlwaysAllow { get; }
        public static PermissionPolicy AlwaysAsk { get; }
        public static PermissionPolicy Auto { get; }
        public string Type { get; }
    }

    public readonly record struct PermissionReason : IOpenEnum<PermissionReason>
    {
        public PermissionReason(string value);
        public static PermissionReason HighRisk { get; }
        public static PermissionReason Indeterminate { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string HighRisk = "high_risk";
            public const string Indeterminate = "indeterminate";
        }
    }

    public sealed record PlainTextDocumentSource : DocumentSource
    {
        [SetsRequiredMembers] public PlainTextDocumentSource(string data);
        public PlainTextDocumentSource();
        public required string Data { get; init; }
        public string MediaType { get; init; }
    }

    public sealed record RawRequest
    {
        [SetsRequiredMembers] public RawRequest(HttpMethod method, string path);
        public IReadOnlyList<string> Betas { get; init; }
        public JsonElement Body { get; init; }
        public bool? IsIdempotent { get; init; }
        public required HttpMethod Method { get; init; }
        public required string Path { get; init; }
        public override string ToString();
    }

    public sealed class RawResponse
    {
        public RawResponse(HttpResponseMessage response, ReadOnlyMemory<byte> body);
        public ReadOnlyMemory<byte> Body { get; }
        public HttpContentHeaders ContentHeaders { get; }
        public HttpResponseHeaders Headers { get; }
        public string? RequestId { get; }
        public HttpStatusCode StatusCode { get; }
        public JsonElement ReadJson();
        public override string ToString();
    }

    public sealed record ReadToolConfig : AgentToolConfig
    {
        public ReadToolConfig();
    }

    public sealed record ReadToolInput : ApiObject
    {
        public ReadToolInput();
        public string FilePath { get; init; }
        public IReadOnlyList<int> ViewRange { get; init; }
    }

    public sealed record RedactedBlock : SessionContentBlock
    {
        public RedactedBlock();
    }

    public sealed record Refusal : StopReason
    {
        public Refusal();
    }

    public readonly record struct RefusalCategory : IOpenEnum<RefusalCategory>
    {
        public RefusalCategory(string value);
        public static RefusalCategory Bio { get; }
        public static RefusalCategory Cyber { get; }
        public static RefusalCategory FrontierLlm { get; }
        public static RefusalCategory GeneralHarms { get; }
        public static RefusalCategory ReasoningExtraction { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Bio = "bio";
            public const string Cyber = "cyber";
            public const string FrontierLlm = "frontier_llm";
            public const string GeneralHarms = "general_harms";
            public const string ReasoningExtraction = "reasoning_extraction";
        }
    }

    public sealed record RefusalStopDetails : ApiObject
    {
        public RefusalStopDetails();
        public RefusalCategory? Category { get; init; }
        public string? Explanation { get; init; }
    }

    public sealed record RepositoryAuthenticationError : SessionError
    {
        public RepositoryAuthenticationError();
        public Uri? RepositoryUrl { get; init; }
    }

    public abstract record RepositoryCheckout : ApiObject, IApiUnion<RepositoryCheckout>
    {
        public string Type { get; }
    }

    public sealed record RepositoryCheckoutError : SessionError
    {
        public RepositoryCheckoutError();
        public Uri? RepositoryUrl { get; init; }
    }

    public sealed record RepositoryCloneError : SessionError
    {
        public RepositoryCloneError();
        public Uri? RepositoryUrl { get; init; }
    }

    public sealed record RepositoryForbiddenError : SessionError
    {
        public RepositoryForbiddenError();
        public Uri? RepositoryUrl { get; init; }
    }

    public sealed record RepositoryNotFoundError : SessionError
    {
        public RepositoryNotFoundError();
        public Uri? RepositoryUrl { get; init; }
    }

    public sealed record RequiresAction : StopReason
    {
        public RequiresAction();
        public IReadOnlyList<string> EventIds { get; init; }
    }

    public sealed class ResilienceOptions
    {
        public ResilienceOptions();
        public TimeSpan BaseDelay { get; set; }
        public TimeSpan MaxDelay { get; set; }
        public TimeSpan MaxRetryAfter { get; set; }
        public int MaxRetryAttempts { get; set; }
    }

    public sealed record RetriesExhausted : StopReason
    {
        public RetriesExhausted();
    }

    public abstract record RetryStatus : ApiObject, IApiUnion<RetryStatus>
    {
        public string Type { get; }
    }

    public sealed record RetryStatusExhausted : RetryStatus
    {
        public RetryStatusExhausted();
    }

    public sealed record RetryStatusRetrying : RetryStatus
    {
        public RetryStatusRetrying();
    }

    public sealed record RetryStatusTerminal : RetryStatus
    {
        public RetryStatusTerminal();
    }

    public abstract record Rubric : ApiObject, IApiUnion<Rubric>
    {
        public string Type { get; }
        public static Rubric FromText(string text);
        public static implicit operator Rubric(string text);
    }

    public sealed record ScheduleTrigger : DeploymentTrigger
    {
        public ScheduleTrigger();
        public DateTimeOffset ScheduledAt { get; init; }
    }

    public sealed record SearchResultBlock : SessionContentBlock
    {
        public SearchResultBlock();
        public SearchResultCitations Citations { get; init; }
        public required IReadOnlyList<TextBlock> Content { get; init; }
        public required string Source { get; init; }
        public required string Title { get; init; }
    }

    public sealed record SearchResultCitations : ApiObject
    {
        public SearchResultCitations();
        public bool Enabled { get; init; }
    }

    public sealed class SecretString : IEquatable<SecretString>
    {
        public SecretString(string value);
        public bool Equals(SecretString? other);
        public override bool Equals(object? obj);
        public override int GetHashCode();
        public string Reveal();
        public override string ToString();
        [return: NotNullIfNotNull("value")] public static implicit operator SecretString?(string? value);
    }

    public sealed record SelfHostedEnvironmentConfig : EnvironmentConfig
    {
        public SelfHostedEnvironmentConfig();
    }

    public sealed record SelfHostedResourcesUnsupportedError : DeploymentError
    {
        public SelfHostedResourcesUnsupportedError();
    }

    public sealed record SendOnceResult
    {
        public SendOnceResult();
        public int Attempts { get; init; }
        public IReadOnlyList<SessionEvent> Events { get; init; }
        public required OnceOutcome Outcome { get; init; }
        public ManagedAgentsException? Problem { get; init; }
    }

    public sealed record SentSessionEvents : ApiObject
    {
        public SentSessionEvents();
        public IReadOnlyList<SessionEvent> Data { get; init; }
    }

    public sealed record ServerToolUsage : ApiObject
    {
        public ServerToolUsage();
        public int? WebFetchRequests { get; init; }
        public int? WebSearchRequests { get; init; }
    }

    public sealed record ServiceAccountActor : Actor
    {
        public ServiceAccountActor();
        public string ServiceAccountId { get; init; }
    }

    public sealed record ServiceAccountIdentity : ExecutionIdentity
    {
        public ServiceAccountIdentity();
    }

    public sealed record Session : ApiObject
    {
        public Session();
        public SessionAgent Agent { get; init; }
        public DateTimeOffset? ArchivedAt { get; init; }
        public BudgetLimit? Budget { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string? DeploymentId { get; init; }
        public string EnvironmentId { get; init; }
        public required string Id { get; init; }
        public Metadata Metadata { get; init; }
        public IReadOnlyList<OutcomeEvaluation> OutcomeEvaluations { get; init; }
        public IReadOnlyList<SessionResource> Resources { get; init; }
        public SessionStats Stats { get; init; }
        public SessionStatus Status { get; init; }
        public string? Title { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
        public SessionUsage Usage { get; init; }
        public IReadOnlyList<string> VaultIds { get; init; }
    }

    public sealed record SessionActor : Actor
    {
        public SessionActor();
        public string SessionId { get; init; }
    }

    public sealed record SessionAgent : ThreadAgent
    {
        public SessionAgent();
        public string? Description { get; init; }
        public ExecutionIdentity ExecutionIdentity { get; init; }
        public required string Id { get; init; }
        public IReadOnlyList<AgentMcpServer> McpServers { get; init; }
        public ModelConfig Model { get; init; }
        public SessionMultiagent? Multiagent { get; init; }
        public string Name { get; init; }
        public IReadOnlyList<AgentSkill> Skills { get; init; }
        public string? System { get; init; }
        public IReadOnlyList<AgentTool> Tools { get; init; }
        public int Version { get; init; }
    }

    public abstract record SessionAgentReference : MultiagentRosterEntry, IApiUnion<SessionAgentReference>
    {
        public static SessionAgentReference FromString(string agentId);
        public static implicit operator SessionAgentReference(string agentId);
    }

    public sealed record SessionAgentUpdate : ApiObject
    {
        public SessionAgentUpdate();
        public OptionalList<AgentMcpServer> McpServers { get; init; }
        public OptionalList<AgentTool> Tools { get; init; }
    }

    public sealed record SessionAgentWithOverrides : SessionAgentReference
    {
        [SetsRequiredMembers] public SessionAgentWithOverrides(string id, int? version = null);
        public SessionAgentWithOverrides();
        public required string Id { get; init; }
        public OptionalList<AgentMcpServer> McpServers { get; init; }
        public ModelConfig? Model { get; init; }
        public OptionalList<AgentSkill> Skills { get; init; }
        public Optional<string> System { get; init; }
        public OptionalList<AgentTool> Tools { get; init; }
        public int? Version { get; init; }
    }

    public sealed record SessionAnswer
    {
        public SessionAnswer();
        public SessionError? Error { get; init; }
        public AgentMessageEvent? Message { get; init; }
        public required Session Session { get; init; }
        public StopReason? StopReason { get; init; }
        public string Text { get; }
    }

    public abstract record SessionContentBlock : ApiObject, IApiUnion<SessionContentBlock>
    {
        public string Type { get; }
        public static SessionContentBlock FromText(string text);
        public static implicit operator SessionContentBlock(string text);
    }

    public static class SessionContentBlockExtensions
    {
        public static string JoinText(this IEnumerable<SessionContentBlock> content);
    }

    public sealed record SessionCreateRequest : ApiObject
    {
        public SessionCreateRequest();
        public required SessionAgentReference Agent { get; init; }
        public BudgetLimit? Budget { get; init; }
        public required string EnvironmentId { get; init; }
        public IReadOnlyList<SessionInput> InitialEvents { get; init; }
        public Metadata Metadata { get; init; }
        public IReadOnlyList<SessionResource> Resources { get; init; }
        public string? Title { get; init; }
        public IReadOnlyList<string> VaultIds { get; init; }
    }

    public sealed record SessionCreationRejectedError : DeploymentError
    {
        public SessionCreationRejectedError();
    }

    public sealed record SessionDeletedEvent : SessionEvent
    {
        public SessionDeletedEvent();
    }

    public abstract record SessionError : ApiObject, IApiUnion<SessionError>
    {
        public string Message { get; init; }
        public RetryStatus RetryStatus { get; init; }
        public string Type { get; }
    }

    public sealed record SessionErrorEvent : SessionEvent
    {
        public SessionErrorEvent();
        public SessionError Error { get; init; }
    }

    public abstract record SessionEvent : ApiObject, IApiUnion<SessionEvent>
    {
        public string Id { get; init; }
        public DateTimeOffset? ProcessedAt { get; init; }
        public string? SessionThreadId { get; init; }
        public string Type { get; }
    }

    public sealed class SessionEventFeed : IAsyncEnumerable<SessionEvent>
    {
        public SessionEventFeed(IAsyncEnumerable<SessionEvent> events, string sessionId);
        public SessionPosition Position { get; }
        public IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default);
    }

    public sealed record SessionEventListOptions
    {
        public SessionEventListOptions();
        public DateTimeOffset? CreatedAfter { get; init; }
        public DateTimeOffset? CreatedAtOrAfter { get; init; }
        public DateTimeOffset? CreatedAtOrBefore { get; init; }
        public DateTimeOffset? CreatedBefore { get; init; }
        public SortOrder? Order { get; init; }
        public int? PageSize { get; init; }
        public IReadOnlyList<SessionEventType> Types { get; init; }
    }

    public sealed record SessionEventSendRequest : ApiObject
    {
        public SessionEventSendRequest();
        public required IReadOnlyList<SessionInput> Events { get; init; }
    }

    public sealed class SessionEventStream : IAsyncDisposable, IAsyncEnumerable<SessionEvent>
    {
        public SessionEventStream(IAsyncEnumerable<SessionEvent> events);
        public string? RequestId { get; }
        public ConfiguredCancelableAsyncEnumerable<SessionEvent> ConfigureAwait(bool continueOnCapturedContext);
        public ValueTask DisposeAsync();
        public IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default);
    }

    public sealed record SessionEventStreamOptions
    {
        public SessionEventStreamOptions();
        public IReadOnlyList<EventDeltaType> EventDeltas { get; init; }
    }

    public readonly record struct SessionEventType : IOpenEnum<SessionEventType>
    {
        public SessionEventType(string value);
        public static SessionEventType AgentCustomToolUse { get; }
        public static SessionEventType AgentMcpToolResult { get; }
        public static SessionEventType AgentMcpToolUse { get; }
        public static SessionEventType AgentMessage { get; }
        public static SessionEventType AgentThinking { get; }
        public static SessionEventType AgentThreadContextCompacted { get; }
        public static SessionEventType AgentThreadMessageReceived { get; }
        public static SessionEventType AgentThreadMessageSent { get; }
        public static SessionEventType AgentToolResult { get; }
        public static SessionEventType AgentToolUse { get; }
        public static SessionEventType SessionError { get; }
        public static SessionEventType SessionStatusIdle { get; }
        public static SessionEventType SessionStatusRescheduled { get; }
        public static SessionEventType SessionStatusRunning { get; }
        public static SessionEventType SessionStatusTerminated { get; }
        public static SessionEventType SessionThreadCreated { get; }
        public static SessionEventType SessionThreadStatusIdle { get; }
        public static SessionEventType SessionThreadStatusRescheduled { get; }
        public static SessionEventType SessionThreadStatusRunning { get; }
        public static SessionEventType SessionThreadStatusTerminated { get; }
        public static SessionEventType SessionUpdated { get; }
        public static SessionEventType SessionUsage { get; }
        public static SessionEventType SpanModelRequestEnd { get; }
        public static SessionEventType SpanModelRequestStart { get; }
        public static SessionEventType SpanOutcomeEvaluationEnd { get; }
        public static SessionEventType SpanOutcomeEvaluationOngoing { get; }
        public static SessionEventType SpanOutcomeEvaluationStart { get; }
        public static SessionEventType SystemMessage { get; }
        public static SessionEventType UserCustomToolResult { get; }
        public static SessionEventType UserDefineOutcome { get; }
        public static SessionEventType UserInterrupt { get; }
        public static SessionEventType UserMessage { get; }
        public static SessionEventType UserToolConfirmation { get; }
        public static SessionEventType UserToolResult { get; }
        public string Value { get; }
        public static SessionEventType WorkflowRunCreated { get; }
        public static SessionEventType WorkflowRunError { get; }
        public static SessionEventType WorkflowRunPhaseEnded { get; }
        public static SessionEventType WorkflowRunPhaseStarted { get; }
        public static SessionEventType WorkflowRunStatusEnded { get; }
        public static SessionEventType WorkflowRunStatusIdle { get; }
        public static SessionEventType WorkflowRunStatusRunning { get; }
        public override string ToString();
        public static class Known
        {
            public const string AgentCustomToolUse = "agent.custom_tool_use";
            public const string AgentMcpToolResult = "agent.mcp_tool_result";
            public const string AgentMcpToolUse = "agent.mcp_tool_use";
            public const string AgentMessage = "agent.message";
            public const string AgentThinking = "agent.thinking";
            public const string AgentThreadContextCompacted = "agent.thread_context_compacted";
            public const string AgentThreadMessageReceived = "agent.thread_message_received";
            public const string AgentThreadMessageSent = "agent.thread_message_sent";
            public const string AgentToolResult = "agent.tool_result";
            public const string AgentToolUse = "agent.tool_use";
            public const string SessionError = "session.error";
            public const string SessionStatusIdle = "session.status_idle";
            public const string SessionStatusRescheduled = "session.status_rescheduled";
            public const string SessionStatusRunning = "session.status_running";
            public const string SessionStatusTerminated = "session.status_terminated";
            public const string SessionThreadCreated = "session.thread_created";
            public const string SessionThreadStatusIdle = "session.thread_status_idle";
            public const string SessionThreadStatusRescheduled = "session.thread_status_rescheduled";
            public const string SessionThreadStatusRunning = "session.thread_status_running";
            public const string SessionThreadStatusTerminated = "session.thread_status_terminated";
            public const string SessionUpdated = "session.updated";
            public const string SessionUsage = "session.usage";
            public const string SpanModelRequestEnd = "span.model_request_end";
            public const string SpanModelRequestStart = "span.model_request_start";
            public const string SpanOutcomeEvaluationEnd = "span.outcome_evaluation_end";
            public const string SpanOutcomeEvaluationOngoing = "span.outcome_evaluation_ongoing";
            public const string SpanOutcomeEvaluationStart = "span.outcome_evaluation_start";
            public const string SystemMessage = "system.message";
            public const string UserCustomToolResult = "user.custom_tool_result";
            public const string UserDefineOutcome = "user.define_outcome";
            public const string UserInterrupt = "user.interrupt";
            public const string UserMessage = "user.message";
            public const string UserToolConfirmation = "user.tool_confirmation";
            public const string UserToolResult = "user.tool_result";
            public const string WorkflowRunCreated = "workflow_run.created";
            public const string WorkflowRunError = "workflow_run.error";
            public const string WorkflowRunPhaseEnded = "workflow_run.phase_ended";
            public const string WorkflowRunPhaseStarted = "workflow_run.phase_started";
            public const string WorkflowRunStatusEnded = "workflow_run.status_ended";
            public const string WorkflowRunStatusIdle = "workflow_run.status_idle";
            public const string WorkflowRunStatusRunning = "workflow_run.status_running";
        }
    }

    public class SessionEventsClient
    {
        protected SessionEventsClient();
        public virtual SessionEventFeed FollowAsync(string sessionId, SessionFollowOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<SessionPosition> GetPositionAsync(string sessionId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<SessionEvent> ListAsync(string sessionId, SessionEventListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<SentSessionEvents> SendAsync(string sessionId, IReadOnlyList<SessionInput> inputs, CancellationToken cancellationToken = default);
        public virtual Task<SentSessionEvents> SendAsync(string sessionId, SessionInput input, CancellationToken cancellationToken = default);
        public virtual Task<SendOnceResult> SendOnceAsync(string sessionId, IReadOnlyList<SessionInput> inputs, OnceOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<SendOnceResult> SendOnceAsync(string sessionId, SessionInput input, OnceOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<SessionEventStream> StreamAsync(string sessionId, SessionEventStreamOptions? options = null, CancellationToken cancellationToken = default);
    }

    public sealed record SessionFollowCaughtUp : SessionFollowNotice
    {
        public SessionFollowCaughtUp();
    }

    public sealed record SessionFollowConnected : SessionFollowNotice
    {
        public SessionFollowConnected(string? RequestId);
        public string? RequestId { get; init; }
    }

    public sealed record SessionFollowDisconnected : SessionFollowNotice
    {
        public SessionFollowDisconnected(ManagedAgentsException? Reason, int Attempt, TimeSpan Delay);
        public int Attempt { get; init; }
        public TimeSpan Delay { get; init; }
        public ManagedAgentsException? Reason { get; init; }
    }

    public sealed record SessionFollowHistoryDelayed : SessionFollowNotice
    {
        public SessionFollowHistoryDelayed(string EventId);
        public string EventId { get; init; }
    }

    public sealed record SessionFollowHistoryRead : SessionFollowNotice
    {
        public SessionFollowHistoryRead();
    }

    public abstract record SessionFollowNotice;

    public sealed record SessionFollowOptions
    {
        public SessionFollowOptions();
        public IReadOnlyList<EventDeltaType> EventDeltas { get; init; }
        public SessionPosition? From { get; init; }
        public TimeSpan HistoryDelay { get; init; }
        public SessionThreadFollowOptions? IncludeThreads { get; init; }
        public Action<SessionFollowNotice>? OnNotice { get; init; }
        public TimeSpan ReconnectTimeout { get; init; }
    }

    public sealed record SessionFollowThreadEnded : SessionFollowNotice
    {
        public SessionFollowThreadEnded(string ThreadId, ManagedAgentsException? Reason);
        public ManagedAgentsException? Reason { get; init; }
        public string ThreadId { get; init; }
    }

    public sealed record SessionFollowThreadOpened : SessionFollowNotice
    {
        public SessionFollowThreadOpened(string ThreadId);
        public string ThreadId { get; init; }
    }

    public sealed record SessionFollowThreadWaiting : SessionFollowNotice
    {
        public SessionFollowThreadWaiting(string ThreadId, int OpenThreads);
        public int OpenThreads { get; init; }
        public string ThreadId { get; init; }
    }

    public abstract record SessionInput : ApiObject, IApiUnion<SessionInput>
    {
        public string Type { get; }
        public static SessionInput FromText(string text);
        public static implicit operator SessionInput(string text);
    }

    public sealed record SessionListOptions
    {
        public SessionListOptions();
        public string? AgentId { get; init; }
        public int? AgentVersion { get; init; }
        public DateTimeOffset? CreatedAfter { get; init; }
        public DateTimeOffset? CreatedAtOrAfter { get; init; }
        public DateTimeOffset? CreatedAtOrBefore { get; init; }
        public DateTimeOffset? CreatedBefore { get; init; }
        public string? DeploymentId { get; init; }
        public bool? IncludeArchived { get; init; }
        public string? MemoryStoreId { get; init; }
        public SortOrder? Order { get; init; }
        public int? PageSize { get; init; }
        public IReadOnlyList<SessionStatus> Statuses { get; init; }
    }

    public abstract record SessionMultiagent : ApiObject, IApiUnion<SessionMultiagent>
    {
        public string Type { get; }
    }

    public sealed record SessionMultiagentCapabilities : SessionMultiagent
    {
        public SessionMultiagentCapabilities();
        public MultiagentAdvisor Advisor { get; init; }
        public SessionSubagents Subagents { get; init; }
        public SessionWorkflows Workflows { get; init; }
    }

    public sealed record SessionMultiagentCoordinator : SessionMultiagent
    {
        public SessionMultiagentCoordinator();
        public IReadOnlyList<ThreadAgent> Agents { get; init; }
    }

    public sealed record SessionOutputWaitOptions
    {
        public SessionOutputWaitOptions();
        public int? ExpectedCount { get; init; }
        public static SessionOutputWaitOptions None { get; }
        public TimeSpan PollingInterval { get; init; }
        public TimeSpan SettleDelay { get; init; }
        public TimeSpan Timeout { get; init; }
    }

    public class SessionOutputsClient
    {
        protected SessionOutputsClient();
        public virtual Task<IReadOnlyList<DownloadedFile>> DownloadToFolderAsync(string sessionId, string folder, SessionOutputWaitOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<FileMetadata> ListAsync(string sessionId, CancellationToken cancellationToken = default);
        public virtual Task<IReadOnlyList<FileMetadata>> WaitAsync(string sessionId, SessionOutputWaitOptions? options = null, CancellationToken cancellationToken = default);
    }

    public sealed class SessionPosition : IEquatable<SessionPosition>
    {
        public string SessionId { get; }
        public string? ThreadId { get; }
        public bool Equals(SessionPosition? other);
        public override bool Equals(object? obj);
        public override int GetHashCode();
        public static SessionPosition Parse(string text);
        public static SessionPosition Start(string sessionId);
        public override string ToString();
        public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionPosition? position);
        public static bool operator ==(SessionPosition? left, SessionPosition? right);
        public static bool operator !=(SessionPosition? left, SessionPosition? right);
    }

    public sealed record SessionRateLimitedError : DeploymentError
    {
        public SessionRateLimitedError();
    }

    public abstract record SessionResource : ApiObject, IApiUnion<SessionResource>
    {
        public string Type { get; }
    }

    public sealed record SessionResourceAddRequest : ApiObject
    {
        [SetsRequiredMembers] public SessionResourceAddRequest(string fileId);
        public SessionResourceAddRequest();
        public required string FileId { get; init; }
        public string? MountPath { get; init; }
        public static SessionResourceAddRequest FromString(string fileId);
        public static implicit operator SessionResourceAddRequest(string fileId);
    }

    public sealed record SessionResourceNotFoundError : DeploymentError
    {
        public SessionResourceNotFoundError();
    }

    public sealed record SessionResourceUpdateRequest : ApiObject
    {
        [SetsRequiredMembers] public SessionResourceUpdateRequest(SecretString authorizationToken);
        public SessionResourceUpdateRequest();
        public required SecretString AuthorizationToken { get; init; }
    }

    public class SessionResourcesClient
    {
        protected SessionResourcesClient();
        public virtual Task<FileResource> AddAsync(string sessionId, SessionResourceAddRequest file, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string sessionId, string resourceId, CancellationToken cancellationToken = default);
        public virtual Task<SessionResource> GetAsync(string sessionId, string resourceId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<SessionResource> ListAsync(string sessionId, ListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<SessionResource> UpdateAsync(string sessionId, string resourceId, SessionResourceUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed record SessionStats : ApiObject
    {
        public SessionStats();
        public TimeSpan? ActiveDuration { get; init; }
        public TimeSpan? TotalDuration { get; init; }
    }

    public readonly record struct SessionStatus : IOpenEnum<SessionStatus>
    {
        public SessionStatus(string value);
        public static SessionStatus Idle { get; }
        public static SessionStatus Rescheduling { get; }
        public static SessionStatus Running { get; }
        public static SessionStatus Terminated { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Idle = "idle";
            public const string Rescheduling = "rescheduling";
            public const string Running = "running";
            public const string Terminated = "terminated";
        }
    }

    public sealed record SessionStatusIdleEvent : SessionEvent
    {
        public SessionStatusIdleEvent();
        public RefusalStopDetails? StopDetails { get; init; }
        public StopReason StopReason { get; init; }
    }

    public sealed record SessionStatusRescheduledEvent : SessionEvent
    {
        public SessionStatusRescheduledEvent();
    }

    public sealed record SessionStatusRunningEvent : SessionEvent
    {
        public SessionStatusRunningEvent();
    }

    public sealed record SessionStatusTerminatedEvent : SessionEvent
    {
        public SessionStatusTerminatedEvent();
    }

    public abstract record SessionSubagents : ApiObject, IApiUnion<SessionSubagents>
    {
        public string Type { get; }
    }

    public sealed record SessionSubagentsDisabled : SessionSubagents
    {
        public SessionSubagentsDisabled();
    }

    public sealed record SessionSubagentsEnabled : SessionSubagents
    {
        public SessionSubagentsEnabled();
        public MultiagentInlineAgents InlineAgents { get; init; }
        public IReadOnlyList<SessionAgent> PredefinedAgents { get; init; }
    }

    public sealed record SessionThread : ApiObject
    {
        public SessionThread();
        public ThreadAgent Agent { get; init; }
        public DateTimeOffset? ArchivedAt { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public required string Id { get; init; }
        public string? ParentThreadId { get; init; }
        public string SessionId { get; init; }
        public SessionThreadStats? Stats { get; init; }
        public SessionStatus Status { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
        public SessionUsage? Usage { get; init; }
        public string? WorkflowRunId { get; init; }
    }

    public sealed record SessionThreadCreatedEvent : SessionEvent
    {
        public SessionThreadCreatedEvent();
        public string AgentName { get; init; }
        public string? WorkflowRunId { get; init; }
    }

    public class SessionThreadEventsClient
    {
        protected SessionThreadEventsClient();
        public virtual SessionEventFeed FollowAsync(string sessionId, string threadId, SessionFollowOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<SessionPosition> GetPositionAsync(string sessionId, string threadId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<SessionEvent> ListAsync(string sessionId, string threadId, ListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<SessionEventStream> StreamAsync(string sessionId, string threadId, SessionEventStreamOptions? options = null, CancellationToken cancellationToken = default);
    }

    public sealed record SessionThreadFollowOptions
    {
        public SessionThreadFollowOptions();
        public int MaxOpenThreads { get; init; }
    }

    public sealed record SessionThreadListOptions
    {
        public SessionThreadListOptions();
        public int? PageSize { get; init; }
        public IReadOnlyList<SessionStatus> Statuses { get; init; }
    }

    public sealed record SessionThreadStats : ApiObject
    {
        public SessionThreadStats();
        public TimeSpan? ActiveDuration { get; init; }
        public TimeSpan? StartupDuration { get; init; }
        public TimeSpan? TotalDuration { get; init; }
    }

    public sealed record SessionThreadStatusIdleEvent : SessionEvent
    {
        public SessionThreadStatusIdleEvent();
        public string AgentName { get; init; }
        public RefusalStopDetails? StopDetails { get; init; }
        public StopReason StopReason { get; init; }
    }

    public sealed record SessionThreadStatusRescheduledEvent : SessionEvent
    {
        public SessionThreadStatusRescheduledEvent();
        public string AgentName { get; init; }
    }

    public sealed record SessionThreadStatusRunningEvent : SessionEvent
    {
        public SessionThreadStatusRunningEvent();
        public string AgentName { get; init; }
    }

    public sealed record SessionThreadStatusTerminatedEvent : SessionEvent
    {
        public SessionThreadStatusTerminatedEvent();
        public string AgentName { get; init; }
    }

    public class SessionThreadsClient
    {
        protected SessionThreadsClient();
        public virtual SessionThreadEventsClient Events { get; }
        public virtual Task<SessionThread> ArchiveAsync(string sessionId, string threadId, CancellationToken cancellationToken = default);
        public virtual Task<SessionThread> GetAsync(string sessionId, string threadId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<SessionThread> ListAsync(string sessionId, SessionThreadListOptions? options = null, CancellationToken cancellationToken = default);
    }

    public sealed class SessionTurn : IAsyncEnumerable<SessionEvent>
    {
        public SessionTurn(IAsyncEnumerable<SessionEvent> events, TurnResult result);
        public SessionPosition? Position { get; }
        public TurnResult Result { get; }
        public IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default);
    }

    public sealed record SessionUpdateRequest : ApiObject
    {
        public SessionUpdateRequest();
        public SessionAgentUpdate? Agent { get; init; }
        public Optional<BudgetLimit> Budget { get; init; }
        public MetadataUpdate? Metadata { get; init; }
        public Optional<string> Title { get; init; }
        public IReadOnlyList<string> VaultIds { get; init; }
    }

    public sealed record SessionUpdatedEvent : SessionEvent
    {
        public SessionUpdatedEvent();
        public SessionAgent? Agent { get; init; }
        public Optional<BudgetLimit> Budget { get; init; }
        public Metadata? Metadata { get; init; }
        public Optional<string> Title { get; init; }
    }

    public sealed record SessionUsage : ApiObject
    {
        public SessionUsage();
        public TimeSpan? ActiveDuration { get; init; }
        public CacheCreationUsage? CacheCreation { get; init; }
        public long? CacheReadInputTokens { get; init; }
        public long? InputTokens { get; init; }
        public MonetaryAmount? ListCost { get; init; }
        public long? OutputTokens { get; init; }
        public ServerToolUsage? ServerToolUse { get; init; }
    }

    public sealed record SessionUsageEvent : SessionEvent
    {
        public SessionUsageEvent();
        public BudgetLimit? Budget { get; init; }
        public SessionUsage Usage { get; init; }
    }

    public abstract record SessionWorkflows : ApiObject, IApiUnion<SessionWorkflows>
    {
        public string Type { get; }
    }

    public sealed record SessionWorkflowsDisabled : SessionWorkflows
    {
        public SessionWorkflowsDisabled();
    }

    public sealed record SessionWorkflowsEnabled : SessionWorkflows
    {
        public SessionWorkflowsEnabled();
        public MultiagentInlineAgents InlineAgents { get; init; }
        public IReadOnlyList<SessionAgent> PredefinedAgents { get; init; }
    }

    public class SessionsClient
    {
        protected SessionsClient();
        public virtual SessionEventsClient Events { get; }
        public virtual SessionOutputsClient Outputs { get; }
        public virtual SessionResourcesClient Resources { get; }
        public virtual SessionThreadsClient Threads { get; }
        public virtual Task<Session> ArchiveAsync(string sessionId, CancellationToken cancellationToken = default);
        public virtual Task<Session> CreateAsync(SessionCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<CreateOnceResult<Session>> CreateOnceAsync(SessionCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string sessionId, CancellationToken cancellationToken = default);
        public virtual Task<SessionAnswer> GetAnswerAsync(string sessionId, CancellationToken cancellationToken = default);
        public virtual Task<Session> GetAsync(string sessionId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<Session> ListAsync(SessionListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<TurnResult> ResumeAsync(string sessionId, TurnOptions? options = null, CancellationToken cancellationToken = default);
        public virtual SessionTurn ResumeStreamingAsync(string sessionId, TurnOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<TurnResult> RunAsync(string sessionId, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<TurnResult> RunAsync(string sessionId, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default);
        public virtual SessionTurn RunStreamingAsync(string sessionId, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default);
        public virtual SessionTurn RunStreamingAsync(string sessionId, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<Session> UpdateAsync(string sessionId, SessionUpdateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<Session> WaitUntilIdleAsync(string sessionId, TimeSpan? timeout = null, CancellationToken cancellationToken = default);
    }

    public sealed record Skill : ApiObject
    {
        public Skill();
        public DateTimeOffset CreatedAt { get; init; }
        public string DisplayName { get; init; }
        public required string Id { get; init; }
        public string LatestVersionId { get; init; }
        public SkillSource Source { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }

    public sealed record SkillListOptions
    {
        public SkillListOptions();
        public int? PageSize { get; init; }
        public SkillSourceType? Source { get; init; }
    }

    public sealed record SkillNotFoundError : DeploymentError
    {
        public SkillNotFoundError();
    }

    public sealed record SkillSource : ApiObject
    {
        public SkillSource();
        public SkillSourceType Type { get; init; }
    }

    public readonly record struct SkillSourceType : IOpenEnum<SkillSourceType>
    {
        public SkillSourceType(string value);
        public static SkillSourceType Anthropic { get; }
        public static SkillSourceType AnthropicExample { get; }
        public static SkillSourceType Custom { get; }
        public static SkillSourceType Plugin { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Anthropic = "anthropic";
            public const string AnthropicExample = "anthropic_example";
            public const string Custom = "custom";
            public const string Plugin = "plugin";
        }
    }

    public sealed record SkillUpload
    {
        public string? DisplayName { get; init; }
        public static SkillUpload FromFiles(IReadOnlyList<FileUpload> files);
        public static SkillUpload FromFiles(params FileUpload[] files);
        public static SkillUpload FromFolder(string folder);
        public static SkillUpload FromZip(FileUpload archive);
    }

    public sealed record SkillVersion : ApiObject
    {
        public SkillVersion();
        public DateTimeOffset CreatedAt { get; init; }
        public string Description { get; init; }
        public required string Id { get; init; }
        public string Name { get; init; }
        public string SkillId { get; init; }
    }

    public class SkillVersionsClient
    {
        protected SkillVersionsClient();
        public virtual Task<SkillVersion> CreateAsync(string skillId, SkillUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string skillId, string version, CancellationToken cancellationToken = default);
        public virtual Task DownloadAsync(string skillId, string version, Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
        public virtual Task DownloadToFileAsync(string skillId, string version, string path, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
        public virtual Task DownloadToFolderAsync(string skillId, string version, string folder, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
        public virtual Task<SkillVersion> GetAsync(string skillId, string version, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<SkillVersion> ListAsync(string skillId, ListOptions? options = null, CancellationToken cancellationToken = default);
    }

    public class SkillsClient
    {
        protected SkillsClient();
        public virtual SkillVersionsClient Versions { get; }
        public virtual Task<Skill> CreateAsync(SkillUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string skillId, CancellationToken cancellationToken = default);
        public virtual Task<Skill> GetAsync(string skillId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<Skill> ListAsync(SkillListOptions? options = null, CancellationToken cancellationToken = default);
    }

    public readonly record struct SortOrder : IOpenEnum<SortOrder>
    {
        public SortOrder(string value);
        public static SortOrder Ascending { get; }
        public static SortOrder Descending { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Ascending = "asc";
            public const string Descending = "desc";
        }
    }

    public sealed record SpanModelRequestEndEvent : SessionEvent
    {
        public SpanModelRequestEndEvent();
        public bool? IsError { get; init; }
        public string ModelRequestStartId { get; init; }
        public SpanModelUsage ModelUsage { get; init; }
    }

    public sealed record SpanModelRequestStartEvent : SessionEvent
    {
        public SpanModelRequestStartEvent();
    }

    public sealed record SpanModelUsage : ApiObject
    {
        public SpanModelUsage();
        public long CacheCreationInputTokens { get; init; }
        public long CacheReadInputTokens { get; init; }
        public long InputTokens { get; init; }
        public long OutputTokens { get; init; }
        public ModelSpeed? Speed { get; init; }
    }

    public sealed record SpanOutcomeEvaluationEndEvent : SessionEvent
    {
        public SpanOutcomeEvaluationEndEvent();
        public string Explanation { get; init; }
        public int Iteration { get; init; }
        public string OutcomeEvaluationStartId { get; init; }
        public string OutcomeId { get; init; }
        public OutcomeResult Result { get; init; }
        public SpanModelUsage Usage { get; init; }
    }

    public sealed record SpanOutcomeEvaluationOngoingEvent : SessionEvent
    {
        public SpanOutcomeEvaluationOngoingEvent();
        public int Iteration { get; init; }
        public string OutcomeId { get; init; }
    }

    public sealed record SpanOutcomeEvaluationStartEvent : SessionEvent
    {
        public SpanOutcomeEvaluationStartEvent();
        public int Iteration { get; init; }
        public string OutcomeId { get; init; }
    }

    public sealed record StaticBearerAuth : CredentialAuth
    {
        [SetsRequiredMembers] public StaticBearerAuth(string mcpServerUrl, SecretString token);
        public StaticBearerAuth();
        public required Uri McpServerUrl { get; init; }
        public SecretString? Token { get; init; }
    }

    public sealed record StaticBearerAuthUpdate : CredentialAuthUpdate
    {
        public StaticBearerAuthUpdate();
        public SecretString? Token { get; init; }
    }

    public abstract record StopReason : ApiObject, IApiUnion<StopReason>
    {
        public string Type { get; }
    }

    public sealed record SystemMessage : SessionInput
    {
        [SetsRequiredMembers] public SystemMessage(string text);
        public SystemMessage();
        public required IReadOnlyList<TextBlock> Content { get; init; }
    }

    public sealed record SystemMessageEvent : SessionEvent
    {
        public SystemMessageEvent();
        public IReadOnlyList<TextBlock> Content { get; init; }
        public string Text { get; }
    }

    public sealed record TextBlock : SessionContentBlock
    {
        [SetsRequiredMembers] public TextBlock(string text);
        public TextBlock();
        public required string Text { get; init; }
        public static implicit operator TextBlock(string text);
    }

    public sealed record TextRubric : Rubric
    {
        [SetsRequiredMembers] public TextRubric(string content);
        public TextRubric();
        public required string Content { get; init; }
    }

    public sealed record ThreadAdvisor : ThreadAgent
    {
        public ThreadAdvisor();
        public string Model { get; init; }
    }

    public abstract record ThreadAgent : ApiObject, IApiUnion<ThreadAgent>
    {
        public string Type { get; }
    }

    public enum TimeoutKind
    {
        Attempt = 0,
        StreamOpen = 1,
        StreamIdle = 2,
        Transfer = 3,
        Wait = 4,
    }

    public abstract record TokenEndpointAuth : ApiObject, IApiUnion<TokenEndpointAuth>
    {
        public static TokenEndpointAuth None { get; }
        public string Type { get; }
        public static TokenEndpointAuth ClientSecretBasic(SecretString clientSecret);
        public static TokenEndpointAuth ClientSecretPost(SecretString clientSecret);
    }

    public sealed record ToolApprovalDecision
    {
        public ToolApprovalDecision(ToolApprovalDecisionKind kind, string? reason = null);
        public static ToolApprovalDecision Allow { get; }
        public static ToolApprovalDecision Defer { get; }
        public ToolApprovalDecisionKind Kind { get; }
        public string? Reason { get; }
        public static ToolApprovalDecision Deny(string? reason = null);
    }

    public enum ToolApprovalDecisionKind
    {
        Deny = 0,
        Allow = 1,
        Defer = 2,
    }

    public sealed class ToolApprovalRules : IToolApprover
    {
        public ToolApprovalRules();
        public ToolApprovalRules Allow(string? tool = null, string? server = null, string? agent = null, Func<JsonElement, bool>? arguments = null);
        public ToolApprovalRules Ask(IToolApprover approver, string? tool = null, string? server = null, string? agent = null, Func<JsonElement, bool>? arguments = null);
        public ValueTask<ToolApprovalDecision> DecideAsync(ToolCall call, CancellationToken cancellationToken = default);
        public ToolApprovalRules Deny(string? reason, string? tool = null, string? server = null, string? agent = null, Func<JsonElement, bool>? arguments = null);
    }

    public static class ToolApprover
    {
        public static IToolApprover AllowAll { get; }
        public static IToolApprover DeferAll { get; }
        public static IToolApprover From(Func<ToolCall, CancellationToken, ValueTask<ToolApprovalDecision>> decide);
        public static IToolApprover From(Func<ToolCall, ToolApprovalDecision> decide);
    }

    public sealed record ToolCall
    {
        public ToolCall();
        public string? AgentName { get; init; }
        public bool AsksForConfirmation { get; }
        public EvaluatedPermission? EvaluatedPermission { get; init; }
        public required string Id { get; init; }
        public JsonElement Input { get; init; }
        public required ToolCallKind Kind { get; init; }
        public string? McpServerName { get; init; }
        public required string Name { get; init; }
        public required string SessionId { get; init; }
        public string? SessionThreadId { get; init; }
        public static ToolCall? From(string sessionId, SessionEvent received);
        public override string ToString();
    }

    public enum ToolCallKind
    {
        Custom = 0,
        BuiltIn = 1,
        Mcp = 2,
    }

    public sealed record ToolCallRecord
    {
        public ToolCallRecord();
        public required string CallId { get; init; }
        public bool IsOutcomeUnknown { get; init; }
        public DateTimeOffset LeaseUntil { get; init; }
        public ToolResult? Result { get; init; }
        public required long Revision { get; init; }
        public required string SessionId { get; init; }
        public DateTimeOffset StartedAt { get; init; }
        public int Starts { get; init; }
        public required ToolCallState State { get; init; }
        public string ToolName { get; init; }
        public static ToolCallRecord FromJson(string json);
        public string ToJson();
    }

    public enum ToolCallState
    {
        Started = 0,
        Completed = 1,
        Answered = 2,
    }

    public readonly record struct ToolConfirmationResult : IOpenEnum<ToolConfirmationResult>
    {
        public ToolConfirmationResult(string value);
        public static ToolConfirmationResult Allow { get; }
        public static ToolConfirmationResult Deny { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Allow = "allow";
            public const string Deny = "deny";
        }
    }

    public sealed class ToolException : Exception
    {
        public ToolException(string message, Exception? innerException = null);
    }

    public sealed record ToolExecutionResult
    {
        public ToolExecutionResult(ToolExecutionResultKind Kind, SessionInput? Input = null, bool IsOutcomeUnknown = false);
        public SessionInput? Input { get; init; }
        public bool IsOutcomeUnknown { get; init; }
        public ToolExecutionResultKind Kind { get; init; }
    }

    public enum ToolExecutionResultKind
    {
        Result = 0,
        Confirmation = 1,
        UnknownTool = 2,
        Deferred = 3,
        LeftUnanswered = 4,
        AlreadyAnswered = 5,
    }

    public sealed class ToolExecutor : IDisposable
    {
        public ToolExecutor(ToolOptions options, TimeProvider? timeProvider = null, ILogger? logger = null);
        public Task ConfirmAsync(ToolCall call, CancellationToken cancellationToken = default);
        public void Dispose();
        public Task<ToolExecutionResult> ExecuteAsync(ToolCall call, bool isConfirmed = false, CancellationToken cancellationToken = default);
        public bool Owns(ToolCall call);
    }

    public static class ToolFunction
    {
        public static AIFunction Create<TInput, TOutput>(string name, string description, JsonTypeInfo<TInput> inputType, JsonTypeInfo<TOutput> outputType, Func<TInput, CancellationToken, Task<TOutput>> run);
        public static AIFunction Create<TInput>(string name, string description, JsonTypeInfo<TInput> inputType, Func<TInput, CancellationToken, Task<ToolResult>> run);
    }

    public static class ToolFunctionExtensions
    {
        public static AIFunction AsIdempotent(this AIFunction function);
        public static AIFunction WithTimeout(this AIFunction function, TimeSpan timeout);
    }

    public record ToolOptions
    {
        public ToolOptions();
        public TimeSpan ApprovalTimeout { get; init; }
        public ToolApprovalDecision ApprovalTimeoutDecision { get; init; }
        public IToolApprover? Approver { get; init; }
        public IReadOnlyList<AIFunction> BuiltInTools { get; init; }
        public Func<ToolCall, Exception, string?>? DescribeToolError { get; init; }
        public int MaxParallelToolCalls { get; init; }
        public Func<ToolCall, CancellationToken, ValueTask<ToolResult?>>? OnUnknownOutcome { get; init; }
        public IServiceProvider? Services { get; init; }
        public TimeSpan ToolCallLeaseDuration { get; init; }
        public IToolCallStore? ToolCallStore { get; init; }
        public TimeSpan ToolShutdownTimeout { get; init; }
        public TimeSpan ToolTimeout { get; init; }
        public IReadOnlyList<AIFunction> Tools { get; init; }
    }

    public sealed record ToolResult
    {
        public ToolResult();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public bool IsError { get; init; }
        public string Text { get; }
        public static ToolResult Error(string message);
        public static ToolResult FromContent(IReadOnlyList<SessionContentBlock> content);
        public static ToolResult FromContent(params SessionContentBlock[] content);
        public static ToolResult FromObject(object? value, JsonSerializerOptions? options = null);
        public static ToolResult FromText(string text);
        public SessionInput ToInput(ToolCall call);
        public static implicit operator ToolResult(SessionContentBlock block);
        public static implicit operator ToolResult(string text);
    }

    public sealed record ToolUseLimitReachedError : SessionError
    {
        public ToolUseLimitReachedError();
    }

    public readonly record struct TransferProgress
    {
        public TransferProgress(long BytesTransferred, long? TotalBytes);
        public long BytesTransferred { get; init; }
        public double? Fraction { get; }
        public long? TotalBytes { get; init; }
    }

    public enum TurnCancellation
    {
        LeaveRunning = 0,
        Interrupt = 1,
        Archive = 2,
        Delete = 3,
    }

    public enum TurnEnding
    {
        Other = 0,
        Completed = 1,
        Interrupted = 2,
        RequiresAction = 3,
        Refused = 4,
        RetriesExhausted = 5,
        BudgetReached = 6,
        Terminated = 7,
        Archived = 8,
        Deleted = 9,
        InputUnknown = 10,
    }

    public sealed record TurnOptions : ToolOptions
    {
        public TurnOptions();
        public TimeSpan AnswerTimeout { get; init; }
        public TimeSpan CancellationTimeout { get; init; }
        public SessionFollowOptions Follow { get; init; }
        public Func<SessionUsage?, CancellationToken, ValueTask<BudgetLimit?>>? OnBudgetReached { get; init; }
        public TurnCancellation OnCancellation { get; init; }
        public OnceOptions Send { get; init; }
        public bool WaitUntilIdle { get; init; }
    }

    public sealed record TurnResult
    {
        public TurnResult();
        public required TurnEnding Ending { get; init; }
        public SessionError? Error { get; init; }
        public IReadOnlyList<SpanOutcomeEvaluationEndEvent> Evaluations { get; init; }
        public SendOnceResult? Input { get; init; }
        public bool IsInputProcessed { get; init; }
        public IReadOnlyList<AgentMessageEvent> Messages { get; init; }
        public OutcomeResult? Outcome { get; }
        public IReadOnlyList<PendingAction> PendingActions { get; init; }
        public required SessionPosition Position { get; init; }
        public Session? Session { get; init; }
        public required string SessionId { get; init; }
        public RefusalStopDetails? StopDetails { get; init; }
        public StopReason? StopReason { get; init; }
        public string Text { get; }
        public IReadOnlyList<ToolCall> UnknownOutcomes { get; init; }
        public SessionUsage? Usage { get; init; }
    }

    public sealed record UnknownActor : Actor
    {
        public UnknownActor(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownAgentSkill : AgentSkill
    {
        public UnknownAgentSkill(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownAgentTool : AgentTool
    {
        public UnknownAgentTool(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownAgentToolConfig : AgentToolConfig
    {
        public UnknownAgentToolConfig(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownAgentToolEvaluation : AgentToolEvaluation
    {
        public UnknownAgentToolEvaluation(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownAutoEvaluatedPermission : AutoEvaluatedPermission
    {
        public UnknownAutoEvaluatedPermission(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownCredentialAuth : CredentialAuth
    {
        public UnknownCredentialAuth(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownCredentialAuthUpdate : CredentialAuthUpdate
    {
        public UnknownCredentialAuthUpdate(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownCredentialNetworking : CredentialNetworking
    {
        public UnknownCredentialNetworking(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownDeploymentError : DeploymentError
    {
        public UnknownDeploymentError(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownDeploymentPausedReason : DeploymentPausedReason
    {
        public UnknownDeploymentPausedReason(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownDeploymentSchedule : DeploymentSchedule
    {
        public UnknownDeploymentSchedule(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownDeploymentTrigger : DeploymentTrigger
    {
        public UnknownDeploymentTrigger(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownDocumentSource : DocumentSource
    {
        public UnknownDocumentSource(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownEnvironmentConfig : EnvironmentConfig
    {
        public UnknownEnvironmentConfig(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownEventPreview : EventPreview
    {
        public UnknownEventPreview(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownExecutionIdentity : ExecutionIdentity
    {
        public UnknownExecutionIdentity(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownImageSource : ImageSource
    {
        public UnknownImageSource(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownMemoryListItem : MemoryListItem
    {
        public UnknownMemoryListItem(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownMemoryPrecondition : MemoryPrecondition
    {
        public UnknownMemoryPrecondition(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownMultiagent : Multiagent
    {
        public UnknownMultiagent(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownMultiagentAdvisor : MultiagentAdvisor
    {
        public UnknownMultiagentAdvisor(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownMultiagentInlineAgents : MultiagentInlineAgents
    {
        public UnknownMultiagentInlineAgents(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownMultiagentRosterEntry : MultiagentRosterEntry
    {
        public UnknownMultiagentRosterEntry(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownMultiagentSubagents : MultiagentSubagents
    {
        public UnknownMultiagentSubagents(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownMultiagentWorkflows : MultiagentWorkflows
    {
        public UnknownMultiagentWorkflows(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownNetworkAccess : NetworkAccess
    {
        public UnknownNetworkAccess(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownPermissionPolicy : PermissionPolicy
    {
        public UnknownPermissionPolicy(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownRepositoryCheckout : RepositoryCheckout
    {
        public UnknownRepositoryCheckout(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownRetryStatus : RetryStatus
    {
        public UnknownRetryStatus(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownRubric : Rubric
    {
        public UnknownRubric(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionAgentReference : SessionAgentReference
    {
        public UnknownSessionAgentReference(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionContentBlock : SessionContentBlock
    {
        public UnknownSessionContentBlock(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionError : SessionError
    {
        public UnknownSessionError(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionEvent : SessionEvent
    {
        public UnknownSessionEvent(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionInput : SessionInput
    {
        public UnknownSessionInput(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionMultiagent : SessionMultiagent
    {
        public UnknownSessionMultiagent(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionResource : SessionResource
    {
        public UnknownSessionResource(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionSubagents : SessionSubagents
    {
        public UnknownSessionSubagents(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownSessionWorkflows : SessionWorkflows
    {
        public UnknownSessionWorkflows(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownStopReason : StopReason
    {
        public UnknownStopReason(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownThreadAgent : ThreadAgent
    {
        public UnknownThreadAgent(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownTokenEndpointAuth : TokenEndpointAuth
    {
        public UnknownTokenEndpointAuth(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownWebFetchUrlSource : WebFetchUrlSource
    {
        public UnknownWebFetchUrlSource(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownWorkflowRunError : WorkflowRunError
    {
        public UnknownWorkflowRunError(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownWorkflowRunResult : WorkflowRunResult
    {
        public UnknownWorkflowRunResult(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnreadableSessionEvent : SessionEvent
    {
        public UnreadableSessionEvent();
        public string Data { get; init; }
        public string Problem { get; init; }
    }

    public sealed record UnrestrictedCredentialNetworking : CredentialNetworking
    {
        public UnrestrictedCredentialNetworking();
    }

    public sealed record UnrestrictedNetwork : NetworkAccess
    {
        public UnrestrictedNetwork();
    }

    public sealed record UnspecifiedDeploymentError : DeploymentError
    {
        public UnspecifiedDeploymentError();
    }

    public sealed record UnspecifiedSessionError : SessionError
    {
        public UnspecifiedSessionError();
    }

    public sealed record UnspecifiedWorkflowRunError : WorkflowRunError
    {
        public UnspecifiedWorkflowRunError();
    }

    public sealed record UrlDocumentSource : DocumentSource
    {
        [SetsRequiredMembers] public UrlDocumentSource(string url);
        public UrlDocumentSource();
        public required Uri Url { get; init; }
    }

    public sealed record UrlImageSource : ImageSource
    {
        [SetsRequiredMembers] public UrlImageSource(string url);
        public UrlImageSource();
        public required Uri Url { get; init; }
    }

    public sealed record UserActor : Actor
    {
        public UserActor();
        public string UserId { get; init; }
    }

    public sealed record UserCustomToolResult : SessionInput
    {
        [SetsRequiredMembers] public UserCustomToolResult(string customToolUseId, IReadOnlyList<SessionContentBlock> content);
        [SetsRequiredMembers] public UserCustomToolResult(string customToolUseId, params SessionContentBlock[] content);
        [SetsRequiredMembers] public UserCustomToolResult(string customToolUseId, string text);
        public UserCustomToolResult();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public required string CustomToolUseId { get; init; }
        public bool? IsError { get; init; }
        public static UserCustomToolResult Error(string customToolUseId, string message);
    }

    public sealed record UserCustomToolResultEvent : SessionEvent
    {
        public UserCustomToolResultEvent();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public string CustomToolUseId { get; init; }
        public bool? IsError { get; init; }
    }

    public sealed record UserDefineOutcome : SessionInput
    {
        public UserDefineOutcome();
        public required string Description { get; init; }
        public int? MaxIterations { get; init; }
        public required Rubric Rubric { get; init; }
    }

    public sealed record UserDefineOutcomeEvent : SessionEvent
    {
        public UserDefineOutcomeEvent();
        public string Description { get; init; }
        public int? MaxIterations { get; init; }
        public string OutcomeId { get; init; }
        public Rubric Rubric { get; init; }
    }

    public sealed record UserInterrupt : SessionInput
    {
        public UserInterrupt();
        public UserInterrupt(string? sessionThreadId);
        public string? SessionThreadId { get; init; }
    }

    public sealed record UserInterruptEvent : SessionEvent
    {
        public UserInterruptEvent();
    }

    public sealed record UserLocation : ApiObject
    {
        public UserLocation();
        public string? City { get; init; }
        public string? Country { get; init; }
        public string? Region { get; init; }
        public string? Timezone { get; init; }
    }

    public sealed record UserMessage : SessionInput
    {
        [SetsRequiredMembers] public UserMessage(IReadOnlyList<SessionContentBlock> content);
        [SetsRequiredMembers] public UserMessage(params SessionContentBlock[] content);
        [SetsRequiredMembers] public UserMessage(string text);
        public UserMessage();
        public required IReadOnlyList<SessionContentBlock> Content { get; init; }
        public static implicit operator UserMessage(string text);
    }

    public sealed record UserMessageEvent : SessionEvent
    {
        public UserMessageEvent();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public string Text { get; }
    }

    public sealed record UserToolConfirmation : SessionInput
    {
        public UserToolConfirmation();
        public string? DenyMessage { get; init; }
        public required ToolConfirmationResult Result { get; init; }
        public required string ToolUseId { get; init; }
        public static UserToolConfirmation AllowUse(string toolUseId);
        public static UserToolConfirmation DenyUse(string toolUseId);
        public static UserToolConfirmation DenyUse(string toolUseId, string? message);
    }

    public sealed record UserToolConfirmationEvent : SessionEvent
    {
        public UserToolConfirmationEvent();
        public string? DenyMessage { get; init; }
        public ToolConfirmationResult Result { get; init; }
        public string ToolUseId { get; init; }
    }

    public sealed record UserToolResult : SessionInput
    {
        [SetsRequiredMembers] public UserToolResult(string toolUseId, IReadOnlyList<SessionContentBlock> content);
        [SetsRequiredMembers] public UserToolResult(string toolUseId, params SessionContentBlock[] content);
        [SetsRequiredMembers] public UserToolResult(string toolUseId, string text);
        public UserToolResult();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public bool? IsError { get; init; }
        public required string ToolUseId { get; init; }
        public static UserToolResult Error(string toolUseId, string message);
    }

    public sealed record UserToolResultEvent : SessionEvent
    {
        public UserToolResultEvent();
        public IReadOnlyList<SessionContentBlock> Content { get; init; }
        public bool? IsError { get; init; }
        public string ToolUseId { get; init; }
    }

    public sealed record Vault : ApiObject
    {
        public Vault();
        public DateTimeOffset? ArchivedAt { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string DisplayName { get; init; }
        public required string Id { get; init; }
        public Metadata Metadata { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }

    public sealed record VaultArchivedError : DeploymentError
    {
        public VaultArchivedError();
    }

    public sealed record VaultCreateRequest : ApiObject
    {
        public VaultCreateRequest();
        public required string DisplayName { get; init; }
        public Metadata Metadata { get; init; }
    }

    public sealed record VaultCredential : ApiObject
    {
        public VaultCredential();
        public DateTimeOffset? ArchivedAt { get; init; }
        public CredentialAuth Auth { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string? DisplayName { get; init; }
        public required string Id { get; init; }
        public Metadata Metadata { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
        public string VaultId { get; init; }
    }

    public sealed record VaultCredentialCreateRequest : ApiObject
    {
        public VaultCredentialCreateRequest();
        public required CredentialAuth Auth { get; init; }
        public string? DisplayName { get; init; }
        public Metadata Metadata { get; init; }
    }

    public sealed record VaultCredentialListOptions
    {
        public VaultCredentialListOptions();
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
    }

    public sealed record VaultCredentialUpdateRequest : ApiObject
    {
        public VaultCredentialUpdateRequest();
        public CredentialAuthUpdate? Auth { get; init; }
        public Optional<string> DisplayName { get; init; }
        public MetadataUpdate? Metadata { get; init; }
    }

    public sealed record VaultCredentialValidation : ApiObject
    {
        public VaultCredentialValidation();
        public string CredentialId { get; init; }
        public bool HasRefreshToken { get; init; }
        public McpProbe? McpProbe { get; init; }
        public CredentialRefresh? Refresh { get; init; }
        public CredentialValidationStatus Status { get; init; }
        public DateTimeOffset ValidatedAt { get; init; }
        public string VaultId { get; init; }
    }

    public class VaultCredentialsClient
    {
        protected VaultCredentialsClient();
        public virtual Task<VaultCredential> ArchiveAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default);
        public virtual Task<VaultCredential> CreateAsync(string vaultId, VaultCredentialCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default);
        public virtual Task<VaultCredential> GetAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<VaultCredential> ListAsync(string vaultId, VaultCredentialListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<VaultCredential> UpdateAsync(string vaultId, string credentialId, VaultCredentialUpdateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<VaultCredentialValidation> ValidateMcpOAuthAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default);
    }

    public sealed record VaultListOptions
    {
        public VaultListOptions();
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
    }

    public sealed record VaultNotFoundError : DeploymentError
    {
        public VaultNotFoundError();
    }

    public sealed record VaultUpdateRequest : ApiObject
    {
        public VaultUpdateRequest();
        public string? DisplayName { get; init; }
        public MetadataUpdate? Metadata { get; init; }
    }

    public class VaultsClient
    {
        protected VaultsClient();
        public virtual VaultCredentialsClient Credentials { get; }
        public virtual Task<Vault> ArchiveAsync(string vaultId, CancellationToken cancellationToken = default);
        public virtual Task<Vault> CreateAsync(VaultCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string vaultId, CancellationToken cancellationToken = default);
        public virtual Task<Vault> GetAsync(string vaultId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<Vault> ListAsync(VaultListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<Vault> UpdateAsync(string vaultId, VaultUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed record WebFetchToolConfig : AgentToolConfig
    {
        public WebFetchToolConfig();
        public IReadOnlyList<string> AllowedDomains { get; init; }
        public IReadOnlyList<string> BlockedDomains { get; init; }
        public long? MaxContentTokens { get; init; }
        public WebFetchUrlSources? UrlSources { get; init; }
    }

    public sealed record WebFetchToolReference : ApiObject
    {
        [SetsRequiredMembers] public WebFetchToolReference(string name);
        public WebFetchToolReference();
        public required string Name { get; init; }
        public static WebFetchToolReference FromString(string name);
        public static implicit operator WebFetchToolReference(string name);
    }

    public abstract record WebFetchUrlSource : ApiObject, IApiUnion<WebFetchUrlSource>
    {
        public static WebFetchUrlSource All { get; }
        public static WebFetchUrlSource None { get; }
        public string Type { get; }
        public static WebFetchUrlSource Except(IEnumerable<string> tools);
        public static WebFetchUrlSource Except(params string[] tools);
        public static WebFetchUrlSource Only(IEnumerable<string> tools);
        public static WebFetchUrlSource Only(params string[] tools);
    }

    public sealed record WebFetchUrlSourceAll : WebFetchUrlSource
    {
        public WebFetchUrlSourceAll();
    }

    public sealed record WebFetchUrlSourceExcept : WebFetchUrlSource
    {
        public WebFetchUrlSourceExcept();
        public required IReadOnlyList<WebFetchToolReference> Tools { get; init; }
    }

    public sealed record WebFetchUrlSourceNone : WebFetchUrlSource
    {
        public WebFetchUrlSourceNone();
    }

    public sealed record WebFetchUrlSourceOnly : WebFetchUrlSource
    {
        public WebFetchUrlSourceOnly();
        public required IReadOnlyList<WebFetchToolReference> Tools { get; init; }
    }

    public sealed record WebFetchUrlSources : ApiObject
    {
        public WebFetchUrlSources();
        public WebFetchUrlSource? ClientToolResults { get; init; }
        public WebFetchUrlSource? ServerToolResults { get; init; }
        public WebFetchUrlSource? UserInput { get; init; }
    }

    public sealed record WebSearchToolConfig : AgentToolConfig
    {
        public WebSearchToolConfig();
        public IReadOnlyList<string> AllowedDomains { get; init; }
        public IReadOnlyList<string> BlockedDomains { get; init; }
        public UserLocation? UserLocation { get; init; }
    }

    public sealed record WorkflowRunCompleted : WorkflowRunResult
    {
        public WorkflowRunCompleted();
    }

    public sealed record WorkflowRunCreatedEvent : SessionEvent
    {
        public WorkflowRunCreatedEvent();
        public string? Description { get; init; }
        public string Name { get; init; }
        public IReadOnlyList<WorkflowRunPhase> Phases { get; init; }
        public string WorkflowRunId { get; init; }
    }

    public abstract record WorkflowRunError : ApiObject, IApiUnion<WorkflowRunError>
    {
        public string Message { get; init; }
        public string Type { get; }
    }

    public sealed record WorkflowRunErrorEvent : SessionEvent
    {
        public WorkflowRunErrorEvent();
        public WorkflowRunError Error { get; init; }
        public string? WorkflowRunId { get; init; }
    }

    public sealed record WorkflowRunFailed : WorkflowRunResult
    {
        public WorkflowRunFailed();
        public WorkflowRunError Error { get; init; }
    }

    public sealed record WorkflowRunPhase : ApiObject
    {
        public WorkflowRunPhase();
        public string? Description { get; init; }
        public string Id { get; init; }
        public string Name { get; init; }
    }

    public sealed record WorkflowRunPhaseEndedEvent : SessionEvent
    {
        public WorkflowRunPhaseEndedEvent();
        public string PhaseStartedId { get; init; }
        public string WorkflowRunId { get; init; }
        public string WorkflowRunPhaseId { get; init; }
    }

    public sealed record WorkflowRunPhaseStartedEvent : SessionEvent
    {
        public WorkflowRunPhaseStartedEvent();
        public string WorkflowRunId { get; init; }
        public string WorkflowRunPhaseId { get; init; }
    }

    public sealed record WorkflowRunProgramError : WorkflowRunError
    {
        public WorkflowRunProgramError();
    }

    public abstract record WorkflowRunResult : ApiObject, IApiUnion<WorkflowRunResult>
    {
        public string Type { get; }
    }

    public sealed record WorkflowRunStatusEndedEvent : SessionEvent
    {
        public WorkflowRunStatusEndedEvent();
        public WorkflowRunResult Result { get; init; }
        public string WorkflowRunId { get; init; }
    }

    public sealed record WorkflowRunStatusIdleEvent : SessionEvent
    {
        public WorkflowRunStatusIdleEvent();
        public string WorkflowRunId { get; init; }
    }

    public sealed record WorkflowRunStatusRunningEvent : SessionEvent
    {
        public WorkflowRunStatusRunningEvent();
        public string WorkflowRunId { get; init; }
    }

    public sealed record WorkflowRunStopped : WorkflowRunResult
    {
        public WorkflowRunStopped();
    }

    public sealed record WorkflowRunThreadLimitError : WorkflowRunError
    {
        public WorkflowRunThreadLimitError();
    }

    public sealed record WorkflowRunTimeoutError : WorkflowRunError
    {
        public WorkflowRunTimeoutError();
    }

    public sealed record WorkspaceArchivedError : DeploymentError
    {
        public WorkspaceArchivedError();
    }

    public sealed record WriteToolConfig : AgentToolConfig
    {
        public WriteToolConfig();
    }

    public sealed record WriteToolInput : ApiObject
    {
        public WriteToolInput();
        public string Content { get; init; }
        public string FilePath { get; init; }
    }
}

namespace Managed.Agents.Dreams
{
    [Experimental("MAG001")]
    public sealed record CreateNewStore : DreamOutputBehavior
    {
        public CreateNewStore();
    }

    [Experimental("MAG001")]
    public sealed record Dream : ApiObject
    {
        public Dream();
        public DateTimeOffset? ArchivedAt { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
        public DreamError? Error { get; init; }
        public required string Id { get; init; }
        public IReadOnlyList<DreamInput> Inputs { get; init; }
        public string? Instructions { get; init; }
        public DreamModel Model { get; init; }
        public DreamOutputBehavior OutputBehavior { get; init; }
        public IReadOnlyList<DreamOutput> Outputs { get; init; }
        public string? SessionId { get; init; }
        public DreamStatus Status { get; init; }
        public DreamUsage Usage { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record DreamCreateRequest : ApiObject
    {
        public DreamCreateRequest();
        public required IReadOnlyList<DreamInput> Inputs { get; init; }
        public string? Instructions { get; init; }
        public required DreamModel Model { get; init; }
        public DreamOutputBehavior? OutputBehavior { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record DreamError : ApiObject
    {
        public DreamError();
        public string Message { get; init; }
        public DreamErrorType Type { get; init; }
    }

    [Experimental("MAG001")]
    public readonly record struct DreamErrorType : IOpenEnum<DreamErrorType>
    {
        public DreamErrorType(string value);
        public static DreamErrorType InputMemoryStoreTooLarge { get; }
        public static DreamErrorType InputMemoryStoreUnavailable { get; }
        public static DreamErrorType InputSessionUnavailable { get; }
        public static DreamErrorType InternalError { get; }
        public static DreamErrorType MemoryStoreOrgLimitExceeded { get; }
        public static DreamErrorType Timeout { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string InputMemoryStoreTooLarge = "input_memory_store_too_large";
            public const string InputMemoryStoreUnavailable = "input_memory_store_unavailable";
            public const string InputSessionUnavailable = "input_session_unavailable";
            public const string InternalError = "internal_error";
            public const string MemoryStoreOrgLimitExceeded = "memory_store_org_limit_exceeded";
            public const string Timeout = "timeout";
        }
    }

    [Experimental("MAG001")]
    public abstract record DreamInput : ApiObject, IApiUnion<DreamInput>
    {
        public string Type { get; }
    }

    [Experimental("MAG001")]
    public sealed record DreamListOptions
    {
        public DreamListOptions();
        public DateTimeOffset? CreatedAfter { get; init; }
        public DateTimeOffset? CreatedBefore { get; init; }
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
        public IReadOnlyList<DreamStatus> Statuses { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record DreamModel : ApiObject
    {
        [SetsRequiredMembers] public DreamModel(string id);
        public DreamModel();
        public required string Id { get; init; }
        public ModelSpeed? Speed { get; init; }
        public static DreamModel FromString(string id);
        public static implicit operator DreamModel(string id);
    }

    [Experimental("MAG001")]
    public sealed record DreamOutput : ApiObject
    {
        public DreamOutput();
        public string MemoryStoreId { get; init; }
    }

    [Experimental("MAG001")]
    public abstract record DreamOutputBehavior : ApiObject, IApiUnion<DreamOutputBehavior>
    {
        public static DreamOutputBehavior CreateNew { get; }
        public string Type { get; }
    }

    [Experimental("MAG001")]
    public readonly record struct DreamStatus : IOpenEnum<DreamStatus>
    {
        public DreamStatus(string value);
        public static DreamStatus Canceled { get; }
        public static DreamStatus Completed { get; }
        public static DreamStatus Failed { get; }
        public static DreamStatus Pending { get; }
        public static DreamStatus Running { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Canceled = "canceled";
            public const string Completed = "completed";
            public const string Failed = "failed";
            public const string Pending = "pending";
            public const string Running = "running";
        }
    }

    [Experimental("MAG001")]
    public sealed record DreamUsage : ApiObject
    {
        public DreamUsage();
        public long CacheCreationInputTokens { get; init; }
        public long CacheReadInputTokens { get; init; }
        public long InputTokens { get; init; }
        public long OutputTokens { get; init; }
    }

    [Experimental("MAG001")]
    public class DreamsClient
    {
        protected DreamsClient();
        public virtual Task<Dream> ArchiveAsync(string dreamId, CancellationToken cancellationToken = default);
        public virtual Task<Dream> CancelAsync(string dreamId, CancellationToken cancellationToken = default);
        public virtual Task<Dream> CreateAsync(DreamCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<Dream> GetAsync(string dreamId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<Dream> ListAsync(DreamListOptions? options = null, CancellationToken cancellationToken = default);
    }

    [Experimental("MAG001")]
    public sealed record MemoryStoreDreamInput : DreamInput
    {
        [SetsRequiredMembers] public MemoryStoreDreamInput(string memoryStoreId);
        public MemoryStoreDreamInput();
        public required string MemoryStoreId { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record SessionsDreamInput : DreamInput
    {
        [SetsRequiredMembers] public SessionsDreamInput(IReadOnlyList<string> sessionIds);
        [SetsRequiredMembers] public SessionsDreamInput(params string[] sessionIds);
        public SessionsDreamInput();
        public required IReadOnlyList<string> SessionIds { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record UnknownDreamInput : DreamInput
    {
        public UnknownDreamInput(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    [Experimental("MAG001")]
    public sealed record UnknownDreamOutputBehavior : DreamOutputBehavior
    {
        public UnknownDreamOutputBehavior(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    [Experimental("MAG001")]
    public sealed record UpdateExistingStore : DreamOutputBehavior
    {
        [SetsRequiredMembers] public UpdateExistingStore(string memoryStoreId);
        public UpdateExistingStore();
        public required string MemoryStoreId { get; init; }
    }
}

namespace Managed.Agents.Models
{
    public sealed record CapabilitySupport : ApiObject
    {
        public CapabilitySupport();
        public bool Supported { get; init; }
    }

    public sealed record CompactionCapability : ApiObject
    {
        public CompactionCapability();
        public CapabilitySupport Summarize { get; init; }
        public bool Supported { get; init; }
    }

    public sealed record ContextManagementCapability : ApiObject
    {
        public ContextManagementCapability();
        public CapabilitySupport? ClearThinking { get; init; }
        public CapabilitySupport? ClearToolUses { get; init; }
        public CapabilitySupport? Compact { get; init; }
        public bool Supported { get; init; }
    }

    public sealed record EffortCapability : ApiObject
    {
        public EffortCapability();
        public CapabilitySupport High { get; init; }
        public CapabilitySupport Low { get; init; }
        public CapabilitySupport Max { get; init; }
        public CapabilitySupport Medium { get; init; }
        public bool Supported { get; init; }
        public CapabilitySupport? Xhigh { get; init; }
    }

    public sealed record ModelCapabilities : ApiObject
    {
        public ModelCapabilities();
        public CapabilitySupport Batch { get; init; }
        public CapabilitySupport Citations { get; init; }
        public CapabilitySupport CodeExecution { get; init; }
        public CompactionCapability? Compaction { get; init; }
        public ContextManagementCapability ContextManagement { get; init; }
        public EffortCapability Effort { get; init; }
        public CapabilitySupport ImageInput { get; init; }
        public CapabilitySupport PdfInput { get; init; }
        public ServerToolsCapability ServerTools { get; init; }
        public CapabilitySupport StructuredOutputs { get; init; }
        public ThinkingCapability Thinking { get; init; }
    }

    public sealed record ModelInfo : ApiObject
    {
        public ModelInfo();
        public OptionalList<string> AllowedFallbackModels { get; init; }
        public ModelCapabilities? Capabilities { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? DeprecatedAt { get; init; }
        public string DisplayName { get; init; }
        public required string Id { get; init; }
        public ModelLifecycle Lifecycle { get; init; }
        public ModelLine? Line { get; init; }
        public long? MaxInputTokens { get; init; }
        public long? MaxTokens { get; init; }
        public DateTimeOffset? RetiresAt { get; init; }
    }

    public readonly record struct ModelLifecycle : IOpenEnum<ModelLifecycle>
    {
        public ModelLifecycle(string value);
        public static ModelLifecycle Active { get; }
        public static ModelLifecycle Deprecated { get; }
        public static ModelLifecycle Retired { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Active = "active";
            public const string Deprecated = "deprecated";
            public const string Retired = "retired";
        }
    }

    public readonly record struct ModelLine : IOpenEnum<ModelLine>
    {
        public ModelLine(string value);
        public static ModelLine Fable { get; }
        public static ModelLine Haiku { get; }
        public static ModelLine Mythos { get; }
        public static ModelLine Opus { get; }
        public static ModelLine Sonnet { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Fable = "fable";
            public const string Haiku = "haiku";
            public const string Mythos = "mythos";
            public const string Opus = "opus";
            public const string Sonnet = "sonnet";
        }
    }

    public sealed record ModelListOptions
    {
        public ModelListOptions();
        public string? BeforeId { get; init; }
        public IReadOnlyList<ModelLifecycle> Lifecycle { get; init; }
        public int? PageSize { get; init; }
    }

    public class ModelsClient
    {
        protected ModelsClient();
        public virtual Task<ModelInfo> GetAsync(string modelId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<ModelInfo> ListAsync(ModelListOptions? options = null, CancellationToken cancellationToken = default);
    }

    public sealed record ServerToolsCapability : ApiObject
    {
        public ServerToolsCapability();
        public CapabilitySupport CodeExecution { get; init; }
        public bool Supported { get; init; }
        public CapabilitySupport WebSearch { get; init; }
    }

    public sealed record ThinkingCapability : ApiObject
    {
        public ThinkingCapability();
        public bool Supported { get; init; }
        public ThinkingTypes Types { get; init; }
    }

    public sealed record ThinkingTypes : ApiObject
    {
        public ThinkingTypes();
        public CapabilitySupport Adaptive { get; init; }
        public CapabilitySupport BetweenTools { get; init; }
        public CapabilitySupport Disabled { get; init; }
        public CapabilitySupport Enabled { get; init; }
    }
}

namespace Managed.Agents.Serialization
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class AgentReferenceShortFormConverter : JsonConverter<AgentReference>
    {
        public AgentReferenceShortFormConverter();
        public override AgentReference? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, AgentReference value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    [Experimental("MAG001")]
    public sealed class DreamModelShortFormConverter : JsonConverter<DreamModel>
    {
        public DreamModelShortFormConverter();
        public override DreamModel? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, DreamModel value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public interface IApiUnion<TSelf> where TSelf : ApiObject, IApiUnion<TSelf>
    {
        static abstract UnionVariants<TSelf> Variants { get; }
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public interface IOpenEnum<out TSelf>
    {
        string Value { get; }
        static abstract TSelf Create(string value);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class MillisecondsConverter : JsonConverter<TimeSpan>
    {
        public MillisecondsConverter();
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class ModelConfigShortFormConverter : JsonConverter<ModelConfig>
    {
        public ModelConfigShortFormConverter();
        public override ModelConfig? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, ModelConfig value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class ModelEffortConverter : JsonConverter<ModelEffort>
    {
        public ModelEffortConverter();
        public override ModelEffort? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, ModelEffort value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class OpenEnumConverter<T> : JsonConverter<T> where T : struct, IOpenEnum<T>
    {
        public OpenEnumConverter();
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options);
        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class OptionalConverterFactory : JsonConverterFactory
    {
        public OptionalConverterFactory();
        public override bool CanConvert(Type typeToConvert);
        public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public SecondsConverter();
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class SessionPositionConverter : JsonConverter<SessionPosition>
    {
        public SessionPositionConverter();
        public override SessionPosition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, SessionPosition value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class UnionConverter<T> : JsonConverter<T> where T : ApiObject, IApiUnion<T>
    {
        public UnionConverter();
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options);
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class UnionVariants<T> where T : ApiObject, IApiUnion<T>;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class UnknownVariantConverter<TUnion, TUnknown> : JsonConverter<TUnknown> where TUnion : ApiObject, IApiUnion<TUnion> where TUnknown : TUnion
    {
        public UnknownVariantConverter();
        public override TUnknown? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options);
        public override void Write(Utf8JsonWriter writer, TUnknown value, JsonSerializerOptions options);
    }
}

namespace Managed.Agents.Tunnels
{
    [Experimental("MAG001")]
    public sealed record Tunnel : ApiObject
    {
        public Tunnel();
        public DateTimeOffset? ArchivedAt { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string? DisplayName { get; init; }
        public string Domain { get; init; }
        public required string Id { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record TunnelCertificate : ApiObject
    {
        public TunnelCertificate();
        public DateTimeOffset? ArchivedAt { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
        public string Fingerprint { get; init; }
        public required string Id { get; init; }
        public string TunnelId { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record TunnelCertificateCreateRequest : ApiObject
    {
        [SetsRequiredMembers] public TunnelCertificateCreateRequest(string caCertificatePem);
        public TunnelCertificateCreateRequest();
        public required string CaCertificatePem { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record TunnelCertificateListOptions
    {
        public TunnelCertificateListOptions();
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
    }

    [Experimental("MAG001")]
    public class TunnelCertificatesClient
    {
        protected TunnelCertificatesClient();
        public virtual Task<TunnelCertificate> ArchiveAsync(string tunnelId, string certificateId, CancellationToken cancellationToken = default);
        public virtual Task<TunnelCertificate> CreateAsync(string tunnelId, TunnelCertificateCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<TunnelCertificate> GetAsync(string tunnelId, string certificateId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<TunnelCertificate> ListAsync(string tunnelId, TunnelCertificateListOptions? options = null, CancellationToken cancellationToken = default);
    }

    [Experimental("MAG001")]
    public sealed record TunnelCreateRequest : ApiObject
    {
        public TunnelCreateRequest();
        public string? DisplayName { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record TunnelListOptions
    {
        public TunnelListOptions();
        public bool? IncludeArchived { get; init; }
        public int? PageSize { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record TunnelToken : ApiObject
    {
        public TunnelToken();
        public required string Id { get; init; }
        public SecretString Token { get; init; }
    }

    [Experimental("MAG001")]
    public sealed record TunnelTokenRotateRequest : ApiObject
    {
        public TunnelTokenRotateRequest();
        public string? Reason { get; init; }
    }

    [Experimental("MAG001")]
    public class TunnelsClient
    {
        protected TunnelsClient();
        public virtual TunnelCertificatesClient Certificates { get; }
        public virtual Task<Tunnel> ArchiveAsync(string tunnelId, CancellationToken cancellationToken = default);
        public virtual Task<Tunnel> CreateAsync(TunnelCreateRequest? request = null, CancellationToken cancellationToken = default);
        public virtual Task<Tunnel> GetAsync(string tunnelId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<Tunnel> ListAsync(TunnelListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<TunnelToken> RevealTokenAsync(string tunnelId, CancellationToken cancellationToken = default);
        public virtual Task<TunnelToken> RotateTokenAsync(string tunnelId, TunnelTokenRotateRequest? request = null, CancellationToken cancellationToken = default);
    }
}

namespace Managed.Agents.UserProfiles
{
    public sealed record CyberProgram : ApiObject
    {
        public CyberProgram();
        public CyberProgramRequirements? Requirements { get; init; }
        public UserProfileProgramStatus Status { get; init; }
        public IReadOnlyDictionary<string, CyberProgramTier> Tiers { get; init; }
    }

    public sealed record CyberProgramRequirements : ApiObject
    {
        public CyberProgramRequirements();
        public bool DataRetention { get; init; }
        public bool HumanReview { get; init; }
    }

    public sealed record CyberProgramTier : ApiObject
    {
        public CyberProgramTier();
        public UserProfileProgramActivation Status { get; init; }
    }

    public sealed record EfsProgram : ApiObject
    {
        public EfsProgram();
        public IReadOnlyDictionary<string, EfsProgramFeature> Features { get; init; }
        public UserProfileProgramStatus Status { get; init; }
    }

    public sealed record EfsProgramFeature : ApiObject
    {
        public EfsProgramFeature();
        public UserProfileProgramActivation Status { get; init; }
    }

    public sealed record EnrollEndUserAction : ApiObject
    {
        public EnrollEndUserAction();
    }

    public sealed record GoogleBucketReference : ApiObject
    {
        public GoogleBucketReference();
        public required string BucketName { get; init; }
        public required string ProjectNumber { get; init; }
    }

    public abstract record GoogleCmekControl : ApiObject, IApiUnion<GoogleCmekControl>
    {
        public IReadOnlyList<GoogleRetiredKey> RetiredKeys { get; init; }
        public string Type { get; }
    }

    public abstract record GoogleCmekControlUpdate : ApiObject, IApiUnion<GoogleCmekControlUpdate>
    {
        public string Type { get; }
    }

    public sealed record GoogleCmekDisable : GoogleCmekControlUpdate
    {
        public GoogleCmekDisable();
    }

    public sealed record GoogleCmekDisabled : GoogleCmekControl
    {
        public GoogleCmekDisabled();
    }

    public sealed record GoogleCmekEnable : GoogleCmekControlUpdate
    {
        public GoogleCmekEnable();
        public IReadOnlyDictionary<string, string?>? ExternalKeyIds { get; init; }
    }

    public sealed record GoogleCmekEnabled : GoogleCmekControl
    {
        public GoogleCmekEnabled();
        public IReadOnlyDictionary<string, string> ExternalKeyIds { get; init; }
        public IReadOnlyDictionary<string, GoogleCmekRegionStatus> Status { get; init; }
    }

    public sealed record GoogleCmekRegionActive : GoogleCmekRegionStatus
    {
        public GoogleCmekRegionActive();
        public string? Error { get; init; }
        public DateTimeOffset? LastCheckedAt { get; init; }
        public DateTimeOffset ValidatedAt { get; init; }
    }

    public sealed record GoogleCmekRegionFailed : GoogleCmekRegionStatus
    {
        public GoogleCmekRegionFailed();
        public string Error { get; init; }
    }

    public sealed record GoogleCmekRegionNotConfigured : GoogleCmekRegionStatus
    {
        public GoogleCmekRegionNotConfigured();
    }

    public sealed record GoogleCmekRegionPending : GoogleCmekRegionStatus
    {
        public GoogleCmekRegionPending();
        public string? Error { get; init; }
    }

    public abstract record GoogleCmekRegionStatus : ApiObject, IApiUnion<GoogleCmekRegionStatus>
    {
        public string? EffectiveExternalKeyId { get; init; }
        public string Type { get; }
    }

    public sealed record GoogleCmekRegionSuspended : GoogleCmekRegionStatus
    {
        public GoogleCmekRegionSuspended();
    }

    public sealed record GoogleDataControls : ApiObject
    {
        public GoogleDataControls();
        public string BucketLabelValue { get; init; }
        public GoogleCmekControl Cmek { get; init; }
        public GoogleStorageControl Storage { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
        public string UserProfileId { get; init; }
    }

    public class GoogleDataControlsClient
    {
        protected GoogleDataControlsClient();
        public virtual Task<GoogleDataControls> GetAsync(string userProfileId, CancellationToken cancellationToken = default);
        public virtual Task<GoogleDataControls> UpdateAsync(string userProfileId, GoogleDataControlsUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed record GoogleDataControlsUpdateRequest : ApiObject
    {
        public GoogleDataControlsUpdateRequest();
        public GoogleCmekControlUpdate? Cmek { get; init; }
        public GoogleStorageControlUpdate? Storage { get; init; }
    }

    public sealed record GoogleRetiredBucket : ApiObject
    {
        public GoogleRetiredBucket();
        public string BucketName { get; init; }
        public DateTimeOffset ExpiresAt { get; init; }
        public string ProjectNumber { get; init; }
        public string Region { get; init; }
    }

    public sealed record GoogleRetiredKey : ApiObject
    {
        public GoogleRetiredKey();
        public DateTimeOffset ExpiresAt { get; init; }
        public string ExternalKeyId { get; init; }
        public string Region { get; init; }
    }

    public sealed record GoogleStorageBucket : ApiObject
    {
        public GoogleStorageBucket();
        public string BucketName { get; init; }
        public string? KmsKeyName { get; init; }
        public string? Location { get; init; }
        public string? ProjectId { get; init; }
        public string ProjectNumber { get; init; }
    }

    public readonly record struct GoogleStorageCheck : IOpenEnum<GoogleStorageCheck>
    {
        public GoogleStorageCheck(string value);
        public static GoogleStorageCheck BucketSettings { get; }
        public static GoogleStorageCheck DeletionPolicy { get; }
        public static GoogleStorageCheck Encryption { get; }
        public static GoogleStorageCheck GrantMismatch { get; }
        public static GoogleStorageCheck KmsKeyRefused { get; }
        public static GoogleStorageCheck LabelMismatch { get; }
        public static GoogleStorageCheck LifecycleRules { get; }
        public static GoogleStorageCheck LocationMismatch { get; }
        public static GoogleStorageCheck ProbeFailed { get; }
        public static GoogleStorageCheck ProjectNotVerified { get; }
        public string Value { get; }
        public static GoogleStorageCheck Versioning { get; }
        public override string ToString();
        public static class Known
        {
            public const string BucketSettings = "bucket_settings";
            public const string DeletionPolicy = "deletion_policy";
            public const string Encryption = "encryption";
            public const string GrantMismatch = "grant_mismatch";
            public const string KmsKeyRefused = "kms_key_refused";
            public const string LabelMismatch = "label_mismatch";
            public const string LifecycleRules = "lifecycle_rules";
            public const string LocationMismatch = "location_mismatch";
            public const string ProbeFailed = "probe_failed";
            public const string ProjectNotVerified = "project_not_verified";
            public const string Versioning = "versioning";
        }
    }

    public abstract record GoogleStorageControl : ApiObject, IApiUnion<GoogleStorageControl>
    {
        public IReadOnlyList<GoogleRetiredBucket> RetiredBuckets { get; init; }
        public string Type { get; }
    }

    public abstract record GoogleStorageControlUpdate : ApiObject, IApiUnion<GoogleStorageControlUpdate>
    {
        public string Type { get; }
    }

    public sealed record GoogleStorageDisable : GoogleStorageControlUpdate
    {
        public GoogleStorageDisable();
    }

    public sealed record GoogleStorageDisabled : GoogleStorageControl
    {
        public GoogleStorageDisabled();
    }

    public sealed record GoogleStorageEnable : GoogleStorageControlUpdate
    {
        public GoogleStorageEnable();
        public IReadOnlyDictionary<string, GoogleBucketReference?>? Buckets { get; init; }
    }

    public sealed record GoogleStorageEnabled : GoogleStorageControl
    {
        public GoogleStorageEnabled();
        public IReadOnlyDictionary<string, GoogleStorageBucket> Buckets { get; init; }
        public IReadOnlyDictionary<string, GoogleStorageRegionStatus> Status { get; init; }
    }

    public sealed record GoogleStorageFailedCheck : ApiObject
    {
        public GoogleStorageFailedCheck();
        public GoogleStorageCheck Check { get; init; }
        public string Message { get; init; }
        public GoogleStorageRole? Role { get; init; }
    }

    public sealed record GoogleStorageRegionActive : GoogleStorageRegionStatus
    {
        public GoogleStorageRegionActive();
        public IReadOnlyList<GoogleStorageFailedCheck> FailedChecks { get; init; }
        public DateTimeOffset ValidatedAt { get; init; }
    }

    public sealed record GoogleStorageRegionFailed : GoogleStorageRegionStatus
    {
        public GoogleStorageRegionFailed();
        public IReadOnlyList<GoogleStorageFailedCheck> FailedChecks { get; init; }
    }

    public sealed record GoogleStorageRegionNotConfigured : GoogleStorageRegionStatus
    {
        public GoogleStorageRegionNotConfigured();
    }

    public sealed record GoogleStorageRegionPending : GoogleStorageRegionStatus
    {
        public GoogleStorageRegionPending();
        public IReadOnlyList<GoogleStorageFailedCheck> FailedChecks { get; init; }
    }

    public abstract record GoogleStorageRegionStatus : ApiObject, IApiUnion<GoogleStorageRegionStatus>
    {
        public GoogleBucketReference? EffectiveBucket { get; init; }
        public string Type { get; }
    }

    public sealed record GoogleStorageRegionSuspended : GoogleStorageRegionStatus
    {
        public GoogleStorageRegionSuspended();
    }

    public readonly record struct GoogleStorageRole : IOpenEnum<GoogleStorageRole>
    {
        public GoogleStorageRole(string value);
        public static GoogleStorageRole Ingest { get; }
        public static GoogleStorageRole Maintenance { get; }
        public static GoogleStorageRole MediaErasure { get; }
        public static GoogleStorageRole Read { get; }
        public string Value { get; }
        public static GoogleStorageRole Verify { get; }
        public override string ToString();
        public static class Known
        {
            public const string Ingest = "ingest";
            public const string Maintenance = "maintenance";
            public const string MediaErasure = "media_erasure";
            public const string Read = "read";
            public const string Verify = "verify";
        }
    }

    public sealed record UnknownGoogleCmekControl : GoogleCmekControl
    {
        public UnknownGoogleCmekControl(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownGoogleCmekControlUpdate : GoogleCmekControlUpdate
    {
        public UnknownGoogleCmekControlUpdate(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownGoogleCmekRegionStatus : GoogleCmekRegionStatus
    {
        public UnknownGoogleCmekRegionStatus(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownGoogleStorageControl : GoogleStorageControl
    {
        public UnknownGoogleStorageControl(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownGoogleStorageControlUpdate : GoogleStorageControlUpdate
    {
        public UnknownGoogleStorageControlUpdate(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownGoogleStorageRegionStatus : GoogleStorageRegionStatus
    {
        public UnknownGoogleStorageRegionStatus(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UnknownUserProfileEnforcementAction : UserProfileEnforcementAction
    {
        public UnknownUserProfileEnforcementAction(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UserProfile : ApiObject
    {
        public UserProfile();
        public UserProfileAccessType? AccessType { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public IReadOnlyList<UserProfileEnforcementAction> EnforcementActions { get; init; }
        public UserProfileEnforcementStatus? EnforcementStatus { get; init; }
        public string? ExternalId { get; init; }
        public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }
        public DateTimeOffset? ExternalUserOnboardedAt { get; init; }
        public required string Id { get; init; }
        public Metadata Metadata { get; init; }
        public string? Name { get; init; }
        public UserProfilePrograms? Programs { get; init; }
        public IReadOnlyDictionary<string, UserProfileTrustGrant> TrustGrants { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }

    public readonly record struct UserProfileAccessType : IOpenEnum<UserProfileAccessType>
    {
        public UserProfileAccessType(string value);
        public static UserProfileAccessType Application { get; }
        public static UserProfileAccessType Passthrough { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Application = "application";
            public const string Passthrough = "passthrough";
        }
    }

    public readonly record struct UserProfileAccountStatus : IOpenEnum<UserProfileAccountStatus>
    {
        public UserProfileAccountStatus(string value);
        public static UserProfileAccountStatus Active { get; }
        public static UserProfileAccountStatus Blocked { get; }
        public static UserProfileAccountStatus Suspended { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Active = "active";
            public const string Blocked = "blocked";
            public const string Suspended = "suspended";
        }
    }

    public sealed record UserProfileActionUrl : ApiObject
    {
        public UserProfileActionUrl();
        public DateTimeOffset ExpiresAt { get; init; }
        public Uri Url { get; init; }
    }

    public sealed record UserProfileActionUrlCreateRequest : ApiObject
    {
        public UserProfileActionUrlCreateRequest();
        public EnrollEndUserAction Action { get; init; }
    }

    public class UserProfileActionUrlsClient
    {
        protected UserProfileActionUrlsClient();
        public virtual Task<UserProfileActionUrl> CreateAsync(string userProfileId, UserProfileActionUrlCreateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed record UserProfileBan : UserProfileEnforcementAction
    {
        public UserProfileBan();
    }

    public sealed record UserProfileCreateRequest : ApiObject
    {
        public UserProfileCreateRequest();
        public UserProfileAccessType? AccessType { get; init; }
        public string? ExternalId { get; init; }
        public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }
        public DateTimeOffset? ExternalUserOnboardedAt { get; init; }
        public Metadata Metadata { get; init; }
        public string? Name { get; init; }
    }

    public abstract record UserProfileEnforcementAction : ApiObject, IApiUnion<UserProfileEnforcementAction>
    {
        public UserProfileNextStep? Action { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
        public string Id { get; init; }
        public DateTimeOffset OpenedAt { get; init; }
        public UserProfileEnforcementReason Reason { get; init; }
        public string Type { get; }
    }

    public readonly record struct UserProfileEnforcementReason : IOpenEnum<UserProfileEnforcementReason>
    {
        public UserProfileEnforcementReason(string value);
        public static UserProfileEnforcementReason AccountCompromise { get; }
        public static UserProfileEnforcementReason FraudOrAbuse { get; }
        public static UserProfileEnforcementReason HighHarm { get; }
        public static UserProfileEnforcementReason Unspecified { get; }
        public static UserProfileEnforcementReason UnsupportedRegion { get; }
        public static UserProfileEnforcementReason UsagePolicyViolation { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string AccountCompromise = "account_compromise";
            public const string FraudOrAbuse = "fraud_or_abuse";
            public const string HighHarm = "high_harm";
            public const string Unspecified = "unspecified";
            public const string UnsupportedRegion = "unsupported_region";
            public const string UsagePolicyViolation = "usage_policy_violation";
        }
    }

    public readonly record struct UserProfileEnforcementStatus : IOpenEnum<UserProfileEnforcementStatus>
    {
        public UserProfileEnforcementStatus(string value);
        public static UserProfileEnforcementStatus Banned { get; }
        public static UserProfileEnforcementStatus Pending { get; }
        public static UserProfileEnforcementStatus Restricted { get; }
        public static UserProfileEnforcementStatus Unrestricted { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Banned = "banned";
            public const string Pending = "pending";
            public const string Restricted = "restricted";
            public const string Unrestricted = "unrestricted";
        }
    }

    public sealed record UserProfileEnrollmentUrl : ApiObject
    {
        public UserProfileEnrollmentUrl();
        public DateTimeOffset ExpiresAt { get; init; }
        public Uri Url { get; init; }
    }

    public readonly record struct UserProfileEntityType : IOpenEnum<UserProfileEntityType>
    {
        public UserProfileEntityType(string value);
        public static UserProfileEntityType Business { get; }
        public static UserProfileEntityType Government { get; }
        public static UserProfileEntityType Individual { get; }
        public static UserProfileEntityType NonProfit { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Business = "business";
            public const string Government = "government";
            public const string Individual = "individual";
            public const string NonProfit = "non_profit";
        }
    }

    public sealed record UserProfileExternalUserDetails : ApiObject
    {
        public UserProfileExternalUserDetails();
        public UserProfileAccountStatus? AccountStatus { get; init; }
        public string? Country { get; init; }
        public string? EmailHash { get; init; }
        public UserProfileEntityType? EntityType { get; init; }
        public string? NameHash { get; init; }
        public DateTimeOffset? OnboardedAt { get; init; }
        public string? ReferenceId { get; init; }
    }

    public sealed record UserProfileListOptions
    {
        public UserProfileListOptions();
        public IReadOnlyList<UserProfileEnforcementStatus> EnforcementStatus { get; init; }
        public SortOrder? Order { get; init; }
        public UserProfileOrderBy? OrderBy { get; init; }
        public int? PageSize { get; init; }
    }

    public readonly record struct UserProfileNextStep : IOpenEnum<UserProfileNextStep>
    {
        public UserProfileNextStep(string value);
        public string Value { get; }
        public static UserProfileNextStep Verify { get; }
        public override string ToString();
        public static class Known
        {
            public const string Verify = "verify";
        }
    }

    public readonly record struct UserProfileOrderBy : IOpenEnum<UserProfileOrderBy>
    {
        public UserProfileOrderBy(string value);
        public static UserProfileOrderBy CreatedAt { get; }
        public static UserProfileOrderBy Name { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string CreatedAt = "created_at";
            public const string Name = "name";
        }
    }

    public readonly record struct UserProfileProgramActivation : IOpenEnum<UserProfileProgramActivation>
    {
        public UserProfileProgramActivation(string value);
        public static UserProfileProgramActivation Active { get; }
        public static UserProfileProgramActivation Inactive { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Active = "active";
            public const string Inactive = "inactive";
        }
    }

    public readonly record struct UserProfileProgramStatus : IOpenEnum<UserProfileProgramStatus>
    {
        public UserProfileProgramStatus(string value);
        public static UserProfileProgramStatus Active { get; }
        public static UserProfileProgramStatus Pending { get; }
        public static UserProfileProgramStatus Rejected { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Active = "active";
            public const string Pending = "pending";
            public const string Rejected = "rejected";
        }
    }

    public sealed record UserProfilePrograms : ApiObject
    {
        public UserProfilePrograms();
        public CyberProgram? Cyber { get; init; }
        public EfsProgram? Efs { get; init; }
    }

    public sealed record UserProfileRestriction : UserProfileEnforcementAction
    {
        public UserProfileRestriction();
    }

    public sealed record UserProfileTrustGrant : ApiObject
    {
        public UserProfileTrustGrant();
        public UserProfileProgramStatus Status { get; init; }
    }

    public sealed record UserProfileUpdateRequest : ApiObject
    {
        public UserProfileUpdateRequest();
        public UserProfileAccessType? AccessType { get; init; }
        public Optional<string> ExternalId { get; init; }
        public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }
        public DateTimeOffset? ExternalUserOnboardedAt { get; init; }
        public Metadata? Metadata { get; init; }
        public Optional<string> Name { get; init; }
    }

    public class UserProfilesClient
    {
        protected UserProfilesClient();
        public virtual UserProfileActionUrlsClient ActionUrls { get; }
        public virtual GoogleDataControlsClient GoogleDataControls { get; }
        public virtual Task<UserProfile> CreateAsync(UserProfileCreateRequest? request = null, CancellationToken cancellationToken = default);
        public virtual Task<UserProfileEnrollmentUrl> CreateEnrollmentUrlAsync(string userProfileId, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string userProfileId, CancellationToken cancellationToken = default);
        public virtual Task<UserProfile> GetAsync(string userProfileId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<UserProfile> ListAsync(UserProfileListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<UserProfile> UpdateAsync(string userProfileId, UserProfileUpdateRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Managed.Agents.Webhooks
{
    public sealed record AgentArchivedWebhook : WebhookEvent
    {
        public AgentArchivedWebhook();
    }

    public sealed record AgentCreatedWebhook : WebhookEvent
    {
        public AgentCreatedWebhook();
    }

    public sealed record AgentDeletedWebhook : WebhookEvent
    {
        public AgentDeletedWebhook();
    }

    public sealed record AgentUpdatedWebhook : WebhookEvent
    {
        public AgentUpdatedWebhook();
    }

    public sealed record DeploymentArchivedWebhook : WebhookEvent
    {
        public DeploymentArchivedWebhook();
    }

    public sealed record DeploymentCreatedWebhook : WebhookEvent
    {
        public DeploymentCreatedWebhook();
    }

    public sealed record DeploymentDeletedWebhook : WebhookEvent
    {
        public DeploymentDeletedWebhook();
    }

    public sealed record DeploymentPausedWebhook : WebhookEvent
    {
        public DeploymentPausedWebhook();
    }

    public sealed record DeploymentRunFailedWebhook : WebhookEvent
    {
        public DeploymentRunFailedWebhook();
    }

    public sealed record DeploymentRunStartedWebhook : WebhookEvent
    {
        public DeploymentRunStartedWebhook();
    }

    public sealed record DeploymentRunSucceededWebhook : WebhookEvent
    {
        public DeploymentRunSucceededWebhook();
    }

    public sealed record DeploymentUnpausedWebhook : WebhookEvent
    {
        public DeploymentUnpausedWebhook();
    }

    public sealed record DeploymentUpdatedWebhook : WebhookEvent
    {
        public DeploymentUpdatedWebhook();
    }

    public sealed record EnvironmentArchivedWebhook : WebhookEvent
    {
        public EnvironmentArchivedWebhook();
    }

    public sealed record EnvironmentCreatedWebhook : WebhookEvent
    {
        public EnvironmentCreatedWebhook();
    }

    public sealed record EnvironmentDeletedWebhook : WebhookEvent
    {
        public EnvironmentDeletedWebhook();
    }

    public sealed record EnvironmentUpdatedWebhook : WebhookEvent
    {
        public EnvironmentUpdatedWebhook();
    }

    public sealed record ExternalKeyFailedWebhook : WebhookEvent
    {
        public ExternalKeyFailedWebhook();
    }

    public sealed record ExternalKeyRecoveredWebhook : WebhookEvent
    {
        public ExternalKeyRecoveredWebhook();
    }

    public sealed record ExternalStorageFailedWebhook : WebhookEvent
    {
        public ExternalStorageFailedWebhook();
    }

    public sealed record ExternalStorageRecoveredWebhook : WebhookEvent
    {
        public ExternalStorageRecoveredWebhook();
    }

    public sealed record MemoryStoreArchivedWebhook : WebhookEvent
    {
        public MemoryStoreArchivedWebhook();
    }

    public sealed record MemoryStoreCreatedWebhook : WebhookEvent
    {
        public MemoryStoreCreatedWebhook();
    }

    public sealed record MemoryStoreDeletedWebhook : WebhookEvent
    {
        public MemoryStoreDeletedWebhook();
    }

    public sealed record SessionArchivedWebhook : WebhookEvent
    {
        public SessionArchivedWebhook();
    }

    public sealed record SessionBudgetReachedWebhook : WebhookEvent
    {
        public SessionBudgetReachedWebhook();
    }

    public sealed record SessionCreatedWebhook : WebhookEvent
    {
        public SessionCreatedWebhook();
    }

    public sealed record SessionDeletedWebhook : WebhookEvent
    {
        public SessionDeletedWebhook();
    }

    public sealed record SessionIdledWebhook : WebhookEvent
    {
        public SessionIdledWebhook();
    }

    public sealed record SessionOutcomeEvaluationEndedWebhook : WebhookEvent
    {
        public SessionOutcomeEvaluationEndedWebhook();
    }

    public sealed record SessionPendingWebhook : WebhookEvent
    {
        public SessionPendingWebhook();
    }

    public sealed record SessionRequiresActionWebhook : WebhookEvent
    {
        public SessionRequiresActionWebhook();
    }

    public sealed record SessionRunningWebhook : WebhookEvent
    {
        public SessionRunningWebhook();
    }

    public sealed record SessionStatusIdledWebhook : WebhookEvent
    {
        public SessionStatusIdledWebhook();
    }

    public sealed record SessionStatusRescheduledWebhook : WebhookEvent
    {
        public SessionStatusRescheduledWebhook();
    }

    public sealed record SessionStatusRunStartedWebhook : WebhookEvent
    {
        public SessionStatusRunStartedWebhook();
    }

    public sealed record SessionStatusTerminatedWebhook : WebhookEvent
    {
        public SessionStatusTerminatedWebhook();
    }

    public sealed record SessionThreadCreatedWebhook : WebhookEvent
    {
        public SessionThreadCreatedWebhook();
        public string SessionThreadId { get; init; }
    }

    public sealed record SessionThreadIdledWebhook : WebhookEvent
    {
        public SessionThreadIdledWebhook();
        public string SessionThreadId { get; init; }
    }

    public sealed record SessionThreadTerminatedWebhook : WebhookEvent
    {
        public SessionThreadTerminatedWebhook();
        public string SessionThreadId { get; init; }
    }

    public sealed record SessionUpdatedWebhook : WebhookEvent
    {
        public SessionUpdatedWebhook();
    }

    public sealed record SignedWebhook
    {
        public SignedWebhook(WebhookHeaders Headers, ReadOnlyMemory<byte> Body);
        public ReadOnlyMemory<byte> Body { get; init; }
        public WebhookHeaders Headers { get; init; }
        public HttpRequestMessage ToRequest(Uri address);
    }

    public sealed record UnknownWebhook : WebhookEvent
    {
        public UnknownWebhook(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public sealed record UserProfileEnforcementActionOpenedWebhook : WebhookEvent
    {
        public UserProfileEnforcementActionOpenedWebhook();
        public string EnforcementActionId { get; init; }
    }

    public sealed record UserProfileEnforcementActionResolvedWebhook : WebhookEvent
    {
        public UserProfileEnforcementActionResolvedWebhook();
        public string EnforcementActionId { get; init; }
    }

    public sealed record UserProfileProgramStatusUpdatedWebhook : WebhookEvent
    {
        public UserProfileProgramStatusUpdatedWebhook();
    }

    public sealed record VaultArchivedWebhook : WebhookEvent
    {
        public VaultArchivedWebhook();
    }

    public sealed record VaultCreatedWebhook : WebhookEvent
    {
        public VaultCreatedWebhook();
    }

    public sealed record VaultCredentialArchivedWebhook : WebhookEvent
    {
        public VaultCredentialArchivedWebhook();
        public string VaultId { get; init; }
    }

    public sealed record VaultCredentialCreatedWebhook : WebhookEvent
    {
        public VaultCredentialCreatedWebhook();
        public string VaultId { get; init; }
    }

    public sealed record VaultCredentialDeletedWebhook : WebhookEvent
    {
        public VaultCredentialDeletedWebhook();
        public string VaultId { get; init; }
    }

    public sealed record VaultCredentialRefreshFailedWebhook : WebhookEvent
    {
        public VaultCredentialRefreshFailedWebhook();
        public string VaultId { get; init; }
    }

    public sealed record VaultDeletedWebhook : WebhookEvent
    {
        public VaultDeletedWebhook();
    }

    public sealed record WebhookDelivery : ApiObject
    {
        public WebhookDelivery();
        public DateTimeOffset CreatedAt { get; init; }
        public WebhookEvent Event { get; init; }
        public string Id { get; init; }
        public string KeyLabel { get; }
        public DateTimeOffset? SentAt { get; }
    }

    public sealed record WebhookEndpoint : ApiObject
    {
        public WebhookEndpoint();
        public DateTimeOffset CreatedAt { get; init; }
        public string Description { get; init; }
        public string DisabledReason { get; init; }
        public IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init; }
        public required string Id { get; init; }
        public string Name { get; init; }
        public SecretString? SigningSecret { get; init; }
        public WebhookEndpointState State { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
        public Uri Url { get; init; }
    }

    public sealed record WebhookEndpointCreateRequest : ApiObject
    {
        public WebhookEndpointCreateRequest();
        public string? Description { get; init; }
        public required IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init; }
        public string? Name { get; init; }
        public required Uri Url { get; init; }
    }

    public readonly record struct WebhookEndpointEventType : IOpenEnum<WebhookEndpointEventType>
    {
        public WebhookEndpointEventType(string value);
        public static WebhookEndpointEventType ExternalKeyFailed { get; }
        public static WebhookEndpointEventType ExternalKeyRecovered { get; }
        public static WebhookEndpointEventType ExternalStorageFailed { get; }
        public static WebhookEndpointEventType ExternalStorageRecovered { get; }
        public static WebhookEndpointEventType UserProfileEnforcementActionOpened { get; }
        public static WebhookEndpointEventType UserProfileEnforcementActionResolved { get; }
        public static WebhookEndpointEventType UserProfileProgramStatusUpdated { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string ExternalKeyFailed = "external_key.failed";
            public const string ExternalKeyRecovered = "external_key.recovered";
            public const string ExternalStorageFailed = "external_storage.failed";
            public const string ExternalStorageRecovered = "external_storage.recovered";
            public const string UserProfileEnforcementActionOpened = "user_profile.enforcement_action_opened";
            public const string UserProfileEnforcementActionResolved = "user_profile.enforcement_action_resolved";
            public const string UserProfileProgramStatusUpdated = "user_profile.program_status_updated";
        }
    }

    public sealed record WebhookEndpointListOptions
    {
        public WebhookEndpointListOptions();
        public string? BeforeId { get; init; }
        public SortOrder? Order { get; init; }
        public int? PageSize { get; init; }
    }

    public sealed record WebhookEndpointSigningSecret : ApiObject
    {
        public WebhookEndpointSigningSecret();
        public SecretString SigningSecret { get; init; }
    }

    public readonly record struct WebhookEndpointState : IOpenEnum<WebhookEndpointState>
    {
        public WebhookEndpointState(string value);
        public static WebhookEndpointState Disabled { get; }
        public static WebhookEndpointState Enabled { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Disabled = "disabled";
            public const string Enabled = "enabled";
        }
    }

    public sealed record WebhookEndpointUpdateRequest : ApiObject
    {
        public WebhookEndpointUpdateRequest();
        public string? Description { get; init; }
        public IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init; }
        public string? Name { get; init; }
        public WebhookEndpointState? State { get; init; }
        public Uri? Url { get; init; }
    }

    public class WebhookEndpointsClient
    {
        protected WebhookEndpointsClient();
        public virtual Task<WebhookEndpoint> CreateAsync(WebhookEndpointCreateRequest request, CancellationToken cancellationToken = default);
        public virtual Task<DeletedResource> DeleteAsync(string webhookEndpointId, CancellationToken cancellationToken = default);
        public virtual Task<WebhookEndpoint> GetAsync(string webhookEndpointId, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<WebhookEndpoint> ListAsync(WebhookEndpointListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<WebhookEndpointSigningSecret> RegenerateSigningSecretAsync(string webhookEndpointId, CancellationToken cancellationToken = default);
        public virtual Task<WebhookEndpoint> UpdateAsync(string webhookEndpointId, WebhookEndpointUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public abstract record WebhookEvent : ApiObject, IApiUnion<WebhookEvent>
    {
        public string Id { get; init; }
        public string OrganizationId { get; init; }
        public string Type { get; }
        public string? WorkspaceId { get; init; }
    }

    public readonly record struct WebhookHeaders
    {
        public WebhookHeaders(string? Id, string? Timestamp, string? Signature);
        public const string IdName = "webhook-id";
        public const string SignatureName = "webhook-signature";
        public const string TimestampName = "webhook-timestamp";
        public string? Id { get; init; }
        public string? Signature { get; init; }
        public string? Timestamp { get; init; }
        public void AddTo(HttpRequestHeaders headers);
        public static WebhookHeaders From(Func<string, string?> header);
        public static WebhookHeaders From(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers);
        public static WebhookHeaders From(IEnumerable<KeyValuePair<string, string?>> headers);
    }

    public sealed class WebhookOptions
    {
        public WebhookOptions();
        public const string DefaultLabel = "default";
        public int MaximumBodyBytes { get; set; }
        public IDictionary<string, string> SigningKeys { get; }
        public TimeSpan Tolerance { get; set; }
        public override string ToString();
    }

    public sealed class WebhookSigner
    {
        public WebhookSigner(string signingKey, TimeProvider? timeProvider = null);
        public SignedWebhook Sign(WebhookDelivery delivery, DateTimeOffset? sentAt = null);
        public SignedWebhook Sign(WebhookEvent webhook, string deliveryId);
        public WebhookHeaders Sign(ReadOnlySpan<byte> body, string deliveryId, DateTimeOffset? sentAt = null);
    }

    public sealed class WebhookVerification
    {
        public WebhookDelivery? Delivery { get; }
        public string? DeliveryId { get; }
        public WebhookVerificationFailure? Failure { get; }
        [MemberNotNullWhen(false, System.Collections.ObjectModel.ReadOnlyCollection`1[System.Reflection.CustomAttributeTypedArgument])] [MemberNotNullWhen(true, System.Collections.ObjectModel.ReadOnlyCollection`1[System.Reflection.CustomAttributeTypedArgument])] public bool IsVerified { get; }
        public string? KeyLabel { get; }
        public string? Problem { get; }
        public DateTimeOffset? SentAt { get; }
        public void EnsureVerified();
        public override string ToString();
    }

    public sealed class WebhookVerificationException : ManagedAgentsException
    {
        public WebhookVerificationFailure Failure { get; }
    }

    public enum WebhookVerificationFailure
    {
        MissingKey = 0,
        InvalidKey = 1,
        MissingHeader = 2,
        InvalidHeader = 3,
        TimestampTooOld = 4,
        TimestampInFuture = 5,
        BodyTooLarge = 6,
        SignatureMismatch = 7,
        InvalidBody = 8,
    }

    public sealed class WebhookVerifier
    {
        public WebhookVerifier();
        public WebhookVerifier(IOptionsMonitor<WebhookOptions> options, TimeProvider? timeProvider = null);
        public WebhookVerifier(WebhookOptions options, TimeProvider? timeProvider = null);
        public WebhookVerifier(string signingKey, TimeProvider? timeProvider = null);
        public WebhookVerification TryUnwrap(ReadOnlySpan<byte> body, WebhookHeaders headers);
        public WebhookVerification TryUnwrap(string body, WebhookHeaders headers);
        public Task<WebhookVerification> TryUnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default);
        public WebhookDelivery Unwrap(ReadOnlySpan<byte> body, Func<string, string?> header);
        public WebhookDelivery Unwrap(ReadOnlySpan<byte> body, WebhookHeaders headers);
        public WebhookDelivery Unwrap(string body, Func<string, string?> header);
        public WebhookDelivery Unwrap(string body, WebhookHeaders headers);
        public Task<WebhookDelivery> UnwrapAsync(Stream body, Func<string, string?> header, CancellationToken cancellationToken = default);
        public Task<WebhookDelivery> UnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default);
        public WebhookVerification Verify(ReadOnlySpan<byte> body, WebhookHeaders headers);
    }

    public class WebhooksClient
    {
        protected WebhooksClient();
        public virtual WebhookEndpointsClient Endpoints { get; }
        public virtual WebhookVerification TryUnwrap(ReadOnlySpan<byte> body, WebhookHeaders headers);
        public virtual WebhookVerification TryUnwrap(string body, WebhookHeaders headers);
        public virtual Task<WebhookVerification> TryUnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default);
        public virtual WebhookDelivery Unwrap(ReadOnlySpan<byte> body, Func<string, string?> header);
        public virtual WebhookDelivery Unwrap(ReadOnlySpan<byte> body, WebhookHeaders headers);
        public virtual WebhookDelivery Unwrap(string body, Func<string, string?> header);
        public virtual WebhookDelivery Unwrap(string body, WebhookHeaders headers);
        public virtual Task<WebhookDelivery> UnwrapAsync(Stream body, Func<string, string?> header, CancellationToken cancellationToken = default);
        public virtual Task<WebhookDelivery> UnwrapAsync(Stream body, WebhookHeaders headers, CancellationToken cancellationToken = default);
    }
}

namespace Managed.Agents.Work
{
    public class EnvironmentWorkClient
    {
        protected EnvironmentWorkClient();
        public virtual Task<WorkItem> AcknowledgeAsync(string environmentId, string workId, CancellationToken cancellationToken = default);
        public virtual Task<WorkItem> GetAsync(string environmentId, string workId, CancellationToken cancellationToken = default);
        public virtual Task<WorkQueueStats> GetStatsAsync(string environmentId, CancellationToken cancellationToken = default);
        public virtual Task<WorkHeartbeat> HeartbeatAsync(string environmentId, string workId, WorkHeartbeatOptions? options = null, CancellationToken cancellationToken = default);
        public virtual AsyncPageable<WorkItem> ListAsync(string environmentId, ListOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<WorkItem?> PollAsync(string environmentId, WorkPollOptions? options = null, CancellationToken cancellationToken = default);
        public virtual Task<WorkItem> StopAsync(string environmentId, string workId, WorkStopRequest? request = null, CancellationToken cancellationToken = default);
        public virtual Task<WorkItem> UpdateAsync(string environmentId, string workId, WorkUpdateRequest request, CancellationToken cancellationToken = default);
    }

    public sealed record HealthCheckWork : WorkData
    {
        public HealthCheckWork();
    }

    public sealed record SessionWork : WorkData
    {
        public SessionWork();
    }

    public sealed record UnknownWorkData : WorkData
    {
        public UnknownWorkData(JsonElement json);
        public JsonElement Json { get; }
        public string? Problem { get; }
    }

    public abstract record WorkData : ApiObject, IApiUnion<WorkData>
    {
        public string Id { get; init; }
        public string Type { get; }
    }

    public sealed record WorkHeartbeat : ApiObject
    {
        public WorkHeartbeat();
        public string LastHeartbeat { get; init; }
        public bool LeaseExtended { get; init; }
        public WorkState State { get; init; }
        public TimeSpan TimeToLive { get; init; }
    }

    public sealed record WorkHeartbeatOptions
    {
        public WorkHeartbeatOptions();
        public const string NoHeartbeat = "NO_HEARTBEAT";
        public TimeSpan? DesiredTimeToLive { get; init; }
        public string? ExpectedLastHeartbeat { get; init; }
    }

    public sealed record WorkItem : ApiObject
    {
        public WorkItem();
        public DateTimeOffset? AcknowledgedAt { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public WorkData Data { get; init; }
        public string EnvironmentId { get; init; }
        public required string Id { get; init; }
        public DateTimeOffset? LatestHeartbeatAt { get; init; }
        public Metadata Metadata { get; init; }
        public SecretString? Secret { get; init; }
        public DateTimeOffset? StartedAt { get; init; }
        public WorkState State { get; init; }
        public DateTimeOffset? StopRequestedAt { get; init; }
        public DateTimeOffset? StoppedAt { get; init; }
    }

    public sealed record WorkLeaseState : ApiObject
    {
        public WorkLeaseState();
        public const string ErrorCode = "heartbeat_precondition_failed";
        public string? LastHeartbeat { get; init; }
        public bool LeaseExtended { get; init; }
        public WorkState State { get; init; }
        public TimeSpan TimeToLive { get; init; }
        public static WorkLeaseState? From(ManagedAgentsApiException error);
    }

    public sealed record WorkPollOptions
    {
        public WorkPollOptions();
        public TimeSpan? BlockTimeout { get; init; }
        public TimeSpan? ReclaimOlderThan { get; init; }
        public string? WorkerId { get; init; }
    }

    public sealed record WorkQueueStats : ApiObject
    {
        public WorkQueueStats();
        public int Depth { get; init; }
        public DateTimeOffset? OldestQueuedAt { get; init; }
        public int Pending { get; init; }
        public int? WorkersPolling { get; init; }
    }

    public sealed record WorkSecret : ApiObject
    {
        public WorkSecret();
        public Uri? ApiBaseUrl { get; init; }
        public required SecretString SessionsToken { get; init; }
        public static WorkSecret? From(WorkItem item);
    }

    public readonly record struct WorkState : IOpenEnum<WorkState>
    {
        public WorkState(string value);
        public static WorkState Active { get; }
        public static WorkState Queued { get; }
        public static WorkState Starting { get; }
        public static WorkState Stopped { get; }
        public static WorkState Stopping { get; }
        public string Value { get; }
        public override string ToString();
        public static class Known
        {
            public const string Active = "active";
            public const string Queued = "queued";
            public const string Starting = "starting";
            public const string Stopped = "stopped";
            public const string Stopping = "stopping";
        }
    }

    public sealed record WorkStopRequest : ApiObject
    {
        public WorkStopRequest();
        public bool? Force { get; init; }
    }

    public sealed record WorkUpdateRequest : ApiObject
    {
        public WorkUpdateRequest();
        public required MetadataUpdate Metadata { get; init; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ManagedAgentsServiceCollectionExtensions
    {
        public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey);
        public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey, Action<ManagedAgentsOptions> configure);
        public static IHttpClientBuilder AddKeyedManagedAgents(this IServiceCollection services, string serviceKey, IConfiguration section);
        public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services);
        public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services, Action<ManagedAgentsOptions> configure);
        public static IHttpClientBuilder AddManagedAgents(this IServiceCollection services, IConfiguration section);
    }
}
