namespace Managed.Agents.ContractDiff;

/// <summary>What happened to a part of the contract.</summary>
public enum Change
{
    New,
    Gone,
    Changed,
}

/// <summary>One difference between two contracts.</summary>
/// <param name="Change">What happened.</param>
/// <param name="Part">To what: an operation, a query parameter, a type, a field, a variant, a value or a section.</param>
/// <param name="Name">The name of the part.</param>
/// <param name="Detail">How it changed; empty for what is new or gone.</param>
public sealed record Difference(Change Change, string Part, string Name, string Detail)
{
    public override string ToString() => Detail.Length == 0 ? $"{Part} {Name}" : $"{Part} {Name}: {Detail}";
}
