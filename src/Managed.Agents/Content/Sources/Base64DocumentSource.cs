namespace Managed.Agents;

/// <summary>A document inside the block.</summary>
public sealed record Base64DocumentSource : DocumentSource
{
    /// <summary>The content of the document in Base64.</summary>
    public required string Data { get; init; }

    /// <summary>The kind of document, for example <c>application/pdf</c>.</summary>
    public required string MediaType { get; init; }
}
