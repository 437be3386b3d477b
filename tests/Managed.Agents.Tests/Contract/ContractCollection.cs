using Xunit;

namespace Managed.Agents.Tests.Contract;

/// <summary>Keeps the tests of the contract one behind another: each of them has a whole contract to look through.</summary>
[CollectionDefinition(Name)]
public static class ContractCollection
{
    public const string Name = "Contract";
}
