using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>The request to create a tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelCreateRequest : ApiObject
{
    /// <summary>The name, for display: 1 to 255 characters.</summary>
    public string? DisplayName { get; init; }
}
