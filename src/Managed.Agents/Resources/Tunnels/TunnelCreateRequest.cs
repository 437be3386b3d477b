using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>A new tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelCreateRequest : ApiObject
{
    /// <summary>A name for people: 1 to 255 characters.</summary>
    public string? DisplayName { get; init; }
}
