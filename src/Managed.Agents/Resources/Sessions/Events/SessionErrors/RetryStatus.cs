using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>What happens after an error.</summary>
[JsonConverter(typeof(UnionConverter<RetryStatus>))]
public abstract record RetryStatus : ApiObject, IApiUnion<RetryStatus>, IUnionMember
{
    private static readonly UnionVariants<RetryStatus> Variants = new(
        static raw => new UnknownRetryStatus(raw),
        ("retrying", typeof(RetryStatusRetrying)),
        ("exhausted", typeof(RetryStatusExhausted)),
        ("terminal", typeof(RetryStatusTerminal)));

    private protected RetryStatus()
    {
    }

    /// <summary>The status's kind on the wire, for example <c>retrying</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<RetryStatus> IApiUnion<RetryStatus>.Variants => Variants;

    /// <summary>Stands in for a status that the API left out.</summary>
    internal static RetryStatus Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>The API tries again by itself.</summary>
public sealed record RetryStatusRetrying : RetryStatus;

/// <summary>The turn is over and the inputs that waited are dropped; the session goes idle and can be used further.</summary>
public sealed record RetryStatusExhausted : RetryStatus;

/// <summary>The session ends.</summary>
public sealed record RetryStatusTerminal : RetryStatus;
