namespace Managed.Agents.ContractDiff;

/// <summary>How a part of the contract differs.</summary>
public enum Change
{
    New,
    Removed,
    Changed,
}

/// <summary>One difference between two contracts.</summary>
/// <param name="Change">How the part differs.</param>
/// <param name="Part">The kind of part: operation, query, type, field, variant, value or section.</param>
/// <param name="Name">The name of the part.</param>
/// <param name="Detail">The change; empty for a new or removed part.</param>
public sealed record Difference(Change Change, string Part, string Name, string Detail)
{
    public override string ToString() => Detail.Length == 0 ? $"{Part} {Name}" : $"{Part} {Name}: {Detail}";
}
