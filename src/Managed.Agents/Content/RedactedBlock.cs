namespace Managed.Agents;

/// <summary>Content that the API withheld. Only received: the API rejects input that contains a redacted block.</summary>
public sealed record RedactedBlock : SessionContentBlock;
