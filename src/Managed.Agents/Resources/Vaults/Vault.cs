using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A set of credentials, often those of one of your users, that sessions use without ever showing them to the model.</summary>
/// <remarks>Everybody in the workspace sees it. It holds at most 20 credentials.</remarks>
public sealed record Vault : ApiObject
{
    internal override string? WireType => "vault";

    /// <summary>The id, <c>vlt_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name, for people.</summary>
    public string DisplayName { get; init => field = value ?? ""; } = "";

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the vault was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the vault was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the vault was archived; null while it was not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
