namespace Managed.Agents;

/// <summary>A document embedded in the block.</summary>
public sealed record Base64DocumentSource : DocumentSource
{
    /// <summary>The Base64-encoded content of the document.</summary>
    public required string Data { get; init; }

    /// <summary>The media type, for example <c>application/pdf</c>.</summary>
    public required string MediaType { get; init; }
}
