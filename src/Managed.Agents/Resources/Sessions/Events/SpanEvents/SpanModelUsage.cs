using System.Globalization;

namespace Managed.Agents;

/// <summary>The tokens of one span of work.</summary>
public sealed record SpanModelUsage : ApiObject
{
    internal static SpanModelUsage None { get; } = new();

    /// <summary>Input tokens that were neither read from the cache nor written to it.</summary>
    public long InputTokens { get; init; }

    /// <summary>Output tokens.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Input tokens read from the cache.</summary>
    public long CacheReadInputTokens { get; init; }

    /// <summary>Input tokens written to the cache.</summary>
    public long CacheCreationInputTokens { get; init; }

    /// <summary>How fast the model answered.</summary>
    /// <value>Null unless the fast mode is in use.</value>
    public ModelSpeed? Speed { get; init; }

    internal string Describe() => string.Create(CultureInfo.InvariantCulture, $"{InputTokens + CacheReadInputTokens + CacheCreationInputTokens} in, {OutputTokens} out");
}
