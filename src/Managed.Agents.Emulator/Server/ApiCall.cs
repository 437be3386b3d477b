using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A request that passed all checks of the contract.</summary>
internal sealed class ApiCall(ContractOperation operation, IReadOnlyDictionary<string, string> route, JsonObject query, JsonObject body)
{
    public ContractOperation Operation => operation;

    /// <summary>The query by the contract's names. Each value has its JSON type.</summary>
    public JsonObject Query => query;

    public JsonObject Body => body;

    /// <summary>The beta values of the request.</summary>
    public IReadOnlyCollection<string> Betas { get; init; } = [];

    /// <summary>The name of the calling worker, if it sent one.</summary>
    public string? WorkerId { get; init; }

    /// <summary>The files of a form, in order. <see cref="UploadedFile.Take"/> keeps a file beyond the request.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    public string Route(string name) => route[name];
}
