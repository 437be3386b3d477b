using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>The request to create a vault.</summary>
public sealed record VaultCreateRequest : ApiObject
{
    /// <summary>The name, for display: 1 to 255 characters.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Custom key-value pairs: at most 16, with keys of up to 64 and values of up to 512 characters.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;
}
