using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An error in a session.</summary>
/// <remarks>For an unrecognized type, use <see cref="RetryStatus"/>.</remarks>
[JsonConverter(typeof(UnionConverter<SessionError>))]
public abstract record SessionError : ApiObject, IApiUnion<SessionError>, IUnionMember
{
    private static readonly UnionVariants<SessionError> Variants = new(
        static raw => new UnknownSessionError(raw),
        ("unknown_error", typeof(UnspecifiedSessionError)),
        ("model_overloaded_error", typeof(ModelOverloadedError)),
        ("model_rate_limited_error", typeof(ModelRateLimitedError)),
        ("model_request_failed_error", typeof(ModelRequestFailedError)),
        ("mcp_connection_failed_error", typeof(McpConnectionFailedError)),
        ("mcp_authentication_failed_error", typeof(McpAuthenticationFailedError)),
        ("billing_error", typeof(BillingError)),
        ("credential_host_unreachable_error", typeof(CredentialHostUnreachableError)),
        ("tool_use_limit_reached_error", typeof(ToolUseLimitReachedError)),
        ("compaction_limit_reached_error", typeof(CompactionLimitReachedError)),
        ("repository_authentication_error", typeof(RepositoryAuthenticationError)),
        ("repository_forbidden_error", typeof(RepositoryForbiddenError)),
        ("repository_not_found_error", typeof(RepositoryNotFoundError)),
        ("repository_checkout_error", typeof(RepositoryCheckoutError)),
        ("repository_clone_error", typeof(RepositoryCloneError)));

    private protected SessionError()
    {
    }

    /// <summary>The type on the wire, for example <c>model_overloaded_error</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionError> IApiUnion<SessionError>.Variants => Variants;

    /// <summary>The value used when the API omits the error.</summary>
    internal static SessionError Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>A human-readable description of the error.</summary>
    public string Message { get; init => field = value ?? ""; } = "";

    /// <summary>What happens next: a retry, the end of the turn, or the end of the session.</summary>
    public RetryStatus RetryStatus { get; init => field = value ?? RetryStatus.Missing; } = RetryStatus.Missing;
}
