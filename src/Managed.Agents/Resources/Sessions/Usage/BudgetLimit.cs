using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A limit on the cost of a session. The session stops at the limit, but can exceed it by one model request per thread.</summary>
public sealed record BudgetLimit : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="BudgetLimit"/> class. Set <see cref="MaxListCost"/>.</summary>
    public BudgetLimit()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="BudgetLimit"/> class.</summary>
    /// <param name="maxListCost">The maximum cost of the session at list price.</param>
    [SetsRequiredMembers]
    public BudgetLimit(MonetaryAmount maxListCost)
    {
        ArgumentNullException.ThrowIfNull(maxListCost);
        MaxListCost = maxListCost;
    }

    /// <summary>
    /// The maximum cost of the session at list price. Must be greater than zero. In an update, it must be greater than the cost so far.
    /// </summary>
    public required MonetaryAmount MaxListCost { get; init; }

    internal override string? WireType => "limit";

    /// <summary>Creates a limit in US dollars.</summary>
    /// <param name="dollars">The maximum cost in US dollars, without fractions of a cent.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has a fraction of a cent.</exception>
    public static BudgetLimit Usd(decimal dollars) => new(MonetaryAmount.Usd(dollars));
}
