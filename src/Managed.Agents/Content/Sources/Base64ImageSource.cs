namespace Managed.Agents;

/// <summary>An image inside the block.</summary>
public sealed record Base64ImageSource : ImageSource
{
    /// <summary>The content of the image in Base64.</summary>
    public required string Data { get; init; }

    /// <summary>The kind of image, for example <c>image/png</c>.</summary>
    public required string MediaType { get; init; }
}
