namespace Managed.Agents;

/// <summary>A search result that a tool hands to the agent, as text with its source, so that the agent can cite it.</summary>
public sealed record SearchResultBlock : SessionContentBlock
{
    /// <summary>Where the result comes from, usually a URL.</summary>
    public required string Source { get; init; }

    /// <summary>What the result is called.</summary>
    public required string Title { get; init; }

    /// <summary>The text of the result; a string converts to a block.</summary>
    public required IReadOnlyList<TextBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>Whether the agent may cite the result.</summary>
    /// <value>Not, unless set.</value>
    public SearchResultCitations Citations { get; init => field = value ?? SearchResultCitations.Disabled; } = SearchResultCitations.Disabled;
}
