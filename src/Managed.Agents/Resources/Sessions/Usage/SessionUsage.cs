using System.Globalization;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The usage of a session or a thread.</summary>
/// <remarks>The figures of threads are rounded separately, so their sum can differ from the figures of the session.</remarks>
public sealed record SessionUsage : ApiObject
{
    internal static SessionUsage None { get; } = new();

    /// <summary>The number of input tokens that were neither read from the cache nor written to it.</summary>
    public long? InputTokens { get; init; }

    /// <summary>The number of output tokens.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>The number of input tokens read from the cache.</summary>
    public long? CacheReadInputTokens { get; init; }

    /// <summary>The number of input tokens written to the cache.</summary>
    public CacheCreationUsage? CacheCreation { get; init; }

    /// <summary>The active time in seconds. A session counts the overlapping time of its threads once.</summary>
    [JsonPropertyName("active_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? ActiveDuration { get; init; }

    /// <summary>The total cost at list price, rounded to whole cents.</summary>
    /// <value><see langword="null"/> when a model without a list price was used.</value>
    public MonetaryAmount? ListCost { get; init; }

    /// <summary>The usage of tools that the API runs.</summary>
    public ServerToolUsage? ServerToolUse { get; init; }

    /// <summary>Returns the usage since an earlier report.</summary>
    internal SessionUsage Minus(SessionUsage earlier) => new()
    {
        InputTokens = InputTokens - earlier.InputTokens.GetValueOrDefault(),
        OutputTokens = OutputTokens - earlier.OutputTokens.GetValueOrDefault(),
        CacheReadInputTokens = CacheReadInputTokens - earlier.CacheReadInputTokens.GetValueOrDefault(),
        CacheCreation = CacheCreation is null ? null : new CacheCreationUsage
        {
            Ephemeral5mInputTokens = CacheCreation.Ephemeral5mInputTokens - (earlier.CacheCreation?.Ephemeral5mInputTokens).GetValueOrDefault(),
            Ephemeral1hInputTokens = CacheCreation.Ephemeral1hInputTokens - (earlier.CacheCreation?.Ephemeral1hInputTokens).GetValueOrDefault(),
        },
        ActiveDuration = ActiveDuration - earlier.ActiveDuration.GetValueOrDefault(),
        ListCost = Cost(ListCost, earlier.ListCost),
        ServerToolUse = ServerToolUse is null ? null : new ServerToolUsage
        {
            WebSearchRequests = ServerToolUse.WebSearchRequests - (earlier.ServerToolUse?.WebSearchRequests).GetValueOrDefault(),
            WebFetchRequests = ServerToolUse.WebFetchRequests - (earlier.ServerToolUse?.WebFetchRequests).GetValueOrDefault(),
        },
    };

    internal string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{InputTokens.GetValueOrDefault()} in, {CacheReadInputTokens.GetValueOrDefault()} cached, {OutputTokens.GetValueOrDefault()} out {ListCost}");

    // A session that has used nothing reports no cost. Costs in different currencies cannot be compared.
    private static MonetaryAmount? Cost(MonetaryAmount? now, MonetaryAmount? earlier) =>
        earlier is null ? now
        : now?.Dollars is { } total && earlier.Dollars is { } before && total >= before ? MonetaryAmount.Usd(total - before)
        : null;
}
