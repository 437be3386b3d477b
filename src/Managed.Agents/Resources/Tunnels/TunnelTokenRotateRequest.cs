using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>The request to rotate the token of a tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelTokenRotateRequest : ApiObject
{
    /// <summary>The reason for the rotation.</summary>
    public string? Reason { get; init; }
}
