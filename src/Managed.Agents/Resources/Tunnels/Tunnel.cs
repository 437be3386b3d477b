using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>A way from the service to MCP servers in a private network, which a connector in that network opens from the inside.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record Tunnel : ApiObject
{
    internal override string? WireType => "tunnel";

    /// <summary>The id, <c>tnl_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A name for people; null when none was given.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The domain under which the servers behind the tunnel are reached. No other tunnel ever gets it.</summary>
    public string Domain { get; init => field = value ?? ""; } = "";

    /// <summary>When the tunnel was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the tunnel was archived; null while it can be used.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
