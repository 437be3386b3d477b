using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A cap on what a session may cost. The session stops at the cap, possibly one request per thread above it.</summary>
public sealed record BudgetLimit : ApiObject
{
    /// <summary>Makes a cap; set <see cref="MaxListCost"/>.</summary>
    public BudgetLimit()
    {
    }

    /// <summary>Makes a cap.</summary>
    /// <param name="maxListCost">What the session may cost at list price.</param>
    [SetsRequiredMembers]
    public BudgetLimit(MonetaryAmount maxListCost)
    {
        ArgumentNullException.ThrowIfNull(maxListCost);
        MaxListCost = maxListCost;
    }

    /// <summary>What the session may cost at list price: more than zero, and in an update more than it has cost so far.</summary>
    public required MonetaryAmount MaxListCost { get; init; }

    internal override string? WireType => "limit";

    /// <summary>Makes a cap in US dollars.</summary>
    /// <param name="dollars">What the session may cost, in whole cents.</param>
    /// <returns>The cap.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has a fraction of a cent.</exception>
    public static BudgetLimit Usd(decimal dollars) => new(MonetaryAmount.Usd(dollars));
}
