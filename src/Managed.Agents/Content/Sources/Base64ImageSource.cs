namespace Managed.Agents;

/// <summary>An image embedded in the block.</summary>
public sealed record Base64ImageSource : ImageSource
{
    /// <summary>The Base64-encoded content of the image.</summary>
    public required string Data { get; init; }

    /// <summary>The media type, for example <c>image/png</c>.</summary>
    public required string MediaType { get; init; }
}
