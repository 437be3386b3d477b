namespace Managed.Agents;

/// <summary>The request to create a vault.</summary>
public sealed record VaultCreateRequest : ApiObject
{
    /// <summary>The name, for display: 1 to 255 characters.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Custom key-value pairs: at most 16, with keys of up to 64 and values of up to 512 characters.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;
}
