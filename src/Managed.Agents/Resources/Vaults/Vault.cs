namespace Managed.Agents;

/// <summary>A set of credentials, often those of one of your users. Sessions use them without showing them to the model.</summary>
/// <remarks>A vault is visible to everyone in the workspace. It holds at most 20 credentials.</remarks>
public sealed record Vault : ApiObject, ICreatedObject
{
    internal override string? WireType => "vault";

    /// <summary>The id, <c>vlt_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name, for display.</summary>
    public string DisplayName { get; init => field = value ?? ""; } = "";

    /// <summary>Custom key-value pairs.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>When the vault was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the vault was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the vault was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
