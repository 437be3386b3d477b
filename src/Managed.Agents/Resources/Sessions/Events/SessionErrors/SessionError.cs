using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>An error in a session.</summary>
/// <remarks>For an unrecognized type, use <see cref="RetryStatus"/>.</remarks>
[JsonConverter(typeof(UnionConverter<SessionError>))]
public abstract record SessionError : ApiObject, IApiUnion<SessionError>, IUnionMember
{
    private static readonly UnionVariants<SessionError> Variants = new(
        static raw => new UnknownSessionError(raw),
        WithoutOwnFields<UnspecifiedSessionError>("unknown_error"),
        WithoutOwnFields<ModelOverloadedError>("model_overloaded_error"),
        WithoutOwnFields<ModelRateLimitedError>("model_rate_limited_error"),
        WithoutOwnFields<ModelRequestFailedError>("model_request_failed_error"),
        ("mcp_connection_failed_error", typeof(McpConnectionFailedError)),
        ("mcp_authentication_failed_error", typeof(McpAuthenticationFailedError)),
        WithoutOwnFields<BillingError>("billing_error"),
        ("credential_host_unreachable_error", typeof(CredentialHostUnreachableError)),
        WithoutOwnFields<ToolUseLimitReachedError>("tool_use_limit_reached_error"),
        WithoutOwnFields<CompactionLimitReachedError>("compaction_limit_reached_error"),
        ("repository_authentication_error", typeof(RepositoryAuthenticationError)),
        ("repository_forbidden_error", typeof(RepositoryForbiddenError)),
        ("repository_not_found_error", typeof(RepositoryNotFoundError)),
        ("repository_checkout_error", typeof(RepositoryCheckoutError)),
        ("repository_clone_error", typeof(RepositoryCloneError)))
    {
        SharedFields = static options =>
        [
            SharedField<SessionError>.Create(options, nameof(Message), static error => error.Message, static (error, value) => error._message = value ?? ""),
            SharedField<SessionError>.Create(options, nameof(RetryStatus), static error => error.RetryStatus, static (error, value) => error._retryStatus = value ?? RetryStatus.Missing),
        ],
    };

    private string _message = "";
    private RetryStatus _retryStatus = RetryStatus.Missing;

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
    public string Message { get => _message; init => _message = value ?? ""; }

    /// <summary>What happens next: a retry, the end of the turn, or the end of the session.</summary>
    public RetryStatus RetryStatus { get => _retryStatus; init => _retryStatus = value ?? RetryStatus.Missing; }
}
