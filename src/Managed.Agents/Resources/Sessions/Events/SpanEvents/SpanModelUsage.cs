using System.Globalization;

namespace Managed.Agents;

/// <summary>The token usage of a span.</summary>
public sealed record SpanModelUsage : ApiObject
{
    internal static SpanModelUsage None { get; } = new();

    /// <summary>The number of input tokens that were neither read from the cache nor written to it.</summary>
    public long InputTokens { get; init; }

    /// <summary>The number of output tokens.</summary>
    public long OutputTokens { get; init; }

    /// <summary>The number of input tokens read from the cache.</summary>
    public long CacheReadInputTokens { get; init; }

    /// <summary>The number of input tokens written to the cache.</summary>
    public long CacheCreationInputTokens { get; init; }

    /// <summary>The speed of the model.</summary>
    /// <value><see langword="null"/> unless the fast mode is used.</value>
    public ModelSpeed? Speed { get; init; }

    internal string Describe() => string.Create(CultureInfo.InvariantCulture, $"{InputTokens + CacheReadInputTokens + CacheCreationInputTokens} in, {OutputTokens} out");
}
