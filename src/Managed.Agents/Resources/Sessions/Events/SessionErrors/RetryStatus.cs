using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>What happens after a session error.</summary>
[JsonConverter(typeof(UnionConverter<RetryStatus>))]
public abstract record RetryStatus : ApiObject, IApiUnion<RetryStatus>, IUnionMember
{
    private static readonly UnionVariants<RetryStatus> Variants = new(
        static raw => new UnknownRetryStatus(raw),
        WithoutOwnFields<RetryStatusRetrying>("retrying"),
        WithoutOwnFields<RetryStatusExhausted>("exhausted"),
        WithoutOwnFields<RetryStatusTerminal>("terminal"));

    private protected RetryStatus()
    {
    }

    /// <summary>The type on the wire, for example <c>retrying</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<RetryStatus> IApiUnion<RetryStatus>.Variants => Variants;

    /// <summary>The value used when the API omits the status.</summary>
    internal static RetryStatus Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>The API retries automatically.</summary>
public sealed record RetryStatusRetrying : RetryStatus;

/// <summary>The retries are exhausted. The turn ends, queued inputs are discarded, and the session becomes idle. It can still be used.</summary>
public sealed record RetryStatusExhausted : RetryStatus;

/// <summary>The session ends with an unrecoverable error.</summary>
public sealed record RetryStatusTerminal : RetryStatus;
