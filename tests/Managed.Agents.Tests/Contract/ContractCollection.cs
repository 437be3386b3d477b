using Xunit;

namespace Managed.Agents.Tests.Contract;

/// <summary>Runs the contract tests one after another, because each processes a whole contract.</summary>
[CollectionDefinition(Name)]
public static class ContractCollection
{
    public const string Name = "Contract";
}
