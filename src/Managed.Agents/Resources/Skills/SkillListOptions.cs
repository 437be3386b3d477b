namespace Managed.Agents;

/// <summary>Which skills to list. What is unset does not filter.</summary>
public sealed record SkillListOptions
{
    /// <summary>Only skills from this source: <see cref="SkillSourceType.Custom"/> or <see cref="SkillSourceType.Anthropic"/>.</summary>
    public SkillSourceType? Source { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("source", Source)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
