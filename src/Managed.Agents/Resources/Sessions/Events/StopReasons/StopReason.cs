using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>The reason why a session or a thread became idle.</summary>
/// <remarks>Treat an unrecognized reason as the end of the turn.</remarks>
[JsonConverter(typeof(UnionConverter<StopReason>))]
public abstract record StopReason : ApiObject, IApiUnion<StopReason>, IUnionMember
{
    private static readonly UnionVariants<StopReason> Variants = new(
        static raw => new UnknownStopReason(raw),
        WithoutOwnFields<EndTurn>("end_turn"),
        ("requires_action", typeof(RequiresAction)),
        WithoutOwnFields<RetriesExhausted>("retries_exhausted"),
        WithoutOwnFields<BudgetReached>("budget_reached"),
        WithoutOwnFields<Refusal>("refusal"));

    private protected StopReason()
    {
    }

    /// <summary>The type on the wire, for example <c>end_turn</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<StopReason> IApiUnion<StopReason>.Variants => Variants;

    /// <summary>The value used when the API omits the reason.</summary>
    internal static StopReason Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>Formats the reason for a log line.</summary>
    internal virtual string Describe() => Type;
}

/// <summary>The agent finished its turn or was interrupted.</summary>
public sealed record EndTurn : StopReason;

/// <summary>The API stopped retrying, or a limit of the turn was reached. A <see cref="SessionErrorEvent"/> contains the cause.</summary>
public sealed record RetriesExhausted : StopReason;

/// <summary>The budget of the session is exhausted. Raising or removing the budget resumes the work automatically.</summary>
public sealed record BudgetReached : StopReason;

/// <summary>The model refused to continue.</summary>
public sealed record Refusal : StopReason;
