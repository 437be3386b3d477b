using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>The result of comparing contract and client: which client types, properties and values represent which parts of the contract.</summary>
internal sealed class Shape
{
    /// <summary>Every object of the contract with its client type. Merged types have several pairs.</summary>
    public HashSet<(ContractType Contract, Type Ours)> Objects { get; } = [];

    /// <summary>Every choice: the type of its place, its tag, and the types of the tag on both sides.</summary>
    public HashSet<(Type Place, string Tag, ContractType Contract, Type Ours)> Kinds { get; } = [];

    /// <summary>The values in the contract for each open enum.</summary>
    public HashSet<(Type Ours, string Value)> Values { get; } = [];

    /// <summary>The client types that were visited.</summary>
    public HashSet<Type> Types { get; } = [];

    /// <summary>The properties of uploads.</summary>
    public HashSet<string> UploadProperties { get; } = new(StringComparer.Ordinal);

    /// <summary>The properties of uploads that set a field of a form.</summary>
    public HashSet<string> UploadFields { get; } = new(StringComparer.Ordinal);

    /// <summary>The entries of the map that were used.</summary>
    public HashSet<string> UsedReasons { get; } = new(StringComparer.Ordinal);
}
