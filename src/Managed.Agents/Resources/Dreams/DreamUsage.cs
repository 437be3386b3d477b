using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The tokens that a dream has used.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamUsage : ApiObject
{
    /// <summary>Tokens read, without those of the cache.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens written.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Tokens written to the cache.</summary>
    public long CacheCreationInputTokens { get; init; }

    /// <summary>Tokens read from the cache.</summary>
    public long CacheReadInputTokens { get; init; }
}
