using System.Globalization;

namespace Managed.Agents;

/// <summary>What a session or a thread has used.</summary>
/// <remarks>Figures of threads are rounded one by one, so they need not add up to those of the session.</remarks>
public sealed record SessionUsage : ApiObject
{
    internal static SessionUsage None { get; } = new();

    /// <summary>Input tokens that were neither read from the cache nor written to it.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Input tokens read from the cache.</summary>
    public long? CacheReadInputTokens { get; init; }

    /// <summary>Input tokens written to the cache.</summary>
    public CacheCreationUsage? CacheCreation { get; init; }

    /// <summary>How many seconds were spent working. A session counts the overlapping time of its threads once.</summary>
    public double? ActiveDuration { get; init; }

    /// <summary>What all of it costs at list price, rounded to whole cents.</summary>
    /// <value>Null when a model without a list price was used.</value>
    public MonetaryAmount? ListCost { get; init; }

    /// <summary>Calls of tools that the API runs and charges for.</summary>
    public ServerToolUsage? ServerToolUse { get; init; }

    internal string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{InputTokens.GetValueOrDefault()} in, {CacheReadInputTokens.GetValueOrDefault()} cached, {OutputTokens.GetValueOrDefault()} out {ListCost}");
}
