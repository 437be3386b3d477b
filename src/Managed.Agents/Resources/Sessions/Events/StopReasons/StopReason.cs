using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Why a session or a thread stopped working.</summary>
/// <remarks>Treat a reason that is not known as the end of the turn.</remarks>
[JsonConverter(typeof(UnionConverter<StopReason>))]
public abstract record StopReason : ApiObject, IApiUnion<StopReason>, IUnionMember
{
    private static readonly UnionVariants<StopReason> Variants = new(
        static raw => new UnknownStopReason(raw),
        ("end_turn", typeof(EndTurn)),
        ("requires_action", typeof(RequiresAction)),
        ("retries_exhausted", typeof(RetriesExhausted)),
        ("budget_reached", typeof(BudgetReached)),
        ("refusal", typeof(Refusal)));

    private protected StopReason()
    {
    }

    /// <summary>The reason's kind on the wire, for example <c>end_turn</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<StopReason> IApiUnion<StopReason>.Variants => Variants;

    /// <summary>Stands in for a reason that the API left out.</summary>
    internal static StopReason Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>The reason for a line of a log.</summary>
    internal virtual string Describe() => Type;
}

/// <summary>The agent has finished its turn, or was interrupted.</summary>
public sealed record EndTurn : StopReason;

/// <summary>The API gave up after several attempts, or a limit of the turn was hit; a <see cref="SessionErrorEvent"/> says which.</summary>
public sealed record RetriesExhausted : StopReason;

/// <summary>The budget of the session is used up. Raising or removing the budget resumes the work.</summary>
public sealed record BudgetReached : StopReason;

/// <summary>The model refused to go on.</summary>
public sealed record Refusal : StopReason;
