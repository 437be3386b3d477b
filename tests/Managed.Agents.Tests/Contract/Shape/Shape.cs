using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>What the walk over contract and client met: which of our types, fields and values stand for which of the contract's.</summary>
internal sealed class Shape
{
    /// <summary>Every object of the contract with the type of ours that stands for it; several pairs for merged twins.</summary>
    public HashSet<(ContractType Contract, Type Ours)> Objects { get; } = [];

    /// <summary>Every choice: the type of its place, its tag, and what the tag names on both sides.</summary>
    public HashSet<(Type Place, string Tag, ContractType Contract, Type Ours)> Kinds { get; } = [];

    /// <summary>The values that the contract lists for each of our open enums.</summary>
    public HashSet<(Type Ours, string Value)> Values { get; } = [];

    /// <summary>Our types that were met.</summary>
    public HashSet<Type> Types { get; } = [];

    /// <summary>What can be set of the uploads of ours.</summary>
    public HashSet<string> UploadProperties { get; } = new(StringComparer.Ordinal);

    /// <summary>What of it sets a field of a form.</summary>
    public HashSet<string> UploadFields { get; } = new(StringComparer.Ordinal);

    /// <summary>Entries of the map that were needed.</summary>
    public HashSet<string> UsedReasons { get; } = new(StringComparer.Ordinal);
}
