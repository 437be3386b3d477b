namespace Managed.Agents;

/// <summary>The usage of tools that the API runs.</summary>
public sealed record ServerToolUsage : ApiObject
{
    /// <summary>The number of web searches.</summary>
    public int? WebSearchRequests { get; init; }

    /// <summary>The number of web pages fetched. They are not charged.</summary>
    public int? WebFetchRequests { get; init; }
}
