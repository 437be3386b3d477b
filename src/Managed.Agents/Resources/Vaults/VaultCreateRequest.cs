using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A new vault.</summary>
public sealed record VaultCreateRequest : ApiObject
{
    /// <summary>The name, for people: 1 to 255 characters.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Key-value pairs of your own: at most 16, keys up to 64 characters, values up to 512.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;
}
