namespace Managed.Agents;

/// <summary>Content that the API withheld. The API returns redacted blocks but rejects input that contains one.</summary>
public sealed record RedactedBlock : SessionContentBlock;
