namespace Managed.Agents;

/// <summary>How often tools were called that the API runs and charges for.</summary>
public sealed record ServerToolUsage : ApiObject
{
    /// <summary>Web searches.</summary>
    public int? WebSearchRequests { get; init; }

    /// <summary>Pages fetched; not charged.</summary>
    public int? WebFetchRequests { get; init; }
}
