using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>Which dreams to list. What is unset does not filter.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamListOptions
{
    /// <summary>Only dreams created after this time.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only dreams created before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Whether archived dreams are listed too.</summary>
    /// <value>Default at the service: false.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>Only dreams in one of these states; empty for all.</summary>
    public IReadOnlyList<DreamStatus> Statuses { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Items per page, not in all: 20 by default at the service, at most 100.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("created_at[gt]", CreatedAfter)
        .Add("created_at[lt]", CreatedBefore)
        .Add("include_archived", IncludeArchived)
        .Add("statuses", Statuses)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
