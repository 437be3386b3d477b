using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Tunnels;

/// <summary>Which tunnels to list. What is unset does not filter.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelListOptions
{
    /// <summary>Whether archived tunnels are listed too.</summary>
    /// <value>Default at the service: false.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("include_archived", IncludeArchived)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
