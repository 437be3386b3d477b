namespace Managed.Agents;

/// <summary>The citation setting of a search result.</summary>
public sealed record SearchResultCitations : ApiObject
{
    internal static SearchResultCitations Disabled { get; } = new();

    /// <summary>Whether the agent may cite the result.</summary>
    public bool Enabled { get; init; }
}
