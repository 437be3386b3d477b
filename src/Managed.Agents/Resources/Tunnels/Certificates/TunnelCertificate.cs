using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>A certificate authority that the service trusts for the servers behind a tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelCertificate : ApiObject
{
    internal override string? WireType => "tunnel_certificate";

    /// <summary>The id, <c>tcrt_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the tunnel.</summary>
    public string TunnelId { get; init => field = value ?? ""; } = "";

    /// <summary>The SHA-256 fingerprint of the certificate's DER bytes: 64 lower-case hexadecimal digits.</summary>
    public string Fingerprint { get; init => field = value ?? ""; } = "";

    /// <summary>When the certificate was added.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the certificate expires; <see langword="null"/> when unknown.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the certificate was archived; <see langword="null"/> while it is trusted.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
