using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>Options for listing dreams. A property that is not set does not filter.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamListOptions
{
    /// <summary>Only dreams created after this time.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only dreams created before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Whether to include archived dreams.</summary>
    /// <value><see langword="null"/> uses the API's default, <see langword="false"/>.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>Only dreams with one of these statuses. Empty means all.</summary>
    public IReadOnlyList<DreamStatus> Statuses { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The maximum number of items per page, not in total. At most 100. <see langword="null"/> uses the API's default, 20.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("created_at[gt]", CreatedAfter)
        .Add("created_at[lt]", CreatedBefore)
        .Add("include_archived", IncludeArchived)
        .Add("statuses", Statuses)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
