using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>How to rotate the token of a tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelTokenRotateRequest : ApiObject
{
    /// <summary>Why, for the record.</summary>
    public string? Reason { get; init; }
}
