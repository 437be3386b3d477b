using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>A connection from the service to MCP servers in a private network. A connector in that network opens it.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record Tunnel : ApiObject
{
    internal override string? WireType => "tunnel";

    /// <summary>The id, <c>tnl_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name, for display; <see langword="null"/> when there is none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The domain of the servers in the private network. It is never reused for another tunnel.</summary>
    public string Domain { get; init => field = value ?? ""; } = "";

    /// <summary>When the tunnel was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the tunnel was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
