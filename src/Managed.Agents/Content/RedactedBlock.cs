namespace Managed.Agents;

/// <summary>Content that the API withheld. It is only received: input with a redacted block is refused.</summary>
public sealed record RedactedBlock : SessionContentBlock;
