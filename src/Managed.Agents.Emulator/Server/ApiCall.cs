using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>One request that passed every check of the contract.</summary>
internal sealed class ApiCall(ContractOperation operation, IReadOnlyDictionary<string, string> route, JsonObject query, JsonObject body)
{
    public ContractOperation Operation => operation;

    /// <summary>The query by the contract's names, each value of its own JSON type.</summary>
    public JsonObject Query => query;

    public JsonObject Body => body;

    /// <summary>The beta values the request carries.</summary>
    public IReadOnlyCollection<string> Betas { get; init; } = [];

    /// <summary>The name of the worker that asks, if it gave one.</summary>
    public string? WorkerId { get; init; }

    /// <summary>The files of a form, in the order in which they came. Whoever keeps one takes it with <see cref="UploadedFile.Take"/>.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    public string Route(string name) => route[name];
}
