namespace Managed.Agents;

/// <summary>Whether a search result may be cited.</summary>
public sealed record SearchResultCitations : ApiObject
{
    internal static SearchResultCitations Disabled { get; } = new();

    /// <summary>Whether the agent may cite the result.</summary>
    public bool Enabled { get; init; }
}
