using System.Text.Json;

namespace Managed.Agents.Emulator;

/// <summary>The wire contract. It is read once, from the same file that the client's tests use.</summary>
internal sealed class ContractCatalog
{
    private static readonly Lazy<ContractCatalog> LazyInstance = new(Load);

    private readonly ContractReader _reader;

    private ContractCatalog(JsonElement root)
    {
        _reader = new ContractReader(root.GetProperty("types"));
        Operations = [.. root.GetProperty("operations").EnumerateArray().Select(_reader.ReadOperation)];
        Betas = ((EnumShape)_reader.Type("AnthropicBeta")).Values;
    }

    public static ContractCatalog Instance => LazyInstance.Value;

    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>All beta values of the API.</summary>
    public IReadOnlyList<string> Betas { get; }

    public ContractShape Type(string name) => _reader.Type(name);

    public ContractOperation Operation(string id) => Operations.First(operation => operation.Id == id);

    private static ContractCatalog Load()
    {
        using var stream = typeof(ContractCatalog).Assembly.GetManifestResourceStream("managed-agents.json")
            ?? throw new InvalidOperationException("The contract is not embedded in this assembly.");
        using var document = JsonDocument.Parse(stream);
        return new ContractCatalog(document.RootElement.Clone());
    }
}
