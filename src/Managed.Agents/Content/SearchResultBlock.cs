namespace Managed.Agents;

/// <summary>A search result that a tool returns to the agent: text with its source, so that the agent can cite it.</summary>
public sealed record SearchResultBlock : SessionContentBlock
{
    /// <summary>The source of the result, usually a URL.</summary>
    public required string Source { get; init; }

    /// <summary>The title of the result.</summary>
    public required string Title { get; init; }

    /// <summary>The text of the result. A string converts to a block.</summary>
    public required IReadOnlyList<TextBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>Whether the agent may cite the result.</summary>
    /// <value>Default: disabled.</value>
    public SearchResultCitations Citations { get; init => field = value ?? SearchResultCitations.Disabled; } = SearchResultCitations.Disabled;
}
