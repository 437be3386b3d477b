using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The token usage of a dream.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamUsage : ApiObject
{
    /// <summary>The number of input tokens, not counting those read from or written to the cache.</summary>
    public long InputTokens { get; init; }

    /// <summary>The number of output tokens.</summary>
    public long OutputTokens { get; init; }

    /// <summary>The number of input tokens written to the cache.</summary>
    public long CacheCreationInputTokens { get; init; }

    /// <summary>The number of input tokens read from the cache.</summary>
    public long CacheReadInputTokens { get; init; }
}
