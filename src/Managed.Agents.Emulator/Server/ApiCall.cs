using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>One request that passed every check of the contract.</summary>
internal sealed class ApiCall(ContractOperation operation, IReadOnlyDictionary<string, string> route, JsonObject query, JsonObject body)
{
    public ContractOperation Operation => operation;

    /// <summary>The query by the contract's names, each value of its own JSON type.</summary>
    public JsonObject Query => query;

    public JsonObject Body => body;

    public string Route(string name) => route[name];
}
