namespace Managed.Agents;

/// <summary>Options for listing skills. Properties that are not set do not filter.</summary>
public sealed record SkillListOptions
{
    /// <summary>Only skills from this source: <see cref="SkillSourceType.Custom"/> or <see cref="SkillSourceType.Anthropic"/>.</summary>
    public SkillSourceType? Source { get; init; }

    /// <summary>The maximum number of items per page. It does not limit the total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("source", Source)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
